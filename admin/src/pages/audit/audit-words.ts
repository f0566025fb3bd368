/** What the audit log can be filtered by. */
export const SUBJECTS = [
  { value: 'coupon_template', label: '券模板' },
  { value: 'coupon', label: '券' },
  { value: 'order', label: '订单' },
  { value: 'member', label: '会员' },
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

export const ACTION_CHOICES = [
  { value: 'coupon_template.created', label: '做了一张券' },
  { value: 'coupon_template.changed', label: '改了草稿' },
  { value: 'coupon_template.published', label: '发布了券' },
  { value: 'coupon_template.stopped', label: '停发了券' },
  { value: 'coupon.claimed', label: '领了券' },
  { value: 'coupon.redeemed', label: '核销了券' },
  { value: 'coupon.returned', label: '退回了券' },
  { value: 'order.paid', label: '订单付了款' },
  { value: 'order.handed_over', label: '交了货' },
  { value: 'member.signed_up', label: '会员加入' },
  { value: 'member.renamed', label: '会员改名' },
  { value: 'staff.created', label: '开了员工账号' },
  { value: 'staff.signed_in', label: '员工登录' },
];
