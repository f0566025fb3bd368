/** What a member of staff may do. A route names one of these; a role is a set of them. */
export const PERMISSIONS = [
  'coupons.read',
  'coupons.write',
  'members.read',
  'orders.read',
  'catalog.read',
  'stores.read',
  'imports.read',
  'audit.read',
  'insights.read',
  'verification.redeem',
  'verification.undo-any',
  'pickups.hand-over',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

export const ROLES = ['operator', 'approver', 'manager', 'clerk'] as const;
export type Role = (typeof ROLES)[number];

const OFFICE: readonly Permission[] = [
  'coupons.read',
  'coupons.write',
  'members.read',
  'orders.read',
  'catalog.read',
  'stores.read',
  'imports.read',
  'audit.read',
  'insights.read',
];

/** Operators and approvers work in the panel for the whole brand; managers and clerks at their stores. */
export const ROLE_PERMISSIONS: Record<Role, readonly Permission[]> = {
  operator: OFFICE,
  approver: OFFICE,
  manager: ['verification.redeem', 'verification.undo-any', 'pickups.hand-over', 'stores.read'],
  clerk: ['verification.redeem', 'pickups.hand-over', 'stores.read'],
};

export const ROLE_NAMES: Record<Role, string> = {
  operator: '会员运营',
  approver: '市场负责人',
  manager: '店长',
  clerk: '店员',
};
