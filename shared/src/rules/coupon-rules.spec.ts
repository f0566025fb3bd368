import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fen, ZERO } from '../kernel/money.js';
import { endOfBusinessDay } from '../kernel/time.js';
import {
  channelsOf,
  coversGoods,
  describeRule,
  foldText,
  judgeAtCounter,
  judgeCoupon,
  refusalOfPlace,
  windowFrom,
  type CouponGoods,
  type CouponPlace,
  type CouponRule,
} from './coupon-rules.js';

const now = new Date('2026-06-13T06:32:00Z');
const window = { validFrom: new Date('2026-06-01T00:00:00Z'), validUntil: new Date('2026-06-13T16:00:00Z') };
const online: CouponPlace = {
  platform: 'wechat',
  channel: 'online',
  storeId: null,
  levelId: 'gold',
  shippingFen: fen(1_200),
};
const atStore: CouponPlace = { ...online, channel: 'store', storeId: 'wukang', shippingFen: ZERO };

const rule = (change: Partial<CouponRule> = {}): CouponRule => ({
  kind: 'money_off',
  thresholdFen: ZERO,
  amountFen: fen(3_000),
  percentBp: 0,
  capFen: ZERO,
  scope: {},
  ...change,
});
const goods = (change: Partial<CouponGoods> = {}): CouponGoods => ({
  key: 'a',
  skuId: 'sku-a',
  productId: 'bean',
  categoryIds: ['supplies', 'supplies.bean'],
  listFen: fen(20_000),
  dueFen: fen(19_000),
  ...change,
});
const reasonOf = (outcome: ReturnType<typeof judgeCoupon>) => (outcome.applies ? null : outcome.reason);

