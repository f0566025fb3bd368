/**
 * The one price calculation: the app shows it, the server decides by it. The order is fixed and printed:
 * list price, member price, coupon, shipping. Every step names its rule and is spread over the lines to
 * the last fen; payable is never below zero, and ¥0 is a price like any other.
 */
import { addFen, allocateFen, fen, shareFen, subFen, timesFen, ZERO, type Fen } from '../kernel/money.js';
import {
  foldText,
  judgeCoupon,
  type CouponGoods,
  type CouponPlace,
  type CouponReason,
  type CouponRule,
} from './coupon-rules.js';

export interface PricingLine {
  key: string;
  skuId: string;
  productId: string;
  categoryIds: readonly string[];
  name: string;
  quantity: number;
  unitListFen: Fen;
  /** Member prices apply to these goods. */
  memberPriced: boolean;
}

export interface PricingLevel {
  id: string;
  name: string;
  memberPriceBp: number;
  pointsMultiplierBp: number;
}

export interface PricingCoupon {
  id: string;
  title: string;
  rule: CouponRule;
  validFrom: Date;
  validUntil: Date;
}

export interface ShippingTerms {
  baseFen: Fen;
  /** From this much of goods (at member prices, before a coupon) shipping is free; 0 = never free by amount. */
  freeFromFen: Fen;
}

export interface PricingInput {
  lines: readonly PricingLine[];
  level: PricingLevel | null;
  coupons: readonly PricingCoupon[];
  /** 'best' = the one that saves most; an id = that one or none, with the reason; null = none. */
  coupon: 'best' | string | null;
  /** Null when the goods are fetched at a store. */
  shipping: ShippingTerms | null;
  place: Omit<CouponPlace, 'shippingFen'>;
  now: Date;
}

export interface PriceStep {
  /** The rule behind the step: "level:<id>", "coupon:<id>", "shipping". */
  ruleId: string;
  kind: 'member_price' | 'coupon' | 'shipping';
  label: string;
  detail: string | null;
  /** Negative = off the price, positive = added. */
  amountFen: Fen;
}

export interface PricedLine {
  key: string;
  skuId: string;
  quantity: number;
  unitListFen: Fen;
  listFen: Fen;
  memberOffFen: Fen;
  couponOffFen: Fen;
  payableFen: Fen;
}

export interface CouponVerdict {
  couponId: string;
  verdict: 'applied' | 'usable' | 'refused';
  /** What it takes off in this basket. */
  savesFen: Fen;
  reason: CouponReason | null;
  eligibleListFen: Fen;
}

export interface Priced {
  lines: PricedLine[];
  steps: PriceStep[];
  verdicts: CouponVerdict[];
  appliedCouponId: string | null;
  listFen: Fen;
  goodsFen: Fen;
  shippingFen: Fen;
  payableFen: Fen;
  savedFen: Fen;
  earnsPoints: number;
}

interface Working {
  line: PricingLine;
  listFen: Fen;
  memberOffFen: Fen;
  couponOffFen: Fen;
}

/** A member price is rounded a piece, so that two pieces cost twice the price that is shown for one. */
export function unitMemberPrice(unitListFen: Fen, memberPriceBp: number): Fen {
  return shareFen(unitListFen, memberPriceBp);
}

function begin(lines: readonly PricingLine[], level: PricingLevel | null): Working[] {
  return lines.map((line) => {
    if (!Number.isSafeInteger(line.quantity) || line.quantity < 1)
      throw new RangeError(`quantity: ${line.quantity}`);
    const listFen = timesFen(line.unitListFen, line.quantity);
    const bp = level && line.memberPriced ? level.memberPriceBp : 10_000;
    const memberFen = timesFen(unitMemberPrice(line.unitListFen, bp), line.quantity);
    return { line, listFen, memberOffFen: subFen(listFen, memberFen), couponOffFen: ZERO };
  });
}

const due = (work: Working): Fen => subFen(subFen(work.listFen, work.memberOffFen), work.couponOffFen);
const total = (works: readonly Working[], part: (work: Working) => Fen): Fen => addFen(...works.map(part));

function shippingOf(terms: ShippingTerms | null, goodsFen: Fen): Fen {
  if (!terms) return ZERO;
  return terms.freeFromFen > 0 && goodsFen >= terms.freeFromFen ? ZERO : terms.baseFen;
}

function goodsOf(works: readonly Working[]): CouponGoods[] {
  return works.map((work) => ({
    key: work.line.key,
    skuId: work.line.skuId,
    productId: work.line.productId,
    categoryIds: work.line.categoryIds,
    listFen: work.listFen,
    dueFen: due(work),
  }));
}

/** What one coupon would save in all: it may cost free shipping what it takes off the goods. */
function judgeAll(input: PricingInput, works: readonly Working[], goodsFen: Fen): CouponVerdict[] {
  const goods = goodsOf(works);
  const before = shippingOf(input.shipping, goodsFen);
  return input.coupons.map((coupon) => {
    const place = { ...input.place, shippingFen: before };
    const outcome = judgeCoupon(coupon.rule, coupon, goods, place, input.now);
    if (!outcome.applies) {
      return {
        couponId: coupon.id,
        verdict: 'refused',
        savesFen: ZERO,
        reason: outcome.reason,
        eligibleListFen: outcome.eligibleListFen,
      };
    }
    return {
      couponId: coupon.id,
      verdict: 'usable',
      savesFen: outcome.offFen,
      reason: null,
      eligibleListFen: outcome.eligibleListFen,
    };
  });
}

