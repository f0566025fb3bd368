/** Ends an unpaid order: what it held (stock, coupon) goes back, and whoever takes money for it is told. */
import { Inject, Injectable } from '@nestjs/common';
import { nextState } from '@tongdian/shared/rules/order-states';
import { StockService } from '../catalog/stock.service.js';
import { CouponsService } from '../coupons/coupons.service.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { Jobs, Works } from '../platform/jobs/jobs.js';
import { Outbox } from '../platform/outbox.js';
import type { Order } from './order.entity.js';
import { OrdersRepository } from './orders.repository.js';

declare module '../platform/events.js' {
  interface DomainEvents {
    'order.closed': { orderId: string; why: 'cancel' | 'time_out' };
  }
}

const TIME_OUT = 'orders.time-out';

@Injectable()
export class OrderClosing {
  constructor(
    @Inject(OrdersRepository) private readonly orders: OrdersRepository,
    @Inject(StockService) private readonly stock: StockService,
    @Inject(CouponsService) private readonly coupons: CouponsService,
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(Jobs) private readonly jobs: Jobs,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Database) private readonly db: Database,
  ) {}

  /** Plans the end of an order that nobody pays. */
  planTimeOut(orderId: string, payBefore: Date): Promise<void> {
    return this.jobs.add(TIME_OUT, { orderId }, { runAt: payBefore, key: `${TIME_OUT}:${orderId}` });
  }

  /** Paid in time: nothing to end. */
  forgetTimeOut(orderId: string): Promise<void> {
    return this.jobs.cancel(`${TIME_OUT}:${orderId}`);
  }

  @Works(TIME_OUT)
  async timeOut(payload: unknown): Promise<void> {
    const { orderId } = payload as { orderId: string };
    await this.db.tx(async () => {
      const order = await this.orders.hold(orderId);
      if (!order || order.state !== 'awaiting_payment') return;
      if (order.payBefore && order.payBefore > this.clock.now())
        return this.planTimeOut(orderId, order.payBefore);
      await this.close(order, 'time_out', 'time_out');
    });
  }

  /** The order's row is held by the caller's transaction. */
  async close(order: Order, event: 'cancel' | 'time_out', cause: string): Promise<void> {
    const to = nextState(order.state, event);
    if (!to || !(await this.orders.move(order.id, order.state, event, to, cause)))
      throw new Error(`order ${order.id} was not held`);
    const lines = await this.orders.linesOf([order.id]);
    await this.stock.release(order.placeId, lines, `order:${order.id}`);
    if (order.couponId) await this.coupons.release(order.couponId, order.id, `order:${order.id}`);
    await this.outbox.tell('order.closed', order.id, { orderId: order.id, why: event });
  }
}
