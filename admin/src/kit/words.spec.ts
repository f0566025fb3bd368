import { expect, it } from 'vitest';
import { count, minorText, moment, percent, shortDay, sourceName, stamp, yuan } from './words';

it('money keeps its odd fen and drops even ones', () => {
  expect(yuan(309_700)).toBe('¥3,097');
  expect(yuan(3_050)).toBe('¥30.50');
});

it('other currencies show every penny, also below zero', () => {
  expect(minorText(123_450, 'GBP')).toBe('£1,234.50');
  expect(minorText(-5, 'GBP')).toBe('−£0.05');
  expect(minorText(100, 'CHF')).toBe('CHF 1.00');
});

it('times are Shanghai times', () => {
  expect(stamp('2026-06-13T16:30:00Z')).toBe('2026-06-14 00:30');
  expect(moment('2026-06-13T06:32:00Z', new Date('2026-07-01T00:00:00Z'))).toBe('6 月 13 日 14:32');
  expect(shortDay('2026-06-03')).toBe('6/3');
});

it('counts, shares and sources in words', () => {
  expect(count(1_234_567)).toBe('1,234,567');
  expect(percent(1, 3)).toBe('33%');
  expect(percent(0, 0)).toBe('0%');
  expect(sourceName('alipay')).toBe('支付宝');
  expect(sourceName('card:groceries')).toBe('会员卡 groceries');
});
