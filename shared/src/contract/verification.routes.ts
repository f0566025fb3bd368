import type { CouponKind } from '../rules/coupon-rules.js';
import type { OrderLineView } from './orders.routes.js';
import type {
  ConfirmScanBody,
  OpenCodeBody,
  PreviewBillQuery,
  ScanBody,
  StoreQuery,
  UndoBody,
} from './verification.dto.js';
import { may, MEMBER, route } from './route.js';

/** Handed to the phone once; the secret stays on the server and on this device. */
export interface CodeSeedView {
  handle: string;
  /** 32 bytes, base64url. */
  secret: string;
  stepSeconds: number;
  /** The server's clock, so that a phone running wrong can correct itself. */
  serverTime: string;
  /** The phone asks again after this; until then it works without network. */
  expiresAt: string;
  couponId: string | null;
}

export interface ScanCouponView {
  couponId: string;
  /** exchange: goods handed over beside the bill, any number at once; of the others one at a time. */
  kind: CouponKind;
  title: string;
  says: string;
  /** "咖啡机、投影仪，全部门店和网上": the clerk looks whether the goods are among them. */
  where: string;
  validUntil: string;
  /** Null: may be used here now. */
  refusal: string | null;
  /** What it takes off the bill given; null while a bill is needed. */
  offFen: number | null;
  needsBill: boolean;
  /** The code shown was this coupon's: ticked beforehand. */
  chosen: boolean;
}

export interface ScanPickupView {
  orderId: string;
  orderNo: string;
  lines: OrderLineView[];
  payableFen: number;
  refusal: string | null;
}

export interface ScanView {
  scanId: string;
  member: { nameMasked: string; phoneMasked: string | null; level: string; points: number };
  coupons: ScanCouponView[];
  pickups: ScanPickupView[];
  billFen: number | null;
  /** Confirm before this. */
  expiresAt: string;
}

export interface RedemptionView {
  id: string;
  at: string;
  storeId: string;
  storeName: string;
  clerkName: string;
  member: { nameMasked: string; phoneMasked: string | null; level: string };
  coupons: { couponId: string; title: string; offFen: number }[];
  orders: { orderId: string; orderNo: string; goods: string }[];
  billFen: number | null;
  offFen: number;
  undoneAt: string | null;
  undoReason: string | null;
  /** Until when, and whether the one who asks may undo. */
  undoBefore: string | null;
}

export interface ClerkTodayView {
  day: string;
  redemptions: number;
  billFen: number;
  offFen: number;
  newMembers: number;
  waitingPickups: number;
  byClerk: { clerkName: string; redemptions: number; offFen: number }[];
  byCoupon: { title: string; used: number; offFen: number }[];
  rows: RedemptionView[];
}

export interface PickupRow {
  orderId: string;
  orderNo: string;
  memberMasked: string;
  phoneTail: string | null;
  goods: string;
  payableFen: number;
  paidAt: string;
}

export const openCode = route<{ body: OpenCodeBody; result: CodeSeedView }>({
  method: 'POST',
  path: '/api/me/codes',
  access: MEMBER,
  summary: 'A handle and a secret for the rotating code of this device; asked again, the same while it lives',
  // Kept answers would hold the secret in the clear.
  repeats: 'own',
});

export const scanCode = route<{ body: ScanBody; result: ScanView }>({
  method: 'POST',
  path: '/api/clerk/scans',
  access: may('verification.redeem'),
  summary: 'Read a code: who it is and what would be used. Uses nothing yet; a retry is known by its nonce',
  repeats: 'own',
});

export const previewBill = route<{ params: { id: string }; query: PreviewBillQuery; result: ScanView }>({
  method: 'GET',
  path: '/api/clerk/scans/:id',
  access: may('verification.redeem'),
  summary: 'The same scan with the bill filled in',
});

export const confirmScan = route<{ params: { id: string }; body: ConfirmScanBody; result: RedemptionView }>({
  method: 'POST',
  path: '/api/clerk/scans/:id/confirm',
  access: may('verification.redeem'),
  summary: 'Use what was shown: exactly once, however often it is sent',
});

export const undoRedemption = route<{ params: { id: string }; body: UndoBody; result: RedemptionView }>({
  method: 'POST',
  path: '/api/clerk/redemptions/:id/undo',
  access: may('verification.redeem'),
  summary: 'Take a redemption back: the same clerk within 10 minutes, a manager the same day',
});

export const clerkToday = route<{ query: StoreQuery; result: ClerkTodayView }>({
  method: 'GET',
  path: '/api/clerk/today',
  access: may('verification.redeem'),
  summary: "Today's list of a store with sums",
});

export const listPickups = route<{ query: StoreQuery; result: PickupRow[] }>({
  method: 'GET',
  path: '/api/clerk/pickups',
  access: may('pickups.hand-over'),
  summary: 'Paid orders that wait at this store',
});
