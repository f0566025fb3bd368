import type { Platform } from '../kernel/platforms.js';
import type { OrderState } from '../rules/order-states.js';
import type { CouponVerdict, PriceStep } from '../rules/pricing.js';
import type {
  AdminOrdersQuery,
  CartLineBody,
  DeliveryKind,
  ListOrdersQuery,
  PlaceOrderBody,
  QuoteBody,
  SetCartLineBody,
} from './orders.dto.js';
import { may, MEMBER, route, type Page } from './route.js';

export interface QuoteLineView {
  skuId: string;
  productId: string;
  name: string;
  options: Record<string, string>;
  picture: string;
  plate: 'plate' | 'plate2' | 'plate3';
  quantity: number;
  unitListFen: number;
  listFen: number;
  memberOffFen: number;
  couponOffFen: number;
  payableFen: number;
  /** How many the chosen way of delivery can give now. */
  available: number;
}

export interface QuoteCouponView extends CouponVerdict {
  title: string;
  /** "满 ¥200 减 ¥30" */
  says: string;
  validUntil: string;
}

export interface QuoteView {
  lines: QuoteLineView[];
  /** From the list price to the payable, each with the rule behind it. */
  steps: PriceStep[];
  coupons: QuoteCouponView[];
  appliedCouponId: string | null;
  listFen: number;
  goodsFen: number;
  shippingFen: number;
  payableFen: number;
  savedFen: number;
  earnsPoints: number;
  /** The level that the order will lead to when it is completed, if it is a new one. */
  reachesLevel: { name: string; growth: number } | null;
}

export interface CartLineView {
  skuId: string;
  productId: string;
  name: string;
  options: Record<string, string>;
  picture: string;
  plate: 'plate' | 'plate2' | 'plate3';
  quantity: number;
  selected: boolean;
  unitListFen: number;
  unitMemberFen: number;
  onlineStock: number;
  storesWithStock: { storeId: string; storeName: string; available: number }[];
  /** false: off the shelf; it stays visible and cannot be selected. */
  onSale: boolean;
}

export interface CartView {
  lines: CartLineView[];
  /** The selected lines, priced for shipping with the best coupon; null when nothing is selected. */
  quote: QuoteView | null;
}

export interface OrderLineView {
  id: string;
  skuId: string;
  productId: string;
  name: string;
  options: Record<string, string>;
  picture: string;
  plate: 'plate' | 'plate2' | 'plate3';
  quantity: number;
  unitListFen: number;
  payableFen: number;
}

export interface OrderView {
  id: string;
  orderNo: string;
  state: OrderState;
  stateName: string;
  platform: Platform;
  lines: OrderLineView[];
  steps: PriceStep[];
  couponTitle: string | null;
  listFen: number;
  shippingFen: number;
  payableFen: number;
  savedFen: number;
  earnsPoints: number;
  delivery: {
    kind: DeliveryKind;
    storeId: string | null;
    storeName: string | null;
    recipient: string | null;
    phoneMasked: string | null;
    address: string | null;
  };
  note: string | null;
  createdAt: string;
  /** Unpaid orders are closed then. */
  payBefore: string | null;
  paidAt: string | null;
  history: { at: string; from: OrderState | null; to: OrderState; event: string; by: string }[];
}

/** What the app hands to its platform's payment call, unchanged. */
export type PaymentParams =
  | {
      platform: 'wechat';
      timeStamp: string;
      nonceStr: string;
      package: string;
      signType: 'RSA';
      paySign: string;
    }
  | { platform: 'alipay'; tradeNO: string }
  | { platform: 'jd'; bankRequest: Record<string, unknown> };

export interface PaymentStartView {
  orderId: string;
  amountFen: number;
  /** Null: nothing to pay, the order is paid. */
  params: PaymentParams | null;
}

export interface PaymentStateView {
  orderId: string;
  orderState: OrderState;
  /** none: not begun. unknown: the platform has not answered yet; ask again, do not pay again. */
  payment: 'none' | 'open' | 'unknown' | 'paid' | 'closed' | 'refunding' | 'refunded';
}

export interface AdminOrderRow {
  id: string;
  orderNo: string;
  state: OrderState;
  stateName: string;
  platform: Platform;
  memberId: string;
  memberName: string;
  goods: string;
  payableFen: number;
  couponTitle: string | null;
  storeName: string | null;
  createdAt: string;
}

export const getCart = route<{ result: CartView }>({
  method: 'GET',
  path: '/api/cart',
  access: MEMBER,
  summary: 'My cart, priced',
});

export const addToCart = route<{ body: CartLineBody; result: CartView }>({
  method: 'POST',
  path: '/api/cart/lines',
  access: MEMBER,
  summary: 'Put goods into the cart; answers with the whole priced cart',
});

export const setCartLine = route<{ params: { skuId: string }; body: SetCartLineBody; result: CartView }>({
  method: 'PUT',
  path: '/api/cart/lines/:skuId',
  access: MEMBER,
  summary: 'Set the quantity or the tick of a line; 0 takes it out',
});

export const quoteOrder = route<{ body: QuoteBody; result: QuoteView }>({
  method: 'POST',
  path: '/api/quote',
  access: MEMBER,
  summary: 'What it would cost and why; binds nobody',
});

export const placeOrder = route<{ body: PlaceOrderBody; result: OrderView }>({
  method: 'POST',
  path: '/api/orders',
  access: MEMBER,
  summary: 'Order at the price seen; reserves stock and locks the coupon for 30 minutes',
  perMinute: 30,
});

export const listOrders = route<{ query: ListOrdersQuery; result: Page<OrderView> }>({
  method: 'GET',
  path: '/api/orders',
  access: MEMBER,
  summary: 'My orders, newest first',
});

export const getOrder = route<{ params: { id: string }; result: OrderView }>({
  method: 'GET',
  path: '/api/orders/:id',
  access: MEMBER,
  summary: 'One of my orders with its history',
});

export const cancelOrder = route<{ params: { id: string }; result: OrderView }>({
  method: 'POST',
  path: '/api/orders/:id/cancel',
  access: MEMBER,
  summary: 'Cancel an unpaid order: stock and coupon go back',
});

export const payOrder = route<{ params: { id: string }; result: PaymentStartView }>({
  method: 'POST',
  path: '/api/orders/:id/pay',
  access: MEMBER,
  summary: 'Begin (or go on with) the payment on the platform of this session',
  repeats: 'own',
  perMinute: 30,
});

export const getPaymentState = route<{ params: { id: string }; result: PaymentStateView }>({
  method: 'GET',
  path: '/api/orders/:id/payment',
  access: MEMBER,
  summary: 'Is it paid? Asks the platform when our own books do not know yet',
});

export const adminListOrders = route<{ query: AdminOrdersQuery; result: Page<AdminOrderRow> }>({
  method: 'GET',
  path: '/api/admin/orders',
  access: may('orders.read'),
  summary: 'Orders of all platforms, newest first',
});

export const adminGetOrder = route<{ params: { id: string }; result: OrderView }>({
  method: 'GET',
  path: '/api/admin/orders/:id',
  access: may('orders.read'),
  summary: 'One order with its history',
});