describe('what a coupon covers', () => {
  it('is everything without a list, and only what a list names with one', () => {
    expect(coversGoods({}, goods())).toBe(true);
    expect(coversGoods({ categoryIds: [] }, goods())).toBe(true);
    expect(coversGoods({ categoryIds: ['supplies'] }, goods())).toBe(true);
    expect(coversGoods({ categoryIds: ['coffee'] }, goods())).toBe(false);
    expect(coversGoods({ productIds: ['bean'], categoryIds: ['coffee'] }, goods())).toBe(true);
    expect(coversGoods({ skuIds: ['sku-b'] }, goods())).toBe(false);
  });

  it('never includes what is taken out, whatever puts it in', () => {
    const lists = fc.record(
      {
        categoryIds: fc.subarray(['supplies', 'coffee']),
        productIds: fc.subarray(['bean', 'cup']),
        skuIds: fc.subarray(['sku-a', 'sku-b']),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(lists, (scope) => {
        for (const not of [
          { notCategoryIds: ['supplies'] },
          { notProductIds: ['bean'] },
          { notSkuIds: ['sku-a'] },
        ])
          expect(coversGoods({ ...scope, ...not }, goods())).toBe(false);
      }),
    );
  });
});

describe('where and when', () => {
  it('is half-open in time', () => {
    expect(refusalOfPlace(rule(), window, online, window.validFrom)).toBeNull();
    expect(refusalOfPlace(rule(), window, online, new Date(+window.validFrom - 1))?.code).toBe('not_yet');
    expect(refusalOfPlace(rule(), window, online, new Date(+window.validUntil - 1))).toBeNull();
    expect(refusalOfPlace(rule(), window, online, window.validUntil)?.code).toBe('expired');
  });

  it('says which of the places is the wrong one', () => {
    const why = (change: Partial<CouponRule>, place: CouponPlace) =>
      refusalOfPlace(rule(change), window, place, now);
    expect(why({ scope: { channels: ['store'] } }, online)).toMatchObject({
      code: 'channel',
      text: '只在门店用',
    });
    expect(why({ scope: { channels: ['online'] } }, atStore)).toMatchObject({
      code: 'channel',
      text: '只在网上用',
    });
    expect(why({ scope: { platforms: ['jd'] } }, online)?.code).toBe('platform');
    expect(why({ scope: { platforms: ['jd'] } }, atStore)).toBeNull();
    expect(why({ scope: { storeIds: ['hubin'] } }, atStore)?.code).toBe('store');
    expect(why({ scope: { storeIds: ['hubin'] } }, online)).toBeNull();
    expect(why({ scope: { levelIds: ['black'] } }, online)?.code).toBe('level');
    expect(why({ scope: { levelIds: ['black'] } }, { ...online, levelId: null })?.code).toBe('level');
  });

  it('keeps an exchange at the counter and free shipping on line', () => {
    expect(channelsOf(rule({ kind: 'exchange' }))).toEqual(['store']);
    expect(channelsOf(rule({ kind: 'shipping' }))).toEqual(['online']);
    expect(channelsOf(rule({ kind: 'shipping', scope: { channels: ['store'] } }))).toEqual([]);
    expect(channelsOf(rule())).toEqual(['online', 'store']);
    expect(reasonOf(judgeCoupon(rule({ kind: 'exchange' }), window, [goods()], online, now))?.code).toBe(
      'channel',
    );
  });

  it('runs to the end of its last day, the day of claiming being the first', () => {
    expect(windowFrom(now, 1).validUntil).toEqual(endOfBusinessDay('2026-06-13'));
    expect(windowFrom(now, 7).validUntil).toEqual(endOfBusinessDay('2026-06-19'));
    // A minute before midnight in Shanghai a coupon for one day is good for a minute.
    expect(windowFrom(new Date('2026-06-13T15:59:00Z'), 1).validUntil).toEqual(
      new Date('2026-06-13T16:00:00Z'),
    );
  });
});

describe('what a coupon is worth in a basket', () => {
  it('asks the threshold of the list price of what it covers, and says what is missing', () => {
    const from200 = rule({ thresholdFen: fen(20_000), scope: { categoryIds: ['supplies'] } });
    expect(judgeCoupon(from200, window, [goods()], online, now)).toMatchObject({
      applies: true,
      offFen: 3_000,
    });
    const other = goods({
      key: 'b',
      skuId: 'cup',
      productId: 'cup',
      categoryIds: ['coffee'],
      listFen: fen(90_000),
    });
    const outcome = judgeCoupon(from200, window, [goods({ listFen: fen(18_800) }), other], online, now);
    expect(reasonOf(outcome)).toEqual({ code: 'threshold', text: '还差 ¥12 可用', missingFen: 1_200 });
    expect(outcome.eligibleListFen).toBe(18_800);
    expect(reasonOf(judgeCoupon(from200, window, [other], online, now))?.code).toBe('goods');
  });

  it('caps a percentage, and counts it on what is due', () => {
    const tenOff = rule({ kind: 'percent_off', amountFen: ZERO, percentBp: 1_000 });
    expect(judgeCoupon(tenOff, window, [goods()], online, now)).toMatchObject({ offFen: 1_900 });
    const capped = { ...tenOff, capFen: fen(500) };
    expect(judgeCoupon(capped, window, [goods()], online, now)).toMatchObject({ offFen: 500 });
  });

  it('takes shipping off once, and is not used where shipping is free', () => {
    const shipping = rule({ kind: 'shipping', amountFen: ZERO });
    expect(judgeCoupon(shipping, window, [goods()], online, now)).toMatchObject({
      offFen: 1_200,
      onShipping: true,
    });
    const free = judgeCoupon(shipping, window, [goods()], { ...online, shippingFen: ZERO }, now);
    expect(reasonOf(free)).toMatchObject({ code: 'nothing_to_reduce' });
  });

  it('never takes off nothing, nor more than is due', () => {
    const lines = fc.array(
      fc.integer({ min: 0, max: 500_000 }).map((due) => goods({ dueFen: fen(due), listFen: fen(due) })),
      { minLength: 1, maxLength: 6 },
    );
    const rules = fc.record({
      kind: fc.constantFrom('money_off' as const, 'percent_off' as const),
      thresholdFen: fc.integer({ min: 0, max: 100_000 }).map(fen),
      amountFen: fc.integer({ min: 1, max: 1_000_000 }).map(fen),
      percentBp: fc.integer({ min: 1, max: 10_000 }),
      capFen: fc.integer({ min: 0, max: 50_000 }).map(fen),
    });
    fc.assert(
      fc.property(rules, lines, (terms, basket) => {
        const due = basket.reduce((sum, line) => sum + line.dueFen, 0);
        const outcome = judgeCoupon(rule(terms), window, basket, online, now);
        if (!outcome.applies) return;
        expect(outcome.offFen).toBeGreaterThan(0);
        expect(outcome.offFen).toBeLessThanOrEqual(due);
        if (terms.kind === 'percent_off' && terms.capFen > 0)
          expect(outcome.offFen).toBeLessThanOrEqual(terms.capFen);
      }),
    );
  });
});

describe('what a coupon is worth at the counter', () => {
  const here = { platform: null, storeId: 'wukang', levelId: 'gold' };

  it('asks for the bill where its worth hangs on it', () => {
    const from3000 = rule({ thresholdFen: fen(300_000), amountFen: fen(15_000) });
    expect(judgeAtCounter(from3000, window, null, here, now)).toEqual({
      reason: null,
      needsBill: true,
      offFen: null,
    });
    expect(judgeAtCounter(from3000, window, fen(325_700), here, now)).toMatchObject({
      reason: null,
      offFen: 15_000,
    });
    expect(judgeAtCounter(from3000, window, fen(298_800), here, now).reason).toMatchObject({
      code: 'threshold',
      text: '还差 ¥12 可用',
    });
  });

  it('hands an exchange over without a bill', () => {
    const lesson = rule({ kind: 'exchange', amountFen: ZERO });
    expect(judgeAtCounter(lesson, window, null, here, now)).toEqual({
      reason: null,
      needsBill: false,
      offFen: 0,
    });
    expect(judgeAtCounter(rule({ kind: 'exchange' }), window, fen(0), here, now).offFen).toBe(3_000);
  });

  it('refuses another store, and what is for the net only', () => {
    const elsewhere = rule({ scope: { storeIds: ['hubin'] } });
    expect(judgeAtCounter(elsewhere, window, fen(100), here, now).reason?.code).toBe('store');
    expect(judgeAtCounter(rule({ kind: 'shipping' }), window, null, here, now).reason?.text).toBe(
      '只在网上用',
    );
  });

  it('never takes more off than the bill', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000 }),
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.integer({ min: 1, max: 10_000 }),
        fc.constantFrom('money_off' as const, 'percent_off' as const),
        (bill, amount, percentBp, kind) => {
          const outcome = judgeAtCounter(
            rule({ kind, amountFen: fen(amount), percentBp }),
            window,
            fen(bill),
            here,
            now,
          );
          if (outcome.offFen === null) expect(outcome.reason).not.toBeNull();
          else expect(outcome.offFen > 0 && outcome.offFen <= bill).toBe(true);
        },
      ),
    );
  });
});

