import type { CouponKind, CouponScope } from '../rules/coupon-rules.js';
import type { CouponTemplateBody, StopTemplateBody, WalletQuery } from './coupons.dto.js';
import type { PageQuery } from './paging.dto.js';
import { may, MEMBER, route, type Page } from './route.js';

export type CouponState = 'issued' | 'locked' | 'used' | 'expired' | 'revoked';
export type TemplateState = 'draft' | 'published' | 'stopped';

export interface CouponFace {
  title: string;
  kind: CouponKind;
  amountFen: number;
  percentBp: number;
  capFen: number;
  thresholdFen: number;
  /** "满 ¥200 减 ¥30" */
  says: string;
  /** "豆和耗材，全部门店和网上": where it works, in words. */
  where: string;
  /** May be used on line, in a store, or both. */
  channels: ('online' | 'store')[];
  note: string | null;
}

export interface CouponView extends CouponFace {
  id: string;
  templateId: string;
  state: CouponState;
  validFrom: string;
  validUntil: string;
  claimedAt: string;
  usedAt: string | null;
  /** "武康路店" or the order's number. */
  usedWhere: string | null;
  lockedByOrderId: string | null;
}

export interface ClaimableView extends CouponFace {
  templateId: string;
  claimUntil: string;
  validDays: number;
  left: number;
  perMember: number;
  claimedByMe: number;
  /** Null: claim away. */
  refusal: string | null;
}

export interface TemplateView extends CouponFace {
  id: string;
  state: TemplateState;
  version: number;
  scope: CouponScope;
  totalCount: number;
  perMember: number;
  claimFrom: string;
  claimUntil: string;
  validDays: number;
  claimable: boolean;
  issued: number;
  locked: number;
  used: number;
  /** What the used ones took off, in all. */
  costFen: number;
  createdAt: string;
  createdBy: string;
}

export interface IssuedCouponRow {
  id: string;
  memberId: string;
  memberName: string;
  state: CouponState;
  claimedAt: string;
  usedAt: string | null;
  usedWhere: string | null;
  offFen: number | null;
}

export const listClaimable = route<{ result: ClaimableView[] }>({
  method: 'GET',
  path: '/api/coupon-center',
  access: MEMBER,
  summary: 'Coupons that can be claimed now',
});

export const claimCoupon = route<{ params: { id: string }; result: CouponView }>({
  method: 'POST',
  path: '/api/coupon-templates/:id/claim',
  access: MEMBER,
  summary: 'Claim one; total and per-member limits hold under any rush',
  perMinute: 60,
});

export const listWallet = route<{ query: WalletQuery; result: Page<CouponView> }>({
  method: 'GET',
  path: '/api/coupons',
  access: MEMBER,
  summary: 'My coupons',
});

export const getCoupon = route<{ params: { id: string }; result: CouponView }>({
  method: 'GET',
  path: '/api/coupons/:id',
  access: MEMBER,
  summary: 'One of my coupons',
});

export const adminListTemplates = route<{ query: PageQuery; result: Page<TemplateView> }>({
  method: 'GET',
  path: '/api/admin/coupon-templates',
  access: may('coupons.read'),
  summary: 'Coupon templates with their counts, newest first',
});

export const adminGetTemplate = route<{ params: { id: string }; result: TemplateView }>({
  method: 'GET',
  path: '/api/admin/coupon-templates/:id',
  access: may('coupons.read'),
  summary: 'One coupon template',
});

export const adminCreateTemplate = route<{ body: CouponTemplateBody; result: TemplateView }>({
  method: 'POST',
  path: '/api/admin/coupon-templates',
  access: may('coupons.write'),
  summary: 'Make a coupon template as a draft',
});

export const adminChangeTemplate = route<{
  params: { id: string };
  body: CouponTemplateBody;
  result: TemplateView;
}>({
  method: 'PUT',
  path: '/api/admin/coupon-templates/:id',
  access: may('coupons.write'),
  summary: 'Change a draft',
});

export const adminPublishTemplate = route<{ params: { id: string }; result: TemplateView }>({
  method: 'POST',
  path: '/api/admin/coupon-templates/:id/publish',
  access: may('coupons.write'),
  summary: 'Open it for claiming',
});

export const adminStopTemplate = route<{
  params: { id: string };
  body: StopTemplateBody;
  result: TemplateView;
}>({
  method: 'POST',
  path: '/api/admin/coupon-templates/:id/stop',
  access: may('coupons.write'),
  summary: 'Stop issuing at once; coupons already issued stay good',
});

export const adminListIssued = route<{
  params: { id: string };
  query: PageQuery;
  result: Page<IssuedCouponRow>;
}>({
  method: 'GET',
  path: '/api/admin/coupon-templates/:id/coupons',
  access: may('coupons.read'),
  summary: 'Who claimed it and what became of it, newest first',
});
