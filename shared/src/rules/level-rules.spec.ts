import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { levelFor, nextLevel, progressTo, type LevelStep } from './level-rules.js';

const STEPS: LevelStep[] = [
  { id: 'gold', rank: 2, threshold: 1_000 },
  { id: 'silver', rank: 1, threshold: 0 },
  { id: 'black', rank: 3, threshold: 5_000 },
];

/** Levels whose thresholds rise with their rank, the lowest at 0, in any order. */
const ladders = fc
  .uniqueArray(fc.integer({ min: 1, max: 100_000 }), { maxLength: 8 })
  .map((thresholds) => [0, ...thresholds.sort((a, b) => a - b)])
  .chain((thresholds) =>
    fc.shuffledSubarray(
      thresholds.map((threshold, rank) => ({ id: `l${rank}`, rank, threshold })),
      { minLength: thresholds.length },
    ),
  );
const growths = fc.integer({ min: 0, max: 200_000 });

describe('the level of a growth', () => {
  it('begins exactly at its threshold', () => {
    expect(levelFor(STEPS, 999).id).toBe('silver');
    expect(levelFor(STEPS, 1_000).id).toBe('gold');
    expect(levelFor(STEPS, 4_999).id).toBe('gold');
    expect(levelFor(STEPS, 5_000).id).toBe('black');
  });

  it('never falls when growth rises', () => {
    fc.assert(
      fc.property(ladders, growths, growths, (ladder, a, b) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        expect(levelFor(ladder, low).rank).toBeLessThanOrEqual(levelFor(ladder, high).rank);
      }),
    );
  });

  it('is followed by the one right above, whose threshold is not reached', () => {
    fc.assert(
      fc.property(ladders, growths, (ladder, growth) => {
        const current = levelFor(ladder, growth);
        const next = nextLevel(ladder, current);
        if (next) {
          expect(next.rank).toBe(current.rank + 1);
          expect(growth).toBeLessThan(next.threshold);
        } else expect(ladder.every((level) => level.rank <= current.rank)).toBe(true);
        const progress = progressTo(current, next, growth);
        expect(progress).toBeGreaterThanOrEqual(0);
        expect(progress).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('shows how far the lamp has come', () => {
    const [gold, silver, black] = STEPS as [LevelStep, LevelStep, LevelStep];
    expect(progressTo(silver, gold, 250)).toBe(0.25);
    expect(progressTo(gold, black, 3_000)).toBe(0.5);
    expect(progressTo(black, null, 9_000)).toBe(1);
  });

  it('needs one that begins at 0', () => {
    expect(() => levelFor([STEPS[0]!], 10)).toThrow(RangeError);
  });
});
