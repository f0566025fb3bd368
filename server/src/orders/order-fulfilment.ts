/** What happens to a paid order that is sent: it goes out, and it arrives. */
import { Inject, Injectable } from '@nestjs/common';
import { nextState, ORDER_STATE_NAMES, type OrderEvent } from '@tongdian/shared/rules/order-states';
import { Problem } from '../platform/problem.js';
import { OrdersRepository } from './orders.repository.js';

@Injectable()
export class OrderFulfilment {
  constructor(@Inject(OrdersRepository) private readonly orders: OrdersRepository) {}

  /** Inside the caller's transaction. Refuses with order_not_found, order_state_wrong. */
  ship(orderId: string, cause: string): Promise<void> {
    return this.moveOn(orderId, 'ship', cause);
  }

  receive(orderId: string, cause: string): Promise<void> {
    return this.moveOn(orderId, 'receive', cause);
  }

  private async moveOn(orderId: string, event: OrderEvent, cause: string): Promise<void> {
    const order = await this.orders.hold(orderId);
    if (!order) throw new Problem('order_not_found');
    const to = nextState(order.state, event);
    if (!to || !(await this.orders.move(orderId, order.state, event, to, cause)))
      throw new Problem('order_state_wrong', {
        state: order.state,
        stateName: ORDER_STATE_NAMES[order.state],
      });
  }
}
