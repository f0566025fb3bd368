/** Numbers and times as people say them. A space stands between Chinese and digits. */
import type { Fen } from '@tongdian/shared/kernel/money';
import { formatYuan } from '@tongdian/shared/kernel/money';
import { businessDay, clockText, dayText, shanghaiParts } from '@tongdian/shared/kernel/time';

/** "¥3,116" or "¥47.50" */
export function yuan(amountFen: number): string {
  return formatYuan(amountFen as Fen, true);
}

/** "¥3,097.00" */
export function yuanFull(amountFen: number): string {
  return formatYuan(amountFen as Fen);
}

/** "−¥150", "+¥12" */
export function signedYuan(amountFen: number, full = false): string {
  const text = full ? yuanFull(Math.abs(amountFen)) : yuan(Math.abs(amountFen));
  return amountFen < 0 ? `−${text}` : text;
}

export function count(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** "雾白 · 单锅炉" */
export function optionsText(options: Record<string, string>): string {
  return Object.values(options).join(' · ');
}

/** A coupon's end as a sentence: 「今晚 24:00 前」, 「明天 24:00 前」, 「7 月 12 日前」. `until` is the first moment it is not valid. */
export function untilText(until: string, now = new Date()): string {
  const last = new Date(Date.parse(until) - 1);
  const days = daysBetween(now, last);
  if (days === 0)
    return shanghaiParts(last).hour === 23 ? '今晚 24:00 前' : `今天 ${clockText(new Date(until))} 前`;
  if (days === 1) return '明晚 24:00 前';
  return `${dayText(last, now)}前`;
}

export function endsToday(until: string, now = new Date()): boolean {
  return daysBetween(now, new Date(Date.parse(until) - 1)) === 0;
}

function daysBetween(from: Date, to: Date): number {
  return Math.round((Date.parse(businessDay(to)) - Date.parse(businessDay(from))) / 86_400_000);
}

/** 「5 月 28 日」 */
export function dayOf(instant: string, now = new Date()): string {
  return dayText(new Date(instant), now);
}

/** 「5 月 28 日 14:32」, today only 「14:32」 */
export function momentOf(instant: string | number, now = new Date()): string {
  const at = new Date(instant);
  return businessDay(at) === businessDay(now) ? clockText(at) : `${dayText(at, now)} ${clockText(at)}`;
}

/** 「下午好」 */
export function greeting(now = new Date()): string {
  const { hour } = shanghaiParts(now);
  if (hour < 5) return '夜深了';
  if (hour < 11) return '早上好';
  if (hour < 13) return '中午好';
  if (hour < 18) return '下午好';
  return '晚上好';
}

/** 95 for 9500: 「95 折」; 「88 折」; whole tens without the zero: 「9 折」. */
export function foldText(bp: number): string {
  const fold = bp / 100;
  return fold % 10 === 0 ? `${fold / 10} 折` : `${fold} 折`;
}