describe('what a coupon says of itself', () => {
  it('is short and true', () => {
    expect(describeRule(rule({ thresholdFen: fen(20_000) }))).toBe('满 ¥200 减 ¥30');
    expect(describeRule(rule())).toBe('减 ¥30');
    const percent = rule({
      kind: 'percent_off',
      percentBp: 500,
      capFen: fen(30_000),
      thresholdFen: fen(100_000),
    });
    expect(describeRule(percent)).toBe('满 ¥1,000 95 折，最多减 ¥300');
    expect(describeRule(rule({ kind: 'shipping', thresholdFen: fen(3_900) }))).toBe('满 ¥39 免运费');
    expect(describeRule(rule({ kind: 'exchange' }))).toBe('到店兑换一份');
  });

  it('folds as people do: 0.5 折 is a twentieth, 5 折 a half', () => {
    const folds = {
      9_500: '95 折',
      9_000: '9 折',
      8_850: '8.85 折',
      5_000: '5 折',
      1_000: '1 折',
      500: '0.5 折',
      0: '全免',
    };
    for (const [payBp, text] of Object.entries(folds)) expect(foldText(Number(payBp))).toBe(text);
    // Read back as people read it, two digits being hundredths, it is what is paid.
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_999 }), (payBp) => {
        const digits = foldText(payBp).replace(' 折', '');
        const read = /^\d\d$/.test(digits) ? Number(digits) / 100 : Number(digits) / 10;
        expect(read).toBeCloseTo(payBp / 10_000, 9);
      }),
    );
  });
});
