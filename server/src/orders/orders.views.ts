/** Orders as the contract shows them. The address is opened for its owner and masked for staff. */
import type { OrderLineView, OrderView } from '@tongdian/shared/contract/orders.routes';
import { ORDER_STATE_NAMES } from '@tongdian/shared/rules/order-states';
import { maskName, maskPhone } from '../platform/security/vault.js';
import type { Order, OrderEventRow, OrderLine } from './order.entity.js';

export interface OrderAddress {
  recipient: string;
  phone: string;
  province: string;
  city: string;
  district: string;
  detail: string;
}

export function toOrderLineView(line: OrderLine): OrderLineView {
  const { id, skuId, productId, name, options, picture, plate, quantity } = line;
  return {
    id,
    skuId,
    productId,
    name,
    options,
    picture,
    plate,
    quantity,
    unitListFen: Number(line.unitListFen),
    payableFen: Number(line.payableFen),
  };
}

function toDelivery(
  order: Order,
  storeName: string | null,
  address: OrderAddress | null,
  forStaff: boolean,
): OrderView['delivery'] {
  return {
    kind: order.deliveryKind,
    storeId: order.storeId,
    storeName,
    recipient: address ? (forStaff ? maskName(address.recipient) : address.recipient) : null,
    phoneMasked: address ? maskPhone(address.phone) : null,
    address: address
      ? `${address.province}${address.city}${address.district}${forStaff ? ' …' : ` ${address.detail}`}`
      : null,
  };
}

export function toOrderView(
  order: Order,
  lines: readonly OrderLine[],
  events: readonly OrderEventRow[],
  around: { storeName: string | null; address: OrderAddress | null; forStaff: boolean },
): OrderView {
  return {
    id: order.id,
    orderNo: order.orderNo,
    state: order.state,
    stateName: ORDER_STATE_NAMES[order.state],
    platform: order.platform,
    lines: lines.map(toOrderLineView),
    steps: order.steps,
    couponTitle: order.couponTitle,
    listFen: Number(order.listFen),
    shippingFen: Number(order.shippingFen),
    payableFen: Number(order.payableFen),
    savedFen: Number(order.savedFen),
    earnsPoints: order.earnsPoints,
    delivery: toDelivery(order, around.storeName, around.address, around.forStaff),
    note: order.note,
    createdAt: order.createdAt.toISOString(),
    payBefore: order.payBefore?.toISOString() ?? null,
    paidAt: order.paidAt?.toISOString() ?? null,
    history: events.map((event) => ({
      at: event.at.toISOString(),
      from: event.fromState,
      to: event.toState,
      event: event.event,
      by: event.actorName,
    })),
  };
}
