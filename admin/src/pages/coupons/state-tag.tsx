import type { CouponState, TemplateState, TemplateView } from '@tongdian/shared/contract/coupons.routes';
import type { ReactElement } from 'react';
import { Tag, type Tone } from '../../kit/page';

const TEMPLATE: Record<TemplateState, [Tone, string]> = {
  draft: ['plain', '草稿'],
  published: ['ok', '发放中'],
  stopped: ['bad', '已停发'],
};

const COUPON: Record<CouponState, [Tone, string]> = {
  issued: ['ok', '没用'],
  locked: ['lamp', '在订单里'],
  used: ['info', '用了'],
  expired: ['plain', '过期'],
  revoked: ['bad', '作废'],
};

/** A published template outside its claim window gives nothing out, so it does not say that it does. */
export function TemplateTag({ template, now }: { template: TemplateView; now: Date }): ReactElement {
  let [tone, words] = TEMPLATE[template.state];
  if (template.state === 'published') {
    if (now < new Date(template.claimFrom)) [tone, words] = ['info', '还没开始'];
    else if (now >= new Date(template.claimUntil)) [tone, words] = ['plain', '领取结束'];
    else if (template.issued >= template.totalCount) [tone, words] = ['lamp', '领完了'];
  }
  return <Tag tone={tone}>{words}</Tag>;
}

export function CouponTag({ state }: { state: CouponState }): ReactElement {
  const [tone, words] = COUPON[state];
  return <Tag tone={tone}>{words}</Tag>;
}
