/** What the counter needs of orders: which ones wait here, and handing one over exactly once. */
import { Inject, Injectable } from '@nestjs/common';
import { nextState, ORDER_STATE_NAMES } from '@tongdian/shared/rules/order-states';
import { Audit } from '../platform/audit.js';
import { Problem } from '../platform/problem.js';
import type { Order, OrderLine } from './order.entity.js';
import { OrdersRepository } from './orders.repository.js';

export interface WaitingPickup {
  order: Order;
  lines: OrderLine[];
}

@Injectable()
export class OrderPickups {
  constructor(
    @Inject(OrdersRepository) private readonly orders: OrdersRepository,
    @Inject(Audit) private readonly audit: Audit,
  ) {}

  /** Paid orders that wait at a store, the oldest first; of one member when given. */
  async waitingAt(storeId: string, memberId: string | null = null): Promise<WaitingPickup[]> {
    const orders = await this.orders.waitingAt(storeId, memberId);
    const lines = await this.orders.linesOf(orders.map((order) => order.id));
    return orders.map((order) => ({ order, lines: lines.filter((line) => line.orderId === order.id) }));
  }

  /**
   * Inside the caller's transaction. Refuses with order_not_found when it is not this member's or waits at
   * another store: an order is never moved to the clerk's store silently.
   */
  async handOver(orderId: string, memberId: string, storeId: string, cause: string): Promise<WaitingPickup> {
    const order = await this.orders.hold(orderId);
    if (!order || order.memberId !== memberId || order.storeId !== storeId)
      throw new Problem('order_not_found');
    const to = nextState(order.state, 'hand_over');
    if (!to || !(await this.orders.move(orderId, order.state, 'hand_over', to, cause)))
      throw new Problem('order_state_wrong', {
        state: order.state,
        stateName: ORDER_STATE_NAMES[order.state],
      });
    await this.audit.record({
      action: 'order.handed_over',
      subject: 'order',
      subjectId: orderId,
      subjectName: order.orderNo,
    });
    return { order, lines: await this.orders.linesOf([orderId]) };
  }
}
