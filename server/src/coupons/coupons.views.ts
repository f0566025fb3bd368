/** Rows of coupons and templates as the contract shows them. */
import type {
  ClaimableView,
  CouponFace,
  CouponState,
  CouponView,
  IssuedCouponRow,
  TemplateView,
} from '@tongdian/shared/contract/coupons.routes';
import { clockText, dayText } from '@tongdian/shared/kernel/time';
import { channelsOf, describeRule, type CouponRule } from '@tongdian/shared/rules/coupon-rules';
import type { ClaimableRow, CouponRow, IssuedRow, TemplateRow } from './coupon-rows.js';

interface Faced {
  title: string;
  rule: CouponRule;
  where: string;
  note: string | null;
}

export function toFace({ title, rule, where, note }: Faced): CouponFace {
  const { kind, amountFen, percentBp, capFen, thresholdFen } = rule;
  const says = describeRule(rule);
  return {
    title,
    kind,
    amountFen,
    percentBp,
    capFen,
    thresholdFen,
    says,
    where,
    channels: channelsOf(rule),
    note,
  };
}

/** A coupon past its time is expired at once, whether or not the job has come by. */
export function stateAt(row: { state: CouponState; validUntil: Date }, now: Date): CouponState {
  return row.state === 'issued' && now >= row.validUntil ? 'expired' : row.state;
}

export function toCouponView(row: CouponRow, now: Date): CouponView {
  return {
    ...toFace(row),
    id: row.id,
    templateId: row.templateId,
    state: stateAt(row, now),
    validFrom: row.validFrom.toISOString(),
    validUntil: row.validUntil.toISOString(),
    claimedAt: row.claimedAt.toISOString(),
    usedAt: row.usedAt?.toISOString() ?? null,
    usedWhere: row.usedWhere,
    lockedByOrderId: row.lockedBy,
  };
}

/** Why it cannot be claimed now, in the words of the claim centre; null = claim away. */
function refusalOf(row: ClaimableRow, now: Date): string | null {
  if (row.taken >= row.perMember)
    return row.perMember === 1 ? '你已经领过了' : `你已经领过 ${row.taken} 张了`;
  if (row.issued >= row.totalCount) return '领完了';
  if (now < row.claimFrom) return `${dayText(row.claimFrom, now)} ${clockText(row.claimFrom)} 开始领`;
  return null;
}

export function toClaimableView(row: ClaimableRow, now: Date): ClaimableView {
  return {
    ...toFace(row),
    templateId: row.id,
    claimUntil: row.claimUntil.toISOString(),
    validDays: row.validDays,
    left: row.totalCount - row.issued,
    perMember: row.perMember,
    claimedByMe: row.taken,
    refusal: refusalOf(row, now),
  };
}

export function toTemplateView(row: TemplateRow): TemplateView {
  return {
    ...toFace(row),
    id: row.id,
    state: row.state,
    version: row.version,
    scope: row.rule.scope,
    totalCount: row.totalCount,
    perMember: row.perMember,
    claimFrom: row.claimFrom.toISOString(),
    claimUntil: row.claimUntil.toISOString(),
    validDays: row.validDays,
    claimable: row.claimable,
    issued: row.issued,
    locked: row.locked,
    used: row.used,
    costFen: row.costFen,
    createdAt: row.createdAt.toISOString(),
    createdBy: row.createdBy ?? '系统',
  };
}

export function toIssuedRow(row: IssuedRow, now: Date): IssuedCouponRow {
  return {
    id: row.id,
    memberId: row.memberId,
    memberName: row.memberName,
    state: stateAt(row, now),
    claimedAt: row.claimedAt.toISOString(),
    usedAt: row.usedAt?.toISOString() ?? null,
    usedWhere: row.usedWhere,
    offFen: row.offFen,
  };
}
