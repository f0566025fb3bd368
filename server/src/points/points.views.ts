import type { PointsEntryView } from '@tongdian/shared/contract/points.routes';
import type { PointsEntryRow } from './points.repository.js';

export function toPointsEntryView(row: PointsEntryRow): PointsEntryView {
  const { id, kind, delta, reason } = row;
  const earned = kind === 'earn' || kind === 'return';
  return {
    id,
    at: row.at.toISOString(),
    kind,
    delta,
    reason,
    usableAt: earned ? row.usableAt.toISOString() : null,
    expiresAt: earned ? (row.expiresAt?.toISOString() ?? null) : null,
  };
}
