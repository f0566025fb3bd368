import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addFen, fen, ZERO, type Fen } from '../kernel/money.js';
import type { CouponRule } from './coupon-rules.js';
import {
  pointsFor,
  priceBasket,
  unitMemberPrice,
  type PricingCoupon,
  type PricingInput,
  type PricingLine,
} from './pricing.js';

const now = new Date('2026-06-13T06:32:00Z');
const DAY = 86_400_000;
const CATEGORIES = ['machine', 'bean', 'filter', 'cup'];
const RUNS = { numRuns: 400 };

const lines: fc.Arbitrary<PricingLine[]> = fc
  .array(
    fc.record({
      category: fc.constantFrom(...CATEGORIES),
      quantity: fc.integer({ min: 1, max: 99 }),
      unitListFen: fc.oneof(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 999_900 })),
      memberPriced: fc.boolean(),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((rows) =>
    rows.map((row, index) => ({
      key: `line-${index}`,
      skuId: `sku-${index}`,
      productId: `product-${index % 5}`,
      categoryIds: ['root', row.category],
      name: `goods ${index}`,
      quantity: row.quantity,
      unitListFen: fen(row.unitListFen),
      memberPriced: row.memberPriced,
    })),
  );

const rules: fc.Arbitrary<CouponRule> = fc.record({
  kind: fc.constantFrom(
    'money_off' as const,
    'percent_off' as const,
    'shipping' as const,
    'exchange' as const,
  ),
  thresholdFen: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 2_000_000 })).map(fen),
  amountFen: fc.integer({ min: 0, max: 500_000 }).map(fen),
  percentBp: fc.integer({ min: 0, max: 10_000 }),
  capFen: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 20_000 })).map(fen),
  scope: fc.record(
    {
      categoryIds: fc.subarray(CATEGORIES),
      notCategoryIds: fc.subarray(CATEGORIES, { maxLength: 2 }),
      notSkuIds: fc.subarray(['sku-0', 'sku-1']),
      platforms: fc.subarray(['wechat', 'alipay', 'jd'] as const).map((some) => [...some]),
      channels: fc.subarray(['online', 'store'] as const).map((some) => [...some]),
      levelIds: fc.subarray(['silver', 'gold']),
    },
    { requiredKeys: [] },
  ),
});

const coupons: fc.Arbitrary<PricingCoupon[]> = fc
  .array(fc.tuple(rules, fc.integer({ min: -2, max: 1 }), fc.integer({ min: -1, max: 30 })), { maxLength: 8 })
  .map((rows) =>
    rows.map(([rule, from, until], index) => ({
      id: `coupon-${index}`,
      title: `coupon ${index}`,
      rule,
      validFrom: new Date(+now + from * DAY),
      validUntil: new Date(+now + until * DAY),
    })),
  );

const inputs: fc.Arbitrary<PricingInput> = fc.record({
  lines,
  level: fc.option(
    fc.record({
      id: fc.constantFrom('silver', 'gold'),
      name: fc.constant('金卡'),
      memberPriceBp: fc.integer({ min: 1, max: 10_000 }),
      pointsMultiplierBp: fc.integer({ min: 0, max: 30_000 }),
    }),
  ),
  coupons,
  coupon: fc.constant('best' as const),
  shipping: fc.option(
    fc.record({
      baseFen: fc.integer({ min: 0, max: 2_000 }).map(fen),
      freeFromFen: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 300_000 })).map(fen),
    }),
  ),
  place: fc.record({
    platform: fc.constantFrom('wechat' as const, 'alipay' as const, 'jd' as const),
    channel: fc.constant('online' as const),
    storeId: fc.constant(null),
    levelId: fc.constantFrom('silver', 'gold', null),
  }),
  now: fc.constant(now),
});

const total = (parts: readonly Fen[]): Fen => addFen(...parts);

