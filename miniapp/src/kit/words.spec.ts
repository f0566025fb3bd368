import { describe, expect, it } from 'vitest';
import { count, endsToday, foldText, greeting, momentOf, signedYuan, untilText, yuan } from './words';

const NOON = new Date('2026-06-13T04:00:00Z');

describe('words for numbers and times', () => {
  it('writes money without needless zeros and with a real minus', () => {
    expect(yuan(311_600)).toBe('¥3,116');
    expect(yuan(4_750)).toBe('¥47.50');
    expect(signedYuan(-15_000)).toBe('−¥150');
    expect(signedYuan(-15_000, true)).toBe('−¥150.00');
    expect(count(1_234_567)).toBe('1,234,567');
  });

  it('says the end of a coupon as a sentence; the end itself is no longer valid', () => {
    expect(untilText('2026-06-13T16:00:00Z', NOON)).toBe('今晚 24:00 前');
    expect(untilText('2026-06-14T16:00:00Z', NOON)).toBe('明晚 24:00 前');
    expect(untilText('2026-07-12T16:00:00Z', NOON)).toBe('7 月 12 日前');
    expect(endsToday('2026-06-13T16:00:00Z', NOON)).toBe(true);
    expect(endsToday('2026-06-13T16:00:01Z', NOON)).toBe(false);
  });

  it('speaks of days as the shop knows them, in Shanghai', () => {
    expect(momentOf('2026-06-13T05:48:00Z', NOON)).toBe('13:48');
    expect(momentOf('2026-06-12T17:00:00Z', NOON)).toBe('01:00');
    expect(momentOf('2026-06-12T15:00:00Z', NOON)).toBe('6 月 12 日 23:00');
    expect(greeting(NOON)).toBe('中午好');
  });

  it('names a member price the Chinese way', () => {
    expect(foldText(9_500)).toBe('95 折');
    expect(foldText(9_000)).toBe('9 折');
    expect(foldText(9_250)).toBe('92.5 折');
  });
});
