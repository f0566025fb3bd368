/** What payments need of orders: how much is due, and "it is paid", with everything that follows from it. */
import { Inject, Injectable, Logger } from '@nestjs/common';
import { addFen, fen, type Fen } from '@tongdian/shared/kernel/money';
import type { Platform } from '@tongdian/shared/kernel/platforms';
import { addDays, businessDay, endOfBusinessDay } from '@tongdian/shared/kernel/time';
import type { OrderState } from '@tongdian/shared/rules/order-states';
import { describeGoods } from '@tongdian/shared/rules/order-text';
import { CatalogService } from '../catalog/catalog.service.js';
import { StockService } from '../catalog/stock.service.js';
import { CouponsService } from '../coupons/coupons.service.js';
import { LevelsService } from '../levels/levels.service.js';
import { Audit } from '../platform/audit.js';
import { Outbox } from '../platform/outbox.js';
import { Problem } from '../platform/problem.js';
import { PointsService } from '../points/points.service.js';
import type { Order, OrderLine } from './order.entity.js';
import { growthFor, POINTS_LIFE_DAYS, POINTS_PENDING_DAYS } from './order-rules.js';
import { OrderClosing } from './order-closing.js';
import { OrdersRepository } from './orders.repository.js';

declare module '../platform/events.js' {
  interface DomainEvents {
    'order.paid': { orderId: string; memberId: string; payableFen: number };
  }
}

export interface Payable {
  orderId: string;
  orderNo: string;
  amountFen: Fen;
  /** "晨雾 拼配豆 250g 等 3 件" */
  description: string;
  payBefore: Date | null;
  state: OrderState;
}

export interface PaidBy {
  /** Null for an order of ¥0: nobody was asked for money. */
  paymentId: string | null;
  platform: Platform;
  transactionNo: string | null;
  paidAt: Date;
}

@Injectable()
export class OrderPayments {
  private readonly log = new Logger('orders');

  constructor(
    @Inject(OrdersRepository) private readonly orders: OrdersRepository,
    @Inject(OrderClosing) private readonly closing: OrderClosing,
    @Inject(StockService) private readonly stock: StockService,
    @Inject(CatalogService) private readonly catalog: CatalogService,
    @Inject(CouponsService) private readonly coupons: CouponsService,
    @Inject(LevelsService) private readonly levels: LevelsService,
    @Inject(PointsService) private readonly points: PointsService,
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(Audit) private readonly audit: Audit,
  ) {}

  /** Refuses with order_not_found, also for an order of somebody else. */
  async payable(orderId: string, memberId: string): Promise<Payable> {
    const order = await this.orders.ofMember(orderId, memberId);
    if (!order) throw new Problem('order_not_found');
    return {
      orderId,
      orderNo: order.orderNo,
      amountFen: fen(Number(order.payableFen)),
      description: describeGoods(await this.orders.linesOf([orderId])),
      payBefore: order.payBefore,
      state: order.state,
    };
  }

  /**
   * Inside the caller's transaction. `too_late`: the order was closed or cancelled before the money came; the
   * caller must give it back.
   */
  async markPaid(orderId: string, by: PaidBy): Promise<'paid' | 'already_paid' | 'too_late'> {
    const order = await this.orders.hold(orderId);
    if (!order) throw new Error(`paid order ${orderId} does not exist`);
    if (order.state === 'cancelled' || order.state === 'closed') return 'too_late';
    if (order.state !== 'awaiting_payment') return 'already_paid';
    const cause = by.paymentId ? `payment:${by.paymentId}` : 'nothing-due';
    if (!(await this.orders.move(orderId, 'awaiting_payment', 'pay', 'paid', cause)))
      throw new Error(`order ${orderId} was not held`);
    const lines = await this.orders.linesOf([orderId]);
    await this.settle(order, lines, by);
    await this.closing.forgetTimeOut(orderId);
    if (order.deliveryKind === 'pickup')
      await this.orders.move(orderId, 'paid', 'prepare', 'ready_for_pickup', cause);
    await this.outbox.tell('order.paid', orderId, {
      orderId,
      memberId: order.memberId,
      payableFen: Number(order.payableFen),
    });
    await this.audit.record({
      action: 'order.paid',
      subject: 'order',
      subjectId: orderId,
      subjectName: order.orderNo,
      after: { payableFen: Number(order.payableFen), platform: by.platform, transactionNo: by.transactionNo },
    });
    return 'paid';
  }

  /** Stock leaves, the coupon is used, growth and points come: each once, by its cause. */
  private async settle(order: Order, lines: readonly OrderLine[], by: PaidBy): Promise<void> {
    const cause = `order:${order.id}`;
    await this.stock.deduct(order.placeId, lines, cause);
    await this.catalog.raiseSold(lines);
    if (order.couponId) {
      const offFen = addFen(...lines.map((line) => fen(Number(line.couponOffFen))));
      const onShipping = order.steps.find((step) => step.kind === 'coupon')?.amountFen ?? 0;
      const used = await this.coupons.useLocked(
        order.couponId,
        order.id,
        fen(Math.max(offFen, -onShipping)),
        `订单 ${order.orderNo}`,
      );
      // The money is here: the order stands, and the invariants show the coupon to people.
      if (!used) this.log.error(`order ${order.id} is paid without its coupon ${order.couponId}`);
    }
    await this.levels.grow(order.memberId, growthFor(Number(order.goodsFen)), cause, `订单 ${order.orderNo}`);
    if (order.earnsPoints === 0) return;
    const usableFrom = addDays(businessDay(by.paidAt), POINTS_PENDING_DAYS);
    await this.points.earn({
      memberId: order.memberId,
      amount: order.earnsPoints,
      cause,
      reason: `订单 ${order.orderNo}`,
      usableAt: endOfBusinessDay(usableFrom),
      expiresAt: endOfBusinessDay(addDays(usableFrom, POINTS_LIFE_DAYS)),
    });
  }
}
