/** Levels as the contract shows them. */
import type { LevelProgressView, LevelView } from '@tongdian/shared/contract/members.routes';
import { levelFor, nextLevel } from '@tongdian/shared/rules/level-rules';
import type { LevelRow } from './levels.repository.js';

export function levelView(row: LevelRow): LevelView {
  const { id, name, rank, threshold, memberPriceBp, pointsMultiplierBp } = row;
  return { id, name, rank, threshold, memberPriceBp, pointsMultiplierBp };
}

export function progressView(levels: readonly LevelView[], growth: number): LevelProgressView {
  const level = levelFor(levels, growth);
  const next = nextLevel(levels, level);
  return { level, growth, next, missing: next ? Math.max(0, next.threshold - growth) : null };
}
