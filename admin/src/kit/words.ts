/** Numbers, money, times and names as people read them. */
import { fen, formatYuan } from '@tongdian/shared/kernel/money';
import { PLATFORM_NAMES, type Platform } from '@tongdian/shared/kernel/platforms';
import { businessDay, clockText, dayText, shanghaiText } from '@tongdian/shared/kernel/time';

/** 1204 → "1,204" */
export function count(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** Fen → "¥3,097" or "¥30.50". */
export function yuan(amountFen: number): string {
  return formatYuan(fen(amountFen), true);
}

const SYMBOLS: Record<string, string> = { CNY: '¥', GBP: '£', USD: '$', EUR: '€', HKD: 'HK$', JPY: '¥' };

/** Hundredths of any currency, to the penny: (123450, "GBP") → "£1,234.50"; unknown ones by their letters. */
export function minorText(minor: number, currency: string): string {
  const size = Math.abs(minor);
  const whole = count(Math.floor(size / 100));
  const text = `${whole}.${String(size % 100).padStart(2, '0')}`;
  return `${minor < 0 ? '−' : ''}${SYMBOLS[currency] ?? `${currency} `}${text}`;
}

/** "6 月 13 日", with the year when it is another one. */
export function day(iso: string, now = new Date()): string {
  return dayText(new Date(iso), now);
}

/** "6 月 13 日 14:32" */
export function moment(iso: string, now = new Date()): string {
  const at = new Date(iso);
  return `${dayText(at, now)} ${clockText(at)}`;
}

/** "2026-06-13 14:32": for tables, where columns must line up. */
export function stamp(iso: string): string {
  return shanghaiText(new Date(iso)).slice(0, 16);
}

export function dayStamp(iso: string): string {
  return businessDay(new Date(iso));
}

/** "2026-06-13" → "6/13" */
export function shortDay(businessDayText: string): string {
  const [, month, date] = businessDayText.split('-');
  return `${Number(month)}/${Number(date)}`;
}

export function platformName(platform: string): string {
  return PLATFORM_NAMES[platform as Platform] ?? platform;
}

/** "wechat" → "微信", "card:groceries" → "会员卡 groceries". */
export function sourceName(source: string): string {
  if (source.startsWith('card:')) return `会员卡 ${source.slice(5)}`;
  if (source === 'phone') return '手机号';
  if (source === 'card') return '会员卡';
  return platformName(source);
}

/** 0.4567 → "46%" */
export function percent(part: number, whole: number): string {
  return whole === 0 ? '0%' : `${Math.round((part * 100) / whole)}%`;
}
