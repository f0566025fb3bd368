/** Money is a whole number of fen (CNY 0.01). No float ever touches it; wires that speak yuan convert here. */

declare const fenBrand: unique symbol;
/** A whole number of fen; negative only where a name says so (a difference, a reversal). */
export type Fen = number & { readonly [fenBrand]: 'fen' };

/** Refuses anything that is not a safe integer: a fraction of a fen is a bug, not a rounding question. */
export function fen(value: number): Fen {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a whole number of fen: ${value}`);
  // Adding 0 makes minus zero, which JSON and Object.is know, the one zero there is.
  return (value + 0) as Fen;
}

export const ZERO = 0 as Fen;

export function addFen(...amounts: readonly Fen[]): Fen {
  let sum = 0;
  for (const amount of amounts) sum += amount;
  return fen(sum);
}

export function subFen(a: Fen, b: Fen): Fen {
  return fen(a - b);
}

export function minFen(a: Fen, b: Fen): Fen {
  return a < b ? a : b;
}

export function maxFen(a: Fen, b: Fen): Fen {
  return a > b ? a : b;
}

export function timesFen(amount: Fen, quantity: number): Fen {
  if (!Number.isSafeInteger(quantity)) throw new RangeError(`not a whole quantity: ${quantity}`);
  return fen(amount * quantity);
}

/**
 * A share of an amount in basis points (10,000 = all), rounded half up to the fen.
 * The product is taken in BigInt: 10,000 times a large amount must not lose its last digit.
 */
export function shareFen(amount: Fen, basisPoints: number): Fen {
  if (!Number.isSafeInteger(basisPoints)) throw new RangeError(`not whole basis points: ${basisPoints}`);
  const product = BigInt(amount) * BigInt(basisPoints);
  const half = product >= 0n ? 5_000n : -5_000n;
  return fen(Number((product + half) / 10_000n));
}

/**
 * Spreads a total over weights so that the parts add up to it exactly (largest remainder; equal remainders
 * go to the earlier part). Weights are not negative; when all are zero the first part takes the whole.
 */
export function allocateFen(total: Fen, weights: readonly number[]): Fen[] {
  if (weights.length === 0) {
    if (total !== 0) throw new RangeError('nothing to allocate to');
    return [];
  }
  const whole = weights.reduce((sum, weight) => {
    if (!Number.isSafeInteger(weight) || weight < 0) throw new RangeError(`not a weight: ${weight}`);
    return sum + BigInt(weight);
  }, 0n);
  if (whole === 0n) return weights.map((_, index) => (index === 0 ? total : ZERO));
  const sign = total < 0 ? -1 : 1;
  const size = BigInt(Math.abs(total));
  const parts = weights.map((weight) => (size * BigInt(weight)) / whole);
  const remainders = weights.map((weight, index) => ({ index, rest: (size * BigInt(weight)) % whole }));
  let left = Number(size - parts.reduce((sum, part) => sum + part, 0n));
  remainders.sort((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1));
  for (const { index } of remainders) {
    if (left === 0) break;
    parts[index]! += 1n;
    left -= 1;
  }
  return parts.map((part) => fen(sign * Number(part)));
}

/** "0.01" to "1234.50": what Alipay and JD put on the wire. */
export function toYuanText(amount: Fen): string {
  const size = Math.abs(amount);
  const text = `${Math.floor(size / 100)}.${String(size % 100).padStart(2, '0')}`;
  return amount < 0 ? `-${text}` : text;
}

/** Reads a decimal yuan text by its digits, never through a float. Null when it is not one. */
export function parseYuanText(text: string): Fen | null {
  const match = /^(-?)(\d{1,12})(?:\.(\d{1,2}))?$/.exec(text);
  if (!match) return null;
  const size = Number(match[2]) * 100 + Number((match[3] ?? '').padEnd(2, '0') || '0');
  return fen(match[1] === '-' ? -size : size);
}

/** "¥3,097.00" or, with `short`, "¥3,097" when there are no odd fen: for people. */
export function formatYuan(amount: Fen, short = false): string {
  const size = Math.abs(amount);
  const yuan = String(Math.floor(size / 100)).replace(/\B(?=(\d{3})+$)/g, ',');
  const odd = size % 100;
  const text = short && odd === 0 ? yuan : `${yuan}.${String(odd).padStart(2, '0')}`;
  return `${amount < 0 ? '−' : ''}¥${text}`;
}
