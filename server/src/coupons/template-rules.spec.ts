import type { CouponTemplateBody } from '@tongdian/shared/contract/coupons.dto';
import { describe, expect, it } from 'vitest';
import { faultsOf, ruleOf, unknownIn } from './template-rules.js';

const body = (change: Partial<CouponTemplateBody> = {}): CouponTemplateBody => ({
  title: '豆与耗材券',
  kind: 'money_off',
  thresholdFen: 20_000,
  amountFen: 3_000,
  percentBp: 500,
  capFen: 10_000,
  scope: {},
  totalCount: 10,
  perMember: 1,
  claimFrom: '2026-06-01T00:00:00Z',
  claimUntil: '2026-07-01T00:00:00Z',
  validDays: 7,
  claimable: true,
  ...change,
});
const faults = (change: Partial<CouponTemplateBody>) =>
  faultsOf(body(change), ruleOf(body(change))).map(({ field }) => field);

describe('the rule of a template', () => {
  it('keeps only what its kind knows', () => {
    expect(ruleOf(body())).toMatchObject({ amountFen: 3_000, percentBp: 0, capFen: 0 });
    expect(ruleOf(body({ kind: 'percent_off' }))).toMatchObject({
      amountFen: 0,
      percentBp: 500,
      capFen: 10_000,
    });
    expect(ruleOf(body({ kind: 'shipping' }))).toMatchObject({ amountFen: 0, percentBp: 0, capFen: 0 });
    expect(ruleOf(body({ kind: 'exchange' }))).toMatchObject({ amountFen: 3_000, percentBp: 0, capFen: 0 });
  });

  it('keeps a list once, and no empty one', () => {
    expect(ruleOf(body({ scope: { storeIds: [], productIds: ['a', 'b', 'a'] } })).scope).toEqual({
      productIds: ['a', 'b'],
    });
  });
});

describe('what cannot be meant', () => {
  it('is named by its field', () => {
    expect(faults({})).toEqual([]);
    expect(faults({ claimUntil: '2026-06-01T00:00:00Z' })).toEqual(['claimUntil']);
    expect(faults({ kind: 'exchange', scope: { channels: ['online'] } })).toEqual(['scope.channels']);
    expect(faults({ kind: 'shipping', scope: { channels: ['store'] } })).toEqual(['scope.channels']);
    expect(faults({ perMember: 11 })).toEqual(['perMember']);
  });

  it('includes ids that name nothing, but no platform or channel', () => {
    const scope = {
      categoryIds: ['known'],
      notSkuIds: ['gone'],
      platforms: ['jd' as const],
      channels: ['online' as const],
    };
    expect(unknownIn(scope, new Map([['known', '咖啡豆']]))).toEqual([
      { field: 'scope.notSkuIds', rule: 'exists' },
    ]);
  });
});
