/** What the features above may know of a member: masked, and without keys. */
import type { MemberStatus } from './member.entity.js';

/** A member as clerks and operators may see him. */
export interface MemberBrief {
  id: string;
  memberNo: string;
  nickname: string | null;
  phoneMasked: string | null;
  status: MemberStatus;
  /** Who this member turned out to be. */
  mergedInto: string | null;
  growth: number;
  createdFrom: string;
  createdAt: Date;
}

export interface IdentityBrief {
  platform: string;
  kind: string;
  valueMasked: string;
  verifiedBy: string;
  firstSeenAt: string;
}
