/** "Is it paid?": our own books first, and the platform when they do not know. */
import { Inject, Injectable } from '@nestjs/common';
import type { PaymentStateView } from '@tongdian/shared/contract/orders.routes';
import { OrderPayments } from '../orders/order-payments.js';
import { Clock } from '../platform/clock.js';
import type { MemberActor } from '../platform/context.js';
import { PaymentClosing } from './payment-closing.js';
import { isLiving, shownState } from './payment-rules.js';
import { PaymentsRepository } from './payments.repository.js';
import { RefundsRepository } from './refunds.repository.js';

@Injectable()
export class PaymentsService {
  constructor(
    @Inject(OrderPayments) private readonly orders: OrderPayments,
    @Inject(PaymentsRepository) private readonly payments: PaymentsRepository,
    @Inject(RefundsRepository) private readonly refunds: RefundsRepository,
    @Inject(PaymentClosing) private readonly closing: PaymentClosing,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Refuses with order_not_found. Asks the platform at most every two seconds, however often it is called. */
  async state(who: MemberActor, orderId: string): Promise<PaymentStateView> {
    await this.orders.payable(orderId, who.memberId);
    const living = (await this.payments.ofOrder(orderId)).find((payment) => isLiving(payment.state));
    if (living && (await this.payments.mayAsk(living.id, this.clock.now()))) await this.closing.ask(living);
    const [order, payments, refunds] = await Promise.all([
      this.orders.payable(orderId, who.memberId),
      this.payments.ofOrder(orderId),
      this.refunds.ofOrder(orderId),
    ]);
    const orderPaid = !['awaiting_payment', 'cancelled', 'closed'].includes(order.state);
    return { orderId, orderState: order.state, payment: shownState(payments, refunds, orderPaid) };
  }
}