describe('the price of a basket', () => {
  it('is never below zero, in no line and in no part', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const priced = priceBasket(input);
        const parts = [
          priced.payableFen,
          priced.goodsFen,
          priced.shippingFen,
          priced.savedFen,
          priced.earnsPoints,
        ];
        for (const part of parts) expect(part).toBeGreaterThanOrEqual(0);
        for (const line of priced.lines)
          for (const part of [line.payableFen, line.memberOffFen, line.couponOffFen])
            expect(part).toBeGreaterThanOrEqual(0);
      }),
      RUNS,
    );
  });

  it('is explained to the fen: list price and steps add up to it, lines to the goods', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const priced = priceBasket(input);
        expect(priced.payableFen).toBe(priced.goodsFen + priced.shippingFen);
        expect(priced.listFen + total(priced.steps.map((step) => step.amountFen))).toBe(priced.payableFen);
        expect(total(priced.lines.map((line) => line.payableFen))).toBe(priced.goodsFen);
        for (const line of priced.lines) {
          expect(line.listFen).toBe(line.unitListFen * line.quantity);
          expect(line.payableFen).toBe(line.listFen - line.memberOffFen - line.couponOffFen);
        }
      }),
      RUNS,
    );
  });

  it('spreads a coupon over its lines so that the parts are what it takes off, and never over others', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const priced = priceBasket(input);
        const spread = total(priced.lines.map((line) => line.couponOffFen));
        const applied = priced.verdicts.find((verdict) => verdict.verdict === 'applied');
        const coupon = input.coupons.find(({ id }) => id === priced.appliedCouponId);
        if (!coupon || coupon.rule.kind === 'shipping') expect(spread).toBe(0);
        else expect(spread).toBe(applied!.savesFen);
        for (const [index, line] of priced.lines.entries()) {
          const { categoryIds, notCategoryIds } = coupon?.rule.scope ?? {};
          const [, category] = input.lines[index]!.categoryIds;
          if (notCategoryIds?.includes(category!)) expect(line.couponOffFen).toBe(0);
          if (categoryIds?.length && !categoryIds.includes(category!)) expect(line.couponOffFen).toBe(0);
        }
      }),
      RUNS,
    );
  });

  it('is lowered by every coupon by what is said of it, and raised by none', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const without = priceBasket({ ...input, coupon: null });
        expect(without.appliedCouponId).toBeNull();
        for (const verdict of without.verdicts) {
          const priced = priceBasket({ ...input, coupon: verdict.couponId });
          expect(without.payableFen - priced.payableFen).toBe(verdict.savesFen);
          if (verdict.verdict === 'refused') expect(priced.appliedCouponId).toBeNull();
          else expect(verdict.savesFen).toBeGreaterThan(0);
        }
      }),
      RUNS,
    );
  });

  it('never rises when a coupon comes into the wallet', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        let last = priceBasket({ ...input, coupons: [] }).payableFen;
        for (let count = 1; count <= input.coupons.length; count += 1) {
          const next = priceBasket({ ...input, coupons: input.coupons.slice(0, count) }).payableFen;
          expect(next).toBeLessThanOrEqual(last);
          last = next;
        }
      }),
      RUNS,
    );
  });

  it('is, with the best coupon, the lowest that trying each one finds', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const tries = [null, ...input.coupons.map(({ id }) => id)];
        const lowest = Math.min(...tries.map((coupon) => priceBasket({ ...input, coupon }).payableFen));
        expect(priceBasket(input).payableFen).toBe(lowest);
      }),
      RUNS,
    );
  });

  it('takes, of two coupons that save the same, the one that ends first', () => {
    const rule: CouponRule = {
      kind: 'money_off',
      thresholdFen: ZERO,
      amountFen: fen(500),
      percentBp: 0,
      capFen: ZERO,
      scope: {},
    };
    const coupon = (id: string, days: number): PricingCoupon => ({
      id,
      title: id,
      rule,
      validFrom: now,
      validUntil: new Date(+now + days * DAY),
    });
    const input = basket([coupon('later', 9), coupon('sooner', 2), coupon('latest', 30)]);
    expect(priceBasket(input).appliedCouponId).toBe('sooner');
  });

  it('is the same for the same input, and leaves the input alone', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const before = structuredClone(input);
        expect(priceBasket(input)).toEqual(priceBasket(input));
        expect(input).toEqual(before);
      }),
    );
  });

  it('names a reason for each coupon it does not take, and what is missing where money is', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        for (const { verdict, reason, eligibleListFen, couponId } of priceBasket(input).verdicts) {
          expect(reason === null).toBe(verdict !== 'refused');
          if (reason?.code !== 'threshold') continue;
          const { thresholdFen } = input.coupons.find(({ id }) => id === couponId)!.rule;
          expect(reason.missingFen! + eligibleListFen).toBe(thresholdFen);
        }
      }),
      RUNS,
    );
  });

  it('stays free of shipping when a coupon takes the goods below the limit', () => {
    const coupon: PricingCoupon = {
      id: 'c',
      title: '豆与耗材券',
      rule: {
        kind: 'money_off',
        thresholdFen: fen(20_000),
        amountFen: fen(3_000),
        percentBp: 0,
        capFen: ZERO,
        scope: {},
      },
      validFrom: now,
      validUntil: new Date(+now + DAY),
    };
    const input = { ...basket([coupon]), shipping: { baseFen: fen(1_200), freeFromFen: fen(19_000) } };
    expect(priceBasket(input)).toMatchObject({ goodsFen: 17_000, shippingFen: 0, payableFen: 17_000 });
  });

  it('may be ¥0', () => {
    const free: PricingCoupon = {
      id: 'free',
      title: '全免券',
      rule: {
        kind: 'percent_off',
        thresholdFen: ZERO,
        amountFen: ZERO,
        percentBp: 10_000,
        capFen: ZERO,
        scope: {},
      },
      validFrom: now,
      validUntil: new Date(+now + DAY),
    };
    expect(priceBasket(basket([free]))).toMatchObject({ payableFen: 0, savedFen: 20_000, earnsPoints: 0 });
  });

  it('refuses a basket that cannot be', () => {
    const line = basket([]).lines[0]!;
    for (const quantity of [0, -1, 1.5, Number.NaN])
      expect(() => priceBasket({ ...basket([]), lines: [{ ...line, quantity }] })).toThrow(RangeError);
    expect(() => priceBasket({ ...basket([]), lines: [{ ...line, unitListFen: 0.5 as Fen }] })).toThrow(
      RangeError,
    );
  });
});

