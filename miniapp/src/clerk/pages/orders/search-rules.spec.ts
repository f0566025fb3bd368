import { describe, expect, it } from 'vitest';
import type { PickupRow } from '@tongdian/shared/contract/verification.routes';
import { foundIn } from './search-rules';

const row = (orderNo: string, phoneTail: string | null): PickupRow => ({
  orderId: orderNo,
  orderNo,
  memberMasked: '林*',
  phoneTail,
  goods: '晨雾 × 2',
  payableFen: 26_900,
  paidAt: '2026-06-13T05:37:00Z',
});
const rows = [row('TD260613A7K2', '7714'), row('TD260613B9Q4', '2071'), row('TD260612C1X8', null)];
const numbers = (search: string): string[] => foundIn(rows, search).map(({ orderNo }) => orderNo);

describe('looking for a pick-up order', () => {
  it('finds it by the end of the phone number, or the whole number', () => {
    expect(numbers('7714')).toEqual(['TD260613A7K2']);
    expect(numbers('14')).toEqual(['TD260613A7K2']);
    expect(numbers('139 0000 2071')).toEqual(['TD260613B9Q4']);
  });

  it('finds it by a part of its number, whatever the case', () => {
    expect(numbers('c1x8')).toEqual(['TD260612C1X8']);
    expect(numbers('0613')).toEqual(['TD260613A7K2', 'TD260613B9Q4']);
  });

  it('finds nothing for another number, and all for an empty field', () => {
    expect(numbers('9999')).toEqual([]);
    expect(numbers(' ')).toHaveLength(3);
  });
});
