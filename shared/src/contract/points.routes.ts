import type { PageQuery } from './paging.dto.js';
import { MEMBER, route, type Page } from './route.js';

export interface PointsEntryView {
  id: string;
  at: string;
  kind: 'earn' | 'spend' | 'expire' | 'clawback' | 'return' | 'adjust';
  delta: number;
  /** Why, in words: "订单 LP2026… 实付 ¥94". */
  reason: string;
  /** Earned but not yet usable: the instant from which it is. */
  usableAt: string | null;
  expiresAt: string | null;
}

export interface PointsView {
  available: number;
  pending: number;
  entries: Page<PointsEntryView>;
}

export const getPoints = route<{ query: PageQuery; result: PointsView }>({
  method: 'GET',
  path: '/api/me/points',
  access: MEMBER,
  summary: 'My points and the reason of every entry, newest first',
});
