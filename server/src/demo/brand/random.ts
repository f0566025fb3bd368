/** Chance that comes out the same every time: the demo brand must look alike on every machine. */

export interface Chance {
  /** 0 <= value < 1 */
  next(): number;
  /** from <= value <= to */
  int(from: number, to: number): number;
  pick<T>(list: readonly T[]): T;
}

/** mulberry32, seeded by an FNV-1a hash of a text. */
export function chance(seed: string): Chance {
  let state = 0x811c9dc5;
  for (const char of seed) state = Math.imul(state ^ char.codePointAt(0)!, 0x01000193) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const int = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  return { next, int, pick: (list) => list[int(0, list.length - 1)]! };
}
