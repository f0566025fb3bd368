/** Points as the contract shows them. */
import type { PointsEntryView } from '@tongdian/shared/contract/points.routes';
import type { EntryRow } from './points.repository.js';

export function pointsEntryView(row: EntryRow, now: Date): PointsEntryView {
  const gives = row.delta > 0;
  return {
    id: row.id,
    at: row.at.toISOString(),
    kind: row.kind,
    delta: row.delta,
    reason: row.reason,
    usableAt: gives && row.usableAt > now ? row.usableAt.toISOString() : null,
    expiresAt: gives ? (row.expiresAt?.toISOString() ?? null) : null,
  };
}
