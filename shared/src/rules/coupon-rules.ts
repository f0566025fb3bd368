/**
 * When a coupon applies, to what, and what it is worth: pure, so that the mini-program shows what the
 * server will decide. Every "no" carries its reason and, where there is one, what is missing.
 */
import { formatYuan, minFen, shareFen, subFen, ZERO, type Fen } from '../kernel/money.js';
import type { Platform } from '../kernel/platforms.js';
import { addDays, businessDay, dayText, endOfBusinessDay, isWithin } from '../kernel/time.js';

export const COUPON_KINDS = ['money_off', 'percent_off', 'shipping', 'exchange'] as const;
export type CouponKind = (typeof COUPON_KINDS)[number];

export const CHANNELS = ['online', 'store'] as const;
export type Channel = (typeof CHANNELS)[number];

/** Empty or absent = no restriction. `not*` wins over its counterpart. Category ids cover what is below them. */
export interface CouponScope {
  categoryIds?: string[];
  productIds?: string[];
  skuIds?: string[];
  notCategoryIds?: string[];
  notProductIds?: string[];
  notSkuIds?: string[];
  storeIds?: string[];
  platforms?: Platform[];
  channels?: Channel[];
  levelIds?: string[];
}

export interface CouponRule {
  kind: CouponKind;
  /** Counted on the list price of the goods the coupon covers. */
  thresholdFen: Fen;
  /** money_off, and the worth shown for an exchange coupon. */
  amountFen: Fen;
  /** percent_off: 500 = 5 % off. */
  percentBp: number;
  /** percent_off: at most this much off; 0 = no cap. */
  capFen: Fen;
  scope: CouponScope;
}

export interface CouponGoods {
  key: string;
  skuId: string;
  productId: string;
  /** The category and all above it. */
  categoryIds: readonly string[];
  listFen: Fen;
  /** What is left to pay for the line when the coupon's turn comes. */
  dueFen: Fen;
}

export interface CouponPlace {
  platform: Platform | null;
  channel: Channel;
  storeId: string | null;
  levelId: string | null;
  shippingFen: Fen;
}

export type CouponReasonCode =
  | 'state'
  | 'not_yet'
  | 'expired'
  | 'platform'
  | 'channel'
  | 'store'
  | 'level'
  | 'goods'
  | 'threshold'
  | 'nothing_to_reduce';

export interface CouponReason {
  code: CouponReasonCode;
  /** For people, in the words of the guide. */
  text: string;
  missingFen: Fen | null;
}

export type CouponOutcome =
  | {
      applies: true;
      offFen: Fen;
      goods: { key: string; dueFen: Fen }[];
      onShipping: boolean;
      eligibleListFen: Fen;
    }
  | { applies: false; reason: CouponReason; eligibleListFen: Fen };

const some = (list: readonly string[] | undefined): list is readonly string[] => !!list && list.length > 0;

/** Does the scope cover these goods? Place and level are asked elsewhere. */
export function coversGoods(scope: CouponScope, goods: CouponGoods): boolean {
  if (some(scope.notSkuIds) && scope.notSkuIds.includes(goods.skuId)) return false;
  if (some(scope.notProductIds) && scope.notProductIds.includes(goods.productId)) return false;
  if (some(scope.notCategoryIds) && goods.categoryIds.some((id) => scope.notCategoryIds!.includes(id)))
    return false;
  if (!some(scope.skuIds) && !some(scope.productIds) && !some(scope.categoryIds)) return true;
  return (
    (some(scope.skuIds) && scope.skuIds.includes(goods.skuId)) ||
    (some(scope.productIds) && scope.productIds.includes(goods.productId)) ||
    (some(scope.categoryIds) && goods.categoryIds.some((id) => scope.categoryIds!.includes(id)))
  );
}

/** Where it may be used at all: an exchange happens at a counter, shipping is saved on line only. */
export function channelsOf(rule: CouponRule): Channel[] {
  const possible: readonly Channel[] =
    rule.kind === 'exchange' ? ['store'] : rule.kind === 'shipping' ? ['online'] : CHANNELS;
  const { channels } = rule.scope;
  return possible.filter((channel) => !some(channels) || channels.includes(channel));
}

/** From the moment of claiming to the end of the last day, the day of claiming being the first. */
export function windowFrom(now: Date, validDays: number): { validFrom: Date; validUntil: Date } {
  return { validFrom: now, validUntil: endOfBusinessDay(addDays(businessDay(now), validDays - 1)) };
}

function no(code: CouponReasonCode, text: string, missingFen: Fen | null = null): CouponReason {
  return { code, text, missingFen };
}

/** Time, platform, channel, store and level: everything that does not depend on the goods. */
export function refusalOfPlace(
  rule: CouponRule,
  window: { validFrom: Date; validUntil: Date },
  place: CouponPlace,
  now: Date,
): CouponReason | null {
  const { scope } = rule;
  if (now < window.validFrom) return no('not_yet', `${dayText(window.validFrom, now)}开始能用`);
  if (!isWithin(now, window.validFrom, window.validUntil)) return no('expired', '过期了');
  if (!channelsOf(rule).includes(place.channel))
    return no('channel', place.channel === 'online' ? '只在门店用' : '只在网上用');
  if (
    some(scope.platforms) &&
    place.channel === 'online' &&
    !(place.platform && scope.platforms.includes(place.platform))
  )
    return no('platform', '这个平台用不了');
  if (
    some(scope.storeIds) &&
    place.channel === 'store' &&
    !(place.storeId && scope.storeIds.includes(place.storeId))
  )
    return no('store', '不在这家店用');
  if (some(scope.levelIds) && !(place.levelId && scope.levelIds.includes(place.levelId)))
    return no('level', '你的等级还用不了');
  return null;
}

