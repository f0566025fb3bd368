/** Rows about members as the contract shows them: never more of a phone than its ends. */
import type { Platform } from '@tongdian/shared/kernel/platforms';
import type { MeView } from '@tongdian/shared/contract/members.routes';
import type { MePart } from './member-parts.js';
import type { MemberRow } from './members.repository.js';

export function meView(
  row: MemberRow,
  phoneMasked: string | null,
  platform: Platform,
  parts: MePart,
): MeView {
  return {
    id: row.id,
    memberNo: row.memberNo,
    nickname: row.nickname,
    phoneMasked,
    platform,
    level: parts.level,
    points: parts.points,
    usableCoupons: parts.usableCoupons,
    joinedAt: row.createdAt.toISOString(),
  };
}

/** "oAbc****wxyz": enough to compare by eye, of no use elsewhere. */
export function maskValue(value: string): string {
  return value.length <= 8
    ? `${value.slice(0, 1)}****${value.slice(-2)}`
    : `${value.slice(0, 4)}****${value.slice(-4)}`;
}
