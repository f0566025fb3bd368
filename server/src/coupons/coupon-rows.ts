/** What the statements of this feature return. */
import type { CouponState, TemplateState } from '@tongdian/shared/contract/coupons.routes';
import type { Fen } from '@tongdian/shared/kernel/money';
import type { CouponRule } from '@tongdian/shared/rules/coupon-rules';

/** A coupon with what its version of the template promises. */
export interface CouponRow {
  id: string;
  templateId: string;
  memberId: string;
  title: string;
  rule: CouponRule;
  where: string;
  note: string | null;
  state: CouponState;
  validFrom: Date;
  validUntil: Date;
  claimedAt: Date;
  lockedBy: string | null;
  usedAt: Date | null;
  usedWhere: string | null;
  usedByOrder: string | null;
  usedAtStore: string | null;
  offFen: Fen | null;
}

interface TemplateFacts {
  id: string;
  title: string;
  rule: CouponRule;
  where: string;
  note: string | null;
  validDays: number;
  totalCount: number;
  issued: number;
  perMember: number;
  claimFrom: Date;
  claimUntil: Date;
}

export interface TemplateRow extends TemplateFacts {
  state: TemplateState;
  version: number;
  claimable: boolean;
  locked: number;
  used: number;
  costFen: Fen;
  createdAt: Date;
  createdBy: string | null;
}

export interface ClaimableRow extends TemplateFacts {
  /** By the member who asks. */
  taken: number;
}

/** What issuing needs to know of a template. */
export interface IssuingRow extends ClaimableRow {
  state: TemplateState;
  version: number;
  claimable: boolean;
}

export interface IssuedRow {
  id: string;
  memberId: string;
  memberName: string;
  state: CouponState;
  validUntil: Date;
  claimedAt: Date;
  usedAt: Date | null;
  usedWhere: string | null;
  offFen: Fen | null;
}
