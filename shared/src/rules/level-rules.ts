/** Which level a growth value gives, and how far the next one is. */

export interface LevelStep {
  id: string;
  rank: number;
  /** Growth value from which it is held; the lowest is 0. */
  threshold: number;
}

/** The highest level whose threshold is reached. Levels in any order, not empty, one with threshold 0. */
export function levelFor<L extends LevelStep>(levels: readonly L[], growth: number): L {
  const reached = levels.filter((level) => level.threshold <= growth);
  if (reached.length === 0) throw new RangeError('no level begins at 0');
  return reached.reduce((best, level) => (level.rank > best.rank ? level : best));
}

export function nextLevel<L extends LevelStep>(levels: readonly L[], current: L): L | null {
  const above = levels.filter((level) => level.rank > current.rank);
  return above.length === 0
    ? null
    : above.reduce((lowest, level) => (level.rank < lowest.rank ? level : lowest));
}

/** 0 to 1: where the lamp stands between this level and the next; 1 on the highest. */
export function progressTo(current: LevelStep, next: LevelStep | null, growth: number): number {
  if (!next) return 1;
  const span = next.threshold - current.threshold;
  return span <= 0 ? 1 : Math.min(1, Math.max(0, (growth - current.threshold) / span));
}
