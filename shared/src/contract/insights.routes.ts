import { may, route } from './route.js';

export interface OverviewView {
  /** Business day in Shanghai. */
  day: string;
  members: number;
  newMembersToday: number;
  paidOrdersToday: number;
  paidFenToday: number;
  redemptionsToday: number;
  /** Thirty days, oldest first. */
  daily: {
    day: string;
    orders: number;
    paidFen: number;
    byPlatform: Record<'wechat' | 'alipay' | 'jd', number>;
  }[];
  byLevel: { level: string; members: number }[];
  byPlatform: { platform: 'wechat' | 'alipay' | 'jd'; members: number }[];
  coupons: { title: string; issued: number; used: number; costFen: number }[];
  stores: { storeName: string; city: string; redemptions: number; pickups: number; paidFen: number }[];
}

export interface InvariantView {
  name: string;
  /** What must hold, in words. */
  says: string;
  ok: boolean;
  checked: number;
  broken: { id: string; detail: string }[];
}

export const adminOverview = route<{ result: OverviewView }>({
  method: 'GET',
  path: '/api/admin/overview',
  access: may('insights.read'),
  summary: 'How it goes, with thirty days behind it',
});

export const adminInvariants = route<{ result: InvariantView[] }>({
  method: 'GET',
  path: '/api/admin/invariants',
  access: may('insights.read'),
  summary: 'Do the books agree: ledgers and balances, limits and counts',
});
