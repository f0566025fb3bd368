/** What people type where money belongs: "200", "¥1,200.50", "１２０元". Read by digits, never through a float. */
import { parseYuanText, toYuanText, type Fen } from '@tongdian/shared/kernel/money';

/** Full-width digits and marks of a Chinese keyboard become plain ones; ¥, 元 and thousands marks go. */
export function plainNumber(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[¥￥元\s,，]/g, '')
    .replace(/。/g, '.');
}

/** Yuan text to fen; null when it is not an amount of at least zero with at most two decimals. */
export function readMoney(text: string): Fen | null {
  const amount = parseYuanText(plainNumber(text));
  return amount === null || amount < 0 ? null : amount;
}

/** Fen to what stands in the field: "200", "30.5" → "30.50"; 0 → "0". */
export function writeMoney(amountFen: number): string {
  const text = toYuanText(amountFen as Fen);
  return text.endsWith('.00') ? text.slice(0, -3) : text;
}

/** A whole number of at least 1; null otherwise. */
export function readCount(text: string): number | null {
  const plain = plainNumber(text);
  return /^[1-9]\d{0,8}$/.test(plain) ? Number(plain) : null;
}

/**
 * "95", "9.5" and "95 折" are all 5 % off, "8" and "80" 20 %. Answers how much comes off in basis points (500),
 * or null when it is no fold between 0.1 and 9.9.
 */
export function readFold(text: string): number | null {
  const match = /^(\d{1,2})(?:\.(\d{1,2}))?$/.exec(plainNumber(text).replace(/折$/, ''));
  if (!match) return null;
  const whole = match[1]!;
  const paidBp =
    whole.length === 2
      ? Number(whole) * 100 + Number((match[2] ?? '').padEnd(2, '0') || '0')
      : Number(whole) * 1_000 + Number((match[2] ?? '').padEnd(2, '0') || '0') * 10;
  return paidBp < 100 || paidBp >= 10_000 ? null : 10_000 - paidBp;
}

/** 500 → "9.5", 2000 → "8": what stands in the field. */
export function writeFold(percentBp: number): string {
  return String((10_000 - percentBp) / 1_000);
}