function basket(wallet: PricingCoupon[]): PricingInput {
  return {
    lines: [
      {
        key: 'bean',
        skuId: 'bean',
        productId: 'bean',
        categoryIds: ['bean'],
        name: '豆',
        quantity: 2,
        unitListFen: fen(10_000),
        memberPriced: false,
      },
    ],
    level: null,
    coupons: wallet,
    coupon: 'best',
    shipping: null,
    place: { platform: 'wechat', channel: 'online', storeId: null, levelId: null },
    now,
  };
}

describe('a member price', () => {
  it('is rounded a piece: two pieces cost twice the price shown for one', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 999_999 }),
        fc.integer({ min: 1, max: 10_000 }),
        fc.integer({ min: 1, max: 99 }),
        (unit, bp, quantity) => {
          const level = { id: 'gold', name: '金卡', memberPriceBp: bp, pointsMultiplierBp: 10_000 };
          const line = { ...basket([]).lines[0]!, unitListFen: fen(unit), quantity, memberPriced: true };
          const priced = priceBasket({ ...basket([]), level, lines: [line] });
          expect(priced.goodsFen).toBe(unitMemberPrice(fen(unit), bp) * quantity);
          expect(priced.goodsFen).toBeLessThanOrEqual(priced.listFen);
        },
      ),
    );
  });

  it('is named as people say it', () => {
    const level = { id: 'gold', name: '金卡', memberPriceBp: 9_000, pointsMultiplierBp: 10_000 };
    const line = { ...basket([]).lines[0]!, memberPriced: true };
    const [step] = priceBasket({ ...basket([]), level, lines: [line] }).steps;
    expect(step).toMatchObject({ ruleId: 'level:gold', label: '金卡 9 折', amountFen: -2_000 });
  });
});

describe('points', () => {
  it('are one a yuan, times the level, rounded down', () => {
    expect(pointsFor(fen(9_999), 10_000)).toBe(99);
    expect(pointsFor(fen(10_000), 12_000)).toBe(120);
    expect(pointsFor(fen(99), 10_000)).toBe(0);
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 100_000_000 }),
        fc.integer({ min: 0, max: 50_000 }),
        (goods, bp) => {
          const points = BigInt(pointsFor(fen(goods), bp));
          const exact = BigInt(goods) * BigInt(bp);
          expect(points * 1_000_000n <= exact && exact < (points + 1n) * 1_000_000n).toBe(true);
        },
      ),
    );
  });
});
