/** How the states and steps of an order are said. */
import { ORDER_STATES, ORDER_STATE_NAMES, type OrderState } from '@tongdian/shared/rules/order-states';
import type { Tone } from '../../kit/page';
import { platformName } from '../../kit/words';

export const STATE_TONES: Record<OrderState, Tone> = {
  awaiting_payment: 'lamp',
  paid: 'info',
  ready_for_pickup: 'lamp',
  shipped: 'info',
  completed: 'ok',
  cancelled: 'plain',
  closed: 'plain',
};

export const STATE_CHOICES = ORDER_STATES.map((value) => ({ value, label: ORDER_STATE_NAMES[value] }));

const EVENTS: Record<string, string> = {
  place: '下单',
  placed: '下单',
  pay: '付款',
  prepare: '备好货，等自取',
  ship: '发货',
  hand_over: '交给顾客',
  receive: '收货',
  cancel: '取消',
  time_out: '超时没付，关闭',
};

export function eventName(event: string): string {
  return EVENTS[event] ?? event;
}

const ACTORS: Record<string, string> = {
  member: '会员',
  staff: '店里',
  system: '系统',
  platform: '支付平台',
};

/** "member", "wechat", "staff:沈禾" or already a name. */
export function actorName(by: string): string {
  const [kind, name] = by.split(':', 2) as [string, string | undefined];
  return platformName(name || ACTORS[kind] || by);
}
