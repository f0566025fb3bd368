// The operator's and the clerks' part of the journey.
import { adminListAudit } from '@tongdian/shared/contract/audit.routes';
import type { CouponTemplateBody } from '@tongdian/shared/contract/coupons.dto';
import {
  adminCreateTemplate,
  adminGetTemplate,
  adminPublishTemplate,
  type TemplateView,
} from '@tongdian/shared/contract/coupons.routes';
import { staffSignIn } from '@tongdian/shared/contract/staff.routes';
import { clientOf, type Call } from './client.js';
import { must } from './steps.js';

const PASSWORD = 'lampisle-demo';
const DAY = 86_400_000;

export interface Clerk {
  call: Call;
  storeId: string;
}

export async function signInStaff(server: string, login: string): Promise<Clerk> {
  const session = await clientOf(server)(staffSignIn, { body: { login, password: PASSWORD } });
  return { call: clientOf(server, session.accessToken), storeId: session.staff.stores[0]?.id ?? '' };
}

function bodyOf(title: string, channel: 'online' | 'store'): CouponTemplateBody {
  const now = Date.now();
  return {
    title,
    kind: 'money_off',
    thresholdFen: 0,
    amountFen: 500,
    scope: { channels: [channel] },
    totalCount: 100,
    perMember: 1,
    claimFrom: new Date(now - DAY).toISOString(),
    claimUntil: new Date(now + DAY).toISOString(),
    validDays: 7,
    claimable: true,
  };
}

/** Makes a template and publishes it. */
export async function publish(
  operator: Call,
  title: string,
  channel: 'online' | 'store',
): Promise<TemplateView> {
  const draft = await operator(adminCreateTemplate, { body: bodyOf(title, channel) });
  must(draft.state === 'draft', 'a new template is a draft');
  const published = await operator(adminPublishTemplate, { params: { id: draft.id } });
  must(published.state === 'published', 'the template is published');
  return published;
}

/** The counts of the panel and every step in the audit log. */
export async function findInAudit(operator: Call, template: TemplateView, couponId: string): Promise<void> {
  const view = await operator(adminGetTemplate, { params: { id: template.id } });
  must(
    view.issued === 1 && view.used === 1,
    `issued ${view.issued}, used ${view.used}; expected one of each`,
  );
  const onTemplate = await operator(adminListAudit, { query: { subjectId: template.id, pageSize: 50 } });
  const onCoupon = await operator(adminListAudit, { query: { subjectId: couponId, pageSize: 50 } });
  const actions = new Set([...onTemplate.items, ...onCoupon.items].map((entry) => entry.action));
  for (const action of [
    'coupon_template.created',
    'coupon_template.published',
    'coupon.claimed',
    'coupon.redeemed',
  ])
    must(actions.has(action), `the audit log has no ${action}`);
}