/** The best saves most; of equals, the one that ends first, so that nothing lapses for nothing. */
function choose(input: PricingInput, verdicts: readonly CouponVerdict[]): CouponVerdict | null {
  const usable = verdicts.filter((verdict) => verdict.verdict === 'usable');
  if (input.coupon === null) return null;
  if (input.coupon !== 'best') return usable.find((verdict) => verdict.couponId === input.coupon) ?? null;
  const ends = new Map(input.coupons.map(({ id, validUntil }) => [id, validUntil.getTime()]));
  const better = (a: CouponVerdict, b: CouponVerdict): boolean =>
    a.savesFen === b.savesFen ? ends.get(a.couponId)! < ends.get(b.couponId)! : a.savesFen > b.savesFen;
  return usable.reduce<CouponVerdict | null>(
    (best, next) => (!best || better(next, best) ? next : best),
    null,
  );
}

/** Spreads the coupon over the lines it covers, by what is still due on each. */
function spread(works: Working[], coupon: PricingCoupon, input: PricingInput, shippingFen: Fen): void {
  const outcome = judgeCoupon(
    coupon.rule,
    coupon,
    goodsOf(works),
    { ...input.place, shippingFen },
    input.now,
  );
  if (!outcome.applies || outcome.onShipping) return;
  const parts = allocateFen(
    outcome.offFen,
    outcome.goods.map((goods) => goods.dueFen),
  );
  outcome.goods.forEach((goods, index) => {
    works.find((work) => work.line.key === goods.key)!.couponOffFen = parts[index]!;
  });
}

/** Points: one a yuan actually paid for goods, times the level's multiplier, rounded down. */
export function pointsFor(goodsFen: Fen, multiplierBp: number): number {
  return Number((BigInt(goodsFen) * BigInt(multiplierBp)) / 1_000_000n);
}

/**
 * Prices a basket. Pure: same input, same answer. Throws RangeError on impossible input (a quantity below
 * one, a price that is not whole fen).
 *
 * Free shipping is judged on the goods before the coupon: a coupon never raises the price by taking a
 * basket below the limit.
 */
export function priceBasket(input: PricingInput): Priced {
  const works = begin(input.lines, input.level);
  const listFen = total(works, (work) => work.listFen);
  const memberOffFen = total(works, (work) => work.memberOffFen);
  const beforeCoupon = subFen(listFen, memberOffFen);
  const shippingFen = shippingOf(input.shipping, beforeCoupon);
  const verdicts = judgeAll(input, works, beforeCoupon);
  const chosen = choose(input, verdicts);
  const coupon = chosen ? input.coupons.find(({ id }) => id === chosen.couponId)! : null;
  if (chosen) chosen.verdict = 'applied';
  if (coupon) spread(works, coupon, input, shippingFen);
  const shippingOffFen = coupon?.rule.kind === 'shipping' ? chosen!.savesFen : ZERO;
  const goodsFen = total(works, due);
  const payableFen = fen(goodsFen + shippingFen - shippingOffFen);
  return {
    lines: works.map((work) => ({
      key: work.line.key,
      skuId: work.line.skuId,
      quantity: work.line.quantity,
      unitListFen: work.line.unitListFen,
      listFen: work.listFen,
      memberOffFen: work.memberOffFen,
      couponOffFen: work.couponOffFen,
      payableFen: due(work),
    })),
    steps: stepsOf(input, memberOffFen, coupon, chosen?.savesFen ?? ZERO, shippingFen),
    verdicts,
    appliedCouponId: chosen?.couponId ?? null,
    listFen,
    goodsFen,
    shippingFen: subFen(shippingFen, shippingOffFen),
    payableFen,
    savedFen: fen(memberOffFen + (chosen?.savesFen ?? 0)),
    earnsPoints: pointsFor(goodsFen, input.level?.pointsMultiplierBp ?? 10_000),
  };
}

function stepsOf(
  input: PricingInput,
  memberOffFen: Fen,
  coupon: PricingCoupon | null,
  couponOffFen: Fen,
  shippingFen: Fen,
): PriceStep[] {
  const steps: PriceStep[] = [];
  if (input.level && memberOffFen > 0) {
    steps.push({
      ruleId: `level:${input.level.id}`,
      kind: 'member_price',
      label: `${input.level.name} ${foldText(input.level.memberPriceBp)}`,
      detail: null,
      amountFen: fen(-memberOffFen),
    });
  }
  if (coupon) {
    steps.push({
      ruleId: `coupon:${coupon.id}`,
      kind: 'coupon',
      label: coupon.title,
      detail: null,
      amountFen: fen(-couponOffFen),
    });
  }
  if (input.shipping) {
    steps.push({ ruleId: 'shipping', kind: 'shipping', label: '运费', detail: null, amountFen: shippingFen });
  }
  return steps;
}
