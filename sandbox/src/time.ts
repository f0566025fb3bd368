/** The platforms write Beijing time (UTC+8, no summer time) in three shapes; this file reads and writes them. */

const BEIJING_MS = 8 * 3_600_000;
const shifted = (ms: number) => new Date(ms + BEIJING_MS).toISOString();

/** `2026-06-13T13:29:35+08:00` */
export const rfc3339 = (ms: number) => `${shifted(ms).slice(0, 19)}+08:00`;

/** `2026-06-13 13:29:35` */
export const plainTime = (ms: number) => shifted(ms).slice(0, 19).replace('T', ' ');

/** `20260613132935` */
export const compactTime = (ms: number) => shifted(ms).slice(0, 19).replace(/[-T:]/g, '');

/** `2026-06-13`: the Beijing day of an instant. */
export const beijingDay = (ms: number) => shifted(ms).slice(0, 10);

/** Milliseconds of a `yyyy-MM-dd HH:mm:ss` in Beijing time, or null when it is no such time. */
export function readPlainTime(text: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/.test(text)) return null;
  const ms = Date.parse(`${text.replace(' ', 'T')}+08:00`);
  return Number.isNaN(ms) || plainTime(ms) !== text ? null : ms;
}

/** Milliseconds of an RFC 3339 time with a zone, or null. */
export function readRfc3339(text: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?(Z|[+-]\d{2}:\d{2})$/.test(text)) return null;
  const ms = Date.parse(text);
  return Number.isNaN(ms) ? null : ms;
}
