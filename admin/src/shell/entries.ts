/** The side bar's entries: only pages that exist, each with the permission that opens it. */
import type { Permission } from '@tongdian/shared/contract/permissions';
import type { IconName } from '../kit/icons';

export interface Entry {
  path: string;
  name: string;
  icon: IconName;
  permission: Permission;
}

export const ENTRIES: readonly Entry[] = [
  { path: '/overview', name: '概览', icon: 'chart', permission: 'insights.read' },
  { path: '/members', name: '会员', icon: 'person', permission: 'members.read' },
  { path: '/coupons', name: '券与活动', icon: 'ticket', permission: 'coupons.read' },
  { path: '/products', name: '商品库存', icon: 'shop', permission: 'catalog.read' },
  { path: '/stores', name: '门店', icon: 'pin', permission: 'stores.read' },
  { path: '/orders', name: '订单', icon: 'bag', permission: 'orders.read' },
  { path: '/imports', name: '导入', icon: 'inbox', permission: 'imports.read' },
  { path: '/audit', name: '审计', icon: 'book', permission: 'audit.read' },
  { path: '/invariants', name: '体检', icon: 'shield', permission: 'insights.read' },
];
