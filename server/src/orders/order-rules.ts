/** Small rules of orders: numbers, time limits, what a paid order brings. */
import type { Fen } from '@tongdian/shared/kernel/money';
import { shanghaiParts } from '@tongdian/shared/kernel/time';

/** An unpaid order holds stock and coupon this long. */
export const PAY_WITHIN_MS = 30 * 60_000;
/** Points of an order become usable when the time for returning goods is over. */
export const POINTS_PENDING_DAYS = 7;
/** Points expire at the end of this many days after they became usable. */
export const POINTS_LIFE_DAYS = 365;

/** One growth point a yuan paid for goods, rounded down. */
export function growthFor(goodsFen: Fen | number): number {
  return Math.floor(goodsFen / 100);
}

const two = (value: number): string => String(value).padStart(2, '0');

/** "LP" + Shanghai date and time + 6 random digits: 20 characters, good as out_trade_no on every platform. */
export function orderNumber(now: Date, random: number): string {
  const p = shanghaiParts(now);
  const stamp = `${String(p.year).slice(2)}${two(p.month)}${two(p.day)}${two(p.hour)}${two(p.minute)}${two(p.second)}`;
  return `LP${stamp}${String(random % 1_000_000).padStart(6, '0')}`;
}
