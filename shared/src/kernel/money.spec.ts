import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addFen,
  allocateFen,
  fen,
  formatYuan,
  maxFen,
  minFen,
  parseYuanText,
  shareFen,
  subFen,
  timesFen,
  toYuanText,
  type Fen,
} from './money.js';

/** Up to ten million yuan either way. */
const amounts = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }).map(fen);
const sizes = fc.integer({ min: 0, max: 1_000_000_000 }).map(fen);
const weights = fc.array(fc.integer({ min: 0, max: 100_000_000 }), { minLength: 1, maxLength: 50 });
const sum = (parts: readonly number[]): number => parts.reduce((all, part) => all + part, 0);

describe('fen', () => {
  it('refuses what is no whole number', () => {
    for (const value of [0.5, Number.NaN, Infinity, 2 ** 53]) expect(() => fen(value)).toThrow(RangeError);
    expect(() => timesFen(fen(1), 1.5)).toThrow(RangeError);
    expect(() => shareFen(fen(1), 0.1)).toThrow(RangeError);
  });

  it('knows no minus zero', () => {
    expect(Object.is(fen(-0), 0)).toBe(true);
    expect(allocateFen(fen(-1), [1, 0]).every((part) => !Object.is(part, -0))).toBe(true);
    expect(Object.is(parseYuanText('-0.00'), 0)).toBe(true);
  });

  it('adds, subtracts and compares as integers do', () => {
    fc.assert(
      fc.property(amounts, amounts, (a, b) => {
        expect(subFen(addFen(a, b), b)).toBe(a);
        expect(addFen(minFen(a, b), maxFen(a, b))).toBe(addFen(a, b));
      }),
    );
    expect(addFen()).toBe(0);
  });
});

describe('a share in basis points', () => {
  it('rounds half up in size, the same for a debt as for a gain', () => {
    expect(shareFen(fen(1), 5_000)).toBe(1);
    expect(shareFen(fen(-1), 5_000)).toBe(-1);
    expect(shareFen(fen(1), 4_999)).toBe(0);
    expect(shareFen(fen(328_000), 9_500)).toBe(311_600);
  });

  it('never loses a digit: it is off the true share by at most half a fen', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 9_000_000_000_000_000 }),
        fc.integer({ min: 0, max: 10_000 }),
        (amount, bp) => {
          const tenThousandths = BigInt(shareFen(fen(amount), bp)) * 10_000n - BigInt(amount) * BigInt(bp);
          expect(tenThousandths >= -5_000n && tenThousandths <= 5_000n).toBe(true);
        },
      ),
    );
  });

  it('of a part and of the rest is at most a fen away from the whole', () => {
    fc.assert(
      fc.property(sizes, fc.integer({ min: 0, max: 10_000 }), (amount, bp) => {
        const both = shareFen(amount, bp) + shareFen(amount, 10_000 - bp);
        expect(Math.abs(both - amount)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('allocation', () => {
  it('gives parts that add up to the total, whatever its sign', () => {
    fc.assert(
      fc.property(amounts, weights, (total, by) => {
        expect(sum(allocateFen(total, by))).toBe(total);
      }),
    );
  });

  it('is nowhere a whole fen away from the exact share', () => {
    fc.assert(
      fc.property(sizes, weights, (total, by) => {
        const whole = sum(by);
        fc.pre(whole > 0);
        allocateFen(total, by).forEach((part, index) => {
          const away = BigInt(part) * BigInt(whole) - BigInt(total) * BigInt(by[index]!);
          expect(away < BigInt(whole) && away > -BigInt(whole)).toBe(true);
        });
      }),
    );
  });

  it('never takes more from a part than the part has, as long as the whole has enough', () => {
    fc.assert(
      fc.property(weights, fc.integer({ min: 0, max: 10_000 }), (by, bp) => {
        const total = shareFen(fen(sum(by)), bp);
        allocateFen(total, by).forEach((part, index) => expect(part).toBeLessThanOrEqual(by[index]!));
      }),
    );
  });

  it('keeps equal parts equal to a fen, the earlier ones the larger', () => {
    expect(allocateFen(fen(100), [1, 1, 1])).toEqual([34, 33, 33]);
    expect(allocateFen(fen(-100), [1, 1, 1])).toEqual([-34, -33, -33]);
    expect(allocateFen(fen(5), [0, 0])).toEqual([5, 0]);
  });

  it('refuses weights that are none', () => {
    expect(() => allocateFen(fen(1), [])).toThrow(RangeError);
    expect(allocateFen(fen(0), [])).toEqual([]);
    expect(() => allocateFen(fen(1), [-1])).toThrow(RangeError);
    expect(() => allocateFen(fen(1), [0.5])).toThrow(RangeError);
  });
});

describe('yuan as text', () => {
  it('comes back as the same fen', () => {
    fc.assert(
      fc.property(amounts, (amount) => {
        expect(parseYuanText(toYuanText(amount))).toBe(amount);
      }),
    );
  });

  it('reads digits, never a float', () => {
    expect(parseYuanText('0.1')).toBe(10);
    expect(parseYuanText('1234567890.07')).toBe(123_456_789_007);
    for (const text of ['', '1.234', '1e3', ' 1', '１', '+1', '1,000', '.5', '1.', 'NaN'])
      expect(parseYuanText(text), text).toBeNull();
  });

  it('is grouped for people and drops the odd fen only when there are none', () => {
    expect(formatYuan(309_700 as Fen)).toBe('¥3,097.00');
    expect(formatYuan(309_700 as Fen, true)).toBe('¥3,097');
    expect(formatYuan(309_705 as Fen, true)).toBe('¥3,097.05');
    expect(formatYuan(-5 as Fen)).toBe('−¥0.05');
    expect(formatYuan(123_456_789_00 as Fen, true)).toBe('¥123,456,789');
  });
});