function worth(rule: CouponRule, baseFen: Fen): Fen {
  if (rule.kind === 'percent_off') {
    const off = shareFen(baseFen, rule.percentBp);
    return rule.capFen > 0 ? minFen(off, rule.capFen) : off;
  }
  return minFen(rule.amountFen, baseFen);
}

/** What the coupon does to these goods, or why it does nothing. Never more off than is due. */
export function judgeCoupon(
  rule: CouponRule,
  window: { validFrom: Date; validUntil: Date },
  goods: readonly CouponGoods[],
  place: CouponPlace,
  now: Date,
): CouponOutcome {
  const covered = goods.filter((line) => coversGoods(rule.scope, line));
  const eligibleListFen = covered.reduce((sum, line) => sum + line.listFen, 0) as Fen;
  const refused = refusalOfPlace(rule, window, place, now);
  if (refused) return { applies: false, reason: refused, eligibleListFen };
  if (covered.length === 0)
    return { applies: false, reason: no('goods', '没有这张券能买的东西'), eligibleListFen };
  if (eligibleListFen < rule.thresholdFen) {
    const missing = subFen(rule.thresholdFen, eligibleListFen);
    return {
      applies: false,
      reason: no('threshold', `还差 ${formatYuan(missing, true)} 可用`, missing),
      eligibleListFen,
    };
  }
  const onShipping = rule.kind === 'shipping';
  const dueFen = onShipping
    ? place.shippingFen
    : (covered.reduce((sum, line) => sum + line.dueFen, 0) as Fen);
  const offFen = onShipping ? dueFen : worth(rule, dueFen);
  if (offFen === ZERO) {
    return {
      applies: false,
      reason: no('nothing_to_reduce', onShipping ? '这单本来就免运费' : '没有可减的钱'),
      eligibleListFen,
    };
  }
  const reduced = onShipping ? [] : covered.map(({ key, dueFen: due }) => ({ key, dueFen: due }));
  return { applies: true, offFen, goods: reduced, onShipping, eligibleListFen };
}

export interface CounterOutcome {
  /** Null: may be used here now. */
  reason: CouponReason | null;
  /** Its worth hangs on a bill that is not given yet. */
  needsBill: boolean;
  /** What it takes off; null while the bill is needed, or when it is refused. */
  offFen: Fen | null;
}

/**
 * The coupon at a counter, where the till knows the goods and we know the bill at most: the clerk looks
 * whether the goods are the coupon's, the threshold and the worth are taken on the bill.
 */
export function judgeAtCounter(
  rule: CouponRule,
  window: { validFrom: Date; validUntil: Date },
  bill: Fen | null,
  place: Omit<CouponPlace, 'shippingFen' | 'channel'>,
  now: Date,
): CounterOutcome {
  const needsBill = rule.kind === 'percent_off' || rule.thresholdFen > 0;
  const refused = refusalOfPlace(rule, window, { ...place, channel: 'store', shippingFen: ZERO }, now);
  if (refused) return { reason: refused, needsBill, offFen: null };
  if (bill === null) return { reason: null, needsBill, offFen: needsBill ? null : rule.amountFen };
  if (bill < rule.thresholdFen) {
    const missing = subFen(rule.thresholdFen, bill);
    return {
      reason: no('threshold', `还差 ${formatYuan(missing, true)} 可用`, missing),
      needsBill,
      offFen: null,
    };
  }
  // What is exchanged is handed over beside the bill: its worth is not limited by it.
  const offFen = rule.kind === 'exchange' ? rule.amountFen : worth(rule, bill);
  if (offFen === ZERO && rule.kind !== 'exchange')
    return { reason: no('nothing_to_reduce', '没有可减的钱'), needsBill, offFen: null };
  return { reason: null, needsBill, offFen };
}

/** What is paid, as people say it: 9,500 basis points are "95 折", 9,000 "9 折", 8,850 "8.85 折", 500 "0.5 折". */
export function foldText(payBp: number): string {
  if (payBp === 0) return '全免';
  const whole = payBp / 100;
  const digits = Number.isInteger(whole) && whole >= 11 && whole % 10 !== 0 ? whole : payBp / 1_000;
  return `${digits} 折`;
}

/** "满 ¥200 减 ¥30", "95 折，最多减 ¥100", "免运费", "到店兑换一份": what the coupon says of itself. */
export function describeRule(rule: CouponRule): string {
  const from = rule.thresholdFen > 0 ? `满 ${formatYuan(rule.thresholdFen, true)} ` : '';
  if (rule.kind === 'shipping') return `${from}免运费`;
  if (rule.kind === 'exchange') return `${from}到店兑换一份`;
  if (rule.kind === 'money_off') return `${from}减 ${formatYuan(rule.amountFen, true)}`;
  const cap = rule.capFen > 0 ? `，最多减 ${formatYuan(rule.capFen, true)}` : '';
  return `${from}${foldText(10_000 - rule.percentBp)}${cap}`;
}
