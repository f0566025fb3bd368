/** Scans, redemptions and waiting orders as the contract shows them; of a member no more than a clerk needs. */
import type { OrderLineView } from '@tongdian/shared/contract/orders.routes';
import type {
  PickupRow,
  RedemptionView,
  ScanCouponView,
  ScanPickupView,
  ScanView,
} from '@tongdian/shared/contract/verification.routes';
import type { Fen } from '@tongdian/shared/kernel/money';
import type { MePart } from '../members/member-parts.js';
import type { WaitingPickup } from '../orders/order-pickups.js';
import { maskName } from '../platform/security/vault.js';
import type { JudgedCoupon } from './counter-wallet.js';
import type { Scan } from './redemption.entity.js';
import type { ItemRow, RedemptionRow } from './redemptions.repository.js';

/** As members show themselves to features above. */
interface MemberSeen {
  nickname: string | null;
  phoneMasked: string | null;
}

const MOST_GOODS = 3;

/** "晨雾 × 2、滤芯 × 1": what a clerk takes off the shelf. */
export function goodsText(lines: readonly { name: string; quantity: number }[]): string {
  const shown = lines.slice(0, MOST_GOODS).map(({ name, quantity }) => `${name} × ${quantity}`);
  return lines.length > MOST_GOODS ? `${shown.join('、')}等 ${lines.length} 种` : shown.join('、');
}

function toCoupon({ coupon, outcome, refusal, chosen }: JudgedCoupon): ScanCouponView {
  return {
    couponId: coupon.id,
    kind: coupon.rule.kind,
    title: coupon.title,
    says: coupon.says,
    where: coupon.where,
    validUntil: coupon.validUntil.toISOString(),
    refusal,
    offFen: refusal ? null : outcome.offFen,
    needsBill: outcome.needsBill,
    chosen,
  };
}

function toLine(line: WaitingPickup['lines'][number]): OrderLineView {
  const { id, skuId, productId, name, options, picture, plate, quantity, unitListFen, payableFen } = line;
  return {
    id,
    skuId,
    productId,
    name,
    options,
    picture,
    plate,
    quantity,
    unitListFen: Number(unitListFen),
    payableFen: Number(payableFen),
  };
}

function toScanPickup({ order, lines }: WaitingPickup): ScanPickupView {
  return {
    orderId: order.id,
    orderNo: order.orderNo,
    lines: lines.map(toLine),
    payableFen: Number(order.payableFen),
    refusal: null,
  };
}

export function toScanView(
  scan: Scan,
  member: MemberSeen,
  standing: MePart,
  coupons: readonly JudgedCoupon[],
  pickups: readonly WaitingPickup[],
  billFen: Fen | null,
): ScanView {
  return {
    scanId: scan.id,
    member: {
      nameMasked: maskName(member.nickname ?? ''),
      phoneMasked: member.phoneMasked,
      level: standing.level.level.name,
      points: standing.points.available,
    },
    coupons: coupons.map(toCoupon),
    pickups: pickups.map(toScanPickup),
    billFen,
    expiresAt: scan.expiresAt.toISOString(),
  };
}

export function toRedemptionView(
  row: RedemptionRow,
  items: readonly ItemRow[],
  around: { storeName: string; member: MemberSeen | undefined; undoBefore: Date | null },
): RedemptionView {
  const { storeName, member, undoBefore } = around;
  return {
    id: row.id,
    at: row.at.toISOString(),
    storeId: row.storeId,
    storeName,
    clerkName: row.clerkName,
    member: {
      nameMasked: maskName(member?.nickname ?? ''),
      phoneMasked: member?.phoneMasked ?? null,
      level: row.levelName,
    },
    coupons: items
      .filter(({ kind }) => kind === 'coupon')
      .map(({ subjectId, title, offFen }) => ({ couponId: subjectId, title, offFen })),
    orders: items
      .filter(({ kind }) => kind === 'pickup')
      .map(({ subjectId, title, orderNo }) => ({ orderId: subjectId, orderNo: orderNo ?? '', goods: title })),
    billFen: row.billFen,
    offFen: row.offFen,
    undoneAt: row.undoneAt?.toISOString() ?? null,
    undoReason: row.undoReason,
    undoBefore: undoBefore?.toISOString() ?? null,
  };
}

export function toPickupRow({ order, lines }: WaitingPickup, member: MemberSeen | undefined): PickupRow {
  return {
    orderId: order.id,
    orderNo: order.orderNo,
    memberMasked: maskName(member?.nickname ?? ''),
    phoneTail: member?.phoneMasked?.slice(-4) ?? null,
    goods: goodsText(lines),
    payableFen: Number(order.payableFen),
    paidAt: (order.paidAt ?? order.createdAt).toISOString(),
  };
}
