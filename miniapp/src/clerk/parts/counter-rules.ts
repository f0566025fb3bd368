/** What a confirmation will do and come to: pure, so that the screen says before what the server does after. */
import type { ScanCouponView, ScanView } from '@tongdian/shared/contract/verification.routes';
import { parseYuanText } from '@tongdian/shared/kernel/money';

export const MOST_BILL_FEN = 100_000_000;

export interface Choice {
  couponIds: string[];
  orderIds: string[];
}

export interface Bill {
  /** Null: nothing entered, or not an amount. */
  fen: number | null;
  fault: string | null;
}

/** The bill as typed, read by its digits. "12." and ".5" are on the way to an amount. */
export function readBill(text: string): Bill {
  const typed = text
    .trim()
    .replace(/[,，¥￥]/g, '')
    .replace('。', '.');
  if (typed === '') return { fen: null, fault: null };
  const whole = typed.replace(/^\./, '0.').replace(/\.$/, '');
  const fen = parseYuanText(whole);
  if (fen === null || fen < 0)
    return { fen: null, fault: /\.\d{3,}$/.test(whole) ? '最多两位小数' : '金额写成 128 或 128.50' };
  if (fen > MOST_BILL_FEN) return { fen: null, fault: '一单最多 ¥1,000,000' };
  return { fen, fault: null };
}

const usable = (coupon: ScanCouponView): boolean => coupon.refusal === null;
const takesMoneyOff = (coupon: ScanCouponView): boolean => coupon.kind !== 'exchange';

/** The money-off coupon that saves most on this bill; the first of equals, which the server lists first. */
function bestOf(view: ScanView): ScanCouponView | null {
  const worth = (coupon: ScanCouponView): number => coupon.offFen ?? 0;
  return view.coupons
    .filter((coupon) => usable(coupon) && takesMoneyOff(coupon) && worth(coupon) > 0)
    .reduce<ScanCouponView | null>((best, one) => (best && worth(best) >= worth(one) ? best : one), null);
}

/**
 * What is ticked before the clerk touches anything. A coupon's own code means that coupon; a pick-up that was
 * waited for means that order. A member code means the orders that wait, the best coupon once a bill is there,
 * and the one thing that can be done when there is only one.
 */
export function proposed(view: ScanView, wantedOrderId: string | null): Choice {
  const orders = view.pickups.filter(({ refusal }) => refusal === null).map(({ orderId }) => orderId);
  if (wantedOrderId) return { couponIds: [], orderIds: orders.filter((id) => id === wantedOrderId) };
  const shown = view.coupons.filter((coupon) => coupon.chosen);
  if (shown.length > 0)
    return { couponIds: shown.filter(usable).map(({ couponId }) => couponId), orderIds: [] };
  if (view.billFen !== null) {
    const best = bestOf(view);
    return { couponIds: best ? [best.couponId] : [], orderIds: orders };
  }
  const open = view.coupons.filter(usable);
  const only = orders.length === 0 && open.length === 1 ? [open[0]!.couponId] : [];
  return { couponIds: only, orderIds: orders };
}

/** Ticks or unticks a coupon. Of those that take money off the bill the new one takes the old one's place. */
export function withCoupon(view: ScanView, choice: Choice, couponId: string): Choice {
  const pressed = view.coupons.find((coupon) => coupon.couponId === couponId);
  if (!pressed || !usable(pressed)) return choice;
  if (choice.couponIds.includes(couponId))
    return { ...choice, couponIds: choice.couponIds.filter((id) => id !== couponId) };
  const giveWay = (id: string): boolean =>
    takesMoneyOff(pressed) && view.coupons.some((one) => one.couponId === id && takesMoneyOff(one));
  return { ...choice, couponIds: [...choice.couponIds.filter((id) => !giveWay(id)), couponId] };
}

export function withOrder(choice: Choice, orderId: string): Choice {
  const has = choice.orderIds.includes(orderId);
  return {
    ...choice,
    orderIds: has ? choice.orderIds.filter((id) => id !== orderId) : [...choice.orderIds, orderId],
  };
}

/** What is left of a choice when the bill has changed what may be used. */
export function stillPossible(view: ScanView, choice: Choice): Choice {
  const coupons = new Set(view.coupons.filter(usable).map(({ couponId }) => couponId));
  const orders = new Set(
    view.pickups.filter(({ refusal }) => refusal === null).map(({ orderId }) => orderId),
  );
  return {
    couponIds: choice.couponIds.filter((id) => coupons.has(id)),
    orderIds: choice.orderIds.filter((id) => orders.has(id)),
  };
}

export interface Sum {
  /** How many things a confirmation does. */
  count: number;
  /** Money off the bill; goods handed over beside it do not count. Null while the bill is missing. */
  offFen: number | null;
  /** Bill minus off; null without a bill. */
  dueFen: number | null;
  /** Why it cannot be confirmed yet. */
  missing: 'nothing' | 'bill' | null;
}

export function sumOf(view: ScanView, choice: Choice): Sum {
  const chosen = view.coupons.filter(({ couponId }) => choice.couponIds.includes(couponId));
  const waits = chosen.some(({ needsBill }) => needsBill) && view.billFen === null;
  const offFen = waits
    ? null
    : chosen.filter(takesMoneyOff).reduce((sum, coupon) => sum + (coupon.offFen ?? 0), 0);
  const count = chosen.length + choice.orderIds.length;
  return {
    count,
    offFen,
    dueFen: view.billFen === null || offFen === null ? null : view.billFen - offFen,
    missing: count === 0 ? 'nothing' : waits ? 'bill' : null,
  };
}

const DIGITS = ['零', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十'];

/** 「两件事」; eleven and more in figures. */
export function thingsText(count: number): string {
  return count <= 10 ? `${DIGITS[count]}件事` : ` ${count} 件事`;
}

/** "620488" → "6204", "88", "": what is typed, in groups of four. */
export function groupsOf(digits: string): [string, string, string] {
  return [digits.slice(0, 4), digits.slice(4, 8), digits.slice(8, 12)];
}

/** "9:41" until `leftMs` is over; null when nothing is left. */
export function leftText(leftMs: number): string | null {
  if (leftMs <= 0) return null;
  const seconds = Math.ceil(leftMs / 1_000);
  if (seconds >= 3_600) return `${Math.floor(seconds / 3_600)} 小时 ${Math.floor((seconds % 3_600) / 60)} 分`;
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
