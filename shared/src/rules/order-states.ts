/** The life of an order as data: one table says what may happen when. Docs and both sides read it. */

export const ORDER_STATES = [
  'awaiting_payment',
  'paid',
  'ready_for_pickup',
  'shipped',
  'completed',
  'cancelled',
  'closed',
] as const;
export type OrderState = (typeof ORDER_STATES)[number];

export const ORDER_EVENTS = ['pay', 'prepare', 'ship', 'hand_over', 'receive', 'cancel', 'time_out'] as const;
export type OrderEvent = (typeof ORDER_EVENTS)[number];

export interface OrderTransition {
  from: OrderState;
  event: OrderEvent;
  to: OrderState;
  by: readonly ('member' | 'staff' | 'system')[];
}

export const ORDER_TRANSITIONS: readonly OrderTransition[] = [
  { from: 'awaiting_payment', event: 'pay', to: 'paid', by: ['system'] },
  { from: 'awaiting_payment', event: 'cancel', to: 'cancelled', by: ['member'] },
  { from: 'awaiting_payment', event: 'time_out', to: 'closed', by: ['system'] },
  { from: 'paid', event: 'prepare', to: 'ready_for_pickup', by: ['staff', 'system'] },
  { from: 'paid', event: 'ship', to: 'shipped', by: ['staff'] },
  { from: 'paid', event: 'hand_over', to: 'completed', by: ['staff'] },
  { from: 'ready_for_pickup', event: 'hand_over', to: 'completed', by: ['staff'] },
  { from: 'shipped', event: 'receive', to: 'completed', by: ['member', 'system'] },
];

export const ORDER_STATE_NAMES: Record<OrderState, string> = {
  awaiting_payment: '待付款',
  paid: '已付款',
  ready_for_pickup: '待自取',
  shipped: '已发货',
  completed: '已完成',
  cancelled: '已取消',
  closed: '已关闭',
};

/** Where the event leads, or null when the table does not allow it from here. */
export function nextState(from: OrderState, event: OrderEvent): OrderState | null {
  return (
    ORDER_TRANSITIONS.find((transition) => transition.from === from && transition.event === event)?.to ?? null
  );
}

export function mayHappen(from: OrderState, event: OrderEvent, by: 'member' | 'staff' | 'system'): boolean {
  return ORDER_TRANSITIONS.some(
    (transition) => transition.from === from && transition.event === event && transition.by.includes(by),
  );
}
