/** Business time: a shop's day is a day in Asia/Shanghai (UTC+8, no daylight saving since 1991). */

const SHANGHAI_OFFSET_MS = 8 * 3_600_000;
export const DAY_MS = 86_400_000;

/** "2026-06-13" */
export type BusinessDay = string & { readonly __businessDay?: never };

export function businessDay(instant: Date): BusinessDay {
  return new Date(instant.getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10);
}

/** The first instant of a business day. Throws on anything that is not a real calendar day. */
export function startOfBusinessDay(day: BusinessDay): Date {
  const at = Date.parse(`${day}T00:00:00+08:00`);
  if (Number.isNaN(at) || businessDay(new Date(at)) !== day) throw new RangeError(`not a day: ${day}`);
  return new Date(at);
}

/** The first instant after a business day: intervals are half-open. */
export function endOfBusinessDay(day: BusinessDay): Date {
  return new Date(startOfBusinessDay(day).getTime() + DAY_MS);
}

export function addDays(day: BusinessDay, days: number): BusinessDay {
  return businessDay(new Date(startOfBusinessDay(day).getTime() + days * DAY_MS));
}

export function addMs(instant: Date, ms: number): Date {
  return new Date(instant.getTime() + ms);
}

/** Clock parts in Shanghai, for people and for wires that want local time. */
export function shanghaiParts(instant: Date): {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  weekday: number;
} {
  const local = new Date(instant.getTime() + SHANGHAI_OFFSET_MS);
  return {
    year: local.getUTCFullYear(),
    month: local.getUTCMonth() + 1,
    day: local.getUTCDate(),
    hour: local.getUTCHours(),
    minute: local.getUTCMinutes(),
    second: local.getUTCSeconds(),
    weekday: local.getUTCDay(),
  };
}

const two = (value: number): string => String(value).padStart(2, '0');

/** "2026-06-13 14:32:05" in Shanghai: the form of Alipay's and JD's wires. */
export function shanghaiText(instant: Date): string {
  const p = shanghaiParts(instant);
  return `${p.year}-${two(p.month)}-${two(p.day)} ${two(p.hour)}:${two(p.minute)}:${two(p.second)}`;
}

/** "6 月 13 日" or, in another year than `now`, "2025 年 6 月 13 日". */
export function dayText(instant: Date, now: Date): string {
  const p = shanghaiParts(instant);
  const text = `${p.month} 月 ${p.day} 日`;
  return p.year === shanghaiParts(now).year ? text : `${p.year} 年 ${text}`;
}

/** "14:32" in Shanghai. */
export function clockText(instant: Date): string {
  const p = shanghaiParts(instant);
  return `${two(p.hour)}:${two(p.minute)}`;
}

/** Half-open: from <= instant < until; an absent end is open. */
export function isWithin(instant: Date, from: Date | null, until: Date | null): boolean {
  return (!from || instant >= from) && (!until || instant < until);
}
