/** Ends payments at the platform: when their order is over, when time is up, or when another takes their place. */
import { Inject, Injectable } from '@nestjs/common';
import { addMs } from '@tongdian/shared/kernel/time';
import { OrderPayments } from '../orders/order-payments.js';
import { Clock } from '../platform/clock.js';
import { Listens, type Told } from '../platform/events.js';
import { Works } from '../platform/jobs/jobs.js';
import { PAYMENT_GATEWAYS, type GatewayPayment, type PaymentGateways } from '../platform/payment-gateway.js';
import { isLiving } from './payment-rules.js';
import type { Payment } from './payment.entity.js';
import { LOOK, PaymentWatch, type Look } from './payment-watch.js';
import { PaymentsRepository } from './payments.repository.js';
import { Settling } from './settling.js';

/** The platform's clock and ours may differ a little: nobody is cut off while the password is being typed. */
const GRACE_MS = 20_000;

@Injectable()
export class PaymentClosing {
  constructor(
    @Inject(PaymentsRepository) private readonly payments: PaymentsRepository,
    @Inject(OrderPayments) private readonly orders: OrderPayments,
    @Inject(Settling) private readonly settling: Settling,
    @Inject(PaymentWatch) private readonly watch: PaymentWatch,
    @Inject(PAYMENT_GATEWAYS) private readonly gateways: PaymentGateways,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Listens('order.closed')
  async orderClosed(event: Told<'order.closed'>): Promise<void> {
    await this.closeFor(event.payload.orderId);
  }

  /** The order is over: nobody shall be able to pay it. Money that was faster is given back by settling it. */
  async closeFor(orderId: string): Promise<void> {
    const living = await this.payments.living(orderId);
    if (living) await this.close(living);
  }

  /** `unknown`: the platform did not say; asked again by plan. */
  async close(payment: Payment): Promise<'closed' | 'paid' | 'unknown'> {
    const outcome = await this.gateways[payment.platform].close(payment.outTradeNo);
    if (outcome === 'closed') await this.settling.end(payment, 'closed');
    if (outcome === 'paid') return (await this.ask(payment)) === 'paid' ? 'paid' : 'unknown';
    if (outcome === 'unknown') await this.watch.plan({ paymentId: payment.id, living: true, tries: 0 });
    return outcome;
  }

  /** Asks the platform and books what it says. Never inside a transaction. */
  async ask(payment: Payment): Promise<GatewayPayment['state']> {
    const told = await this.gateways[payment.platform].query(payment.outTradeNo);
    if ((await this.settling.apply(payment.id, told)) !== 'disagrees') return told.state;
    await this.settling.recordDisagreement(payment.id, told);
    return 'unknown';
  }

  @Works(LOOK)
  async look(job: unknown): Promise<void> {
    const { paymentId, living, tries } = job as Look;
    const payment = await this.payments.byId(paymentId);
    if (!payment || payment.state === 'paid') return;
    await this.ask(payment);
    const now = (await this.payments.byId(paymentId))!;
    if (now.state === 'paid') return;
    if (!isLiving(now.state)) {
      // What ended just now is planned already; what had ended before is looked at a few times more.
      if (!isLiving(payment.state))
        await this.watch.plan({ paymentId, living: false, tries: living ? 0 : tries + 1 });
      return;
    }
    if ((await this.isOver(now)) && (await this.close(now)) !== 'unknown') return;
    await this.watch.plan({ paymentId, living: true, tries: tries + 1 });
  }

  private async isOver(payment: Payment): Promise<boolean> {
    if (payment.expiresAt && addMs(payment.expiresAt, GRACE_MS) <= this.clock.now()) return true;
    const { state } = await this.orders.payable(payment.orderId, payment.memberId);
    return state !== 'awaiting_payment';
  }
}
