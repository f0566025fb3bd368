/** What the audit log can be filtered by. */
export const SUBJECTS = [
  { value: 'coupon_template', label: '券模板' },
  { value: 'coupon', label: '券' },
  { value: 'redemption', label: '核销' },
  { value: 'order', label: '订单' },
  { value: 'payment', label: '付款' },
  { value: 'refund', label: '退款' },
  { value: 'member', label: '会员' },
  { value: 'import', label: '导入' },
  { value: 'staff', label: '员工' },
];

const SUBJECT_NAMES = new Map(SUBJECTS.map(({ value, label }) => [value, label]));

export function subjectName(subject: string): string {
  return SUBJECT_NAMES.get(subject) ?? subject;
}

/** Where the subject of an entry can be looked at; null = nowhere in the panel. */
export function subjectPage(subject: string, subjectId: string | null): string | null {
  if (!subjectId) return null;
  if (subject === 'coupon_template') return `/coupons/${subjectId}`;
  if (subject === 'order') return `/orders/${subjectId}`;
  if (subject === 'member') return `/members/${subjectId}`;
  return null;
}

export const ACTORS: Record<string, string> = {
  member: '会员',
  staff: '员工',
  system: '系统',
  platform: '平台',
};

/** The deeds that are looked for most; any other is found through its subject. */
export const ACTION_CHOICES = [
  { value: 'coupon_template.created', label: '新建券模板' },
  { value: 'coupon_template.changed', label: '修改券模板' },
  { value: 'coupon_template.published', label: '发布券模板' },
  { value: 'coupon_template.stopped', label: '停发券模板' },
  { value: 'coupon.claimed', label: '领取优惠券' },
  { value: 'coupon.redeemed', label: '核销优惠券' },
  { value: 'coupon.returned', label: '退回优惠券' },
  { value: 'redemption.undone', label: '撤回核销' },
  { value: 'order.paid', label: '订单付款' },
  { value: 'order.handed_over', label: '门店交货' },
  { value: 'payment.refused', label: '拒绝付款通知' },
  { value: 'payment.disagreed', label: '付款金额对不上' },
  { value: 'member.signed_up', label: '新会员' },
  { value: 'member.joined', label: '两个平台认出同一位会员' },
  { value: 'member.phone_bound', label: '绑定手机号' },
  { value: 'member.review_opened', label: '会员合并待人工判断' },
  { value: 'staff.signed_in', label: '员工登录' },
  { value: 'staff.created', label: '新建员工账号' },
];

const CAUSE = /^order:([0-9a-f-]{36})$/;

/** A reason that is the number of an order leads there; any other stands as it is. */
export function orderInReason(reason: string | null): string | null {
  return CAUSE.exec(reason ?? '')?.[1] ?? null;
}
