/**
 * The one place where money becomes a fact. Whatever the road (notify, query, close), what the platform said
 * about a payment is applied here, in one transaction, once.
 */
import { Inject, Injectable, Logger } from '@nestjs/common';
import { OrderPayments } from '../orders/order-payments.js';
import { Audit } from '../platform/audit.js';
import { Clock } from '../platform/clock.js';
import { Database, isDuplicate } from '../platform/database/database.js';
import type { GatewayPayment } from '../platform/payment-gateway.js';
import type { Payment } from './payment.entity.js';
import { PaymentWatch } from './payment-watch.js';
import { PaymentsRepository } from './payments.repository.js';
import { Refunding } from './refunding.js';

/** disagrees: not the amount, or not a number, that can be this payment's; nothing was written. */
export type Settled = 'paid' | 'given_back' | 'repeated' | 'noted' | 'disagrees';

@Injectable()
export class Settling {
  private readonly log = new Logger('payments');

  constructor(
    @Inject(PaymentsRepository) private readonly payments: PaymentsRepository,
    @Inject(OrderPayments) private readonly orders: OrderPayments,
    @Inject(Refunding) private readonly refunding: Refunding,
    @Inject(PaymentWatch) private readonly watch: PaymentWatch,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Database) private readonly db: Database,
  ) {}

  /** Joins the caller's transaction. */
  apply(paymentId: string, told: GatewayPayment): Promise<Settled> {
    return this.db.tx(async () => {
      const payment = await this.payments.hold(paymentId);
      if (!payment) throw new Error(`payment ${paymentId} does not exist`);
      if (told.state === 'paid') return this.pay(payment, told);
      if (told.state === 'open') await this.payments.seenOpen(payment.id);
      if (told.state === 'closed') await this.end(payment, 'closed');
      return 'noted';
    });
  }

  /** Ends a living payment that was not paid, and keeps an eye on it: money may still arrive. */
  async end(payment: Pick<Payment, 'id'>, state: 'closed' | 'failed', refusal?: string): Promise<boolean> {
    return this.db.tx(async () => {
      const ended = await this.payments.end(payment.id, state, refusal ?? null);
      if (ended) await this.watch.plan({ paymentId: payment.id, living: false, tries: 0 });
      return ended;
    });
  }

  /** Records, once, that the platform's word and our book differ. Outside of whatever was rolled back for it. */
  async recordDisagreement(paymentId: string, told: GatewayPayment): Promise<void> {
    const about = `the platform says ${told.amountFen ?? '?'} fen, ${told.transactionNo ?? 'no number'}`;
    await this.db.tx(async () => {
      if (!(await this.payments.disagree(paymentId, about))) return;
      const payment = (await this.payments.byId(paymentId))!;
      this.log.error(`payment ${payment.outTradeNo} of ${payment.amountFen} fen: ${about}`);
      await this.audit.record({
        action: 'payment.disagreed',
        subject: 'payment',
        subjectId: payment.id,
        subjectName: payment.outTradeNo,
        after: { amountFen: Number(payment.amountFen), about },
      });
    });
  }

  private async pay(payment: Payment, told: GatewayPayment): Promise<Settled> {
    if (told.amountFen !== Number(payment.amountFen) || !told.transactionNo) return 'disagrees';
    if (payment.state === 'paid')
      return payment.transactionNo === told.transactionNo ? 'repeated' : 'disagrees';
    const paidAt = told.paidAt ?? this.clock.now();
    if (!(await this.book(payment, told.transactionNo, paidAt))) return 'disagrees';
    const { platform, id: paymentId } = payment;
    const { transactionNo } = told;
    const outcome = await this.orders.markPaid(payment.orderId, {
      paymentId,
      platform,
      transactionNo,
      paidAt,
    });
    if (outcome === 'paid') {
      await this.stopOthers(payment);
      return 'paid';
    }
    await this.refunding.giveBack(payment, outcome === 'too_late' ? 'late-payment' : 'second-payment');
    return 'given_back';
  }

  /** False when the transaction number belongs to another payment: two orders cannot be paid by one transaction. */
  private async book(payment: Payment, transactionNo: string, paidAt: Date): Promise<boolean> {
    try {
      return await this.db.attempt(() => this.payments.pay(payment.id, transactionNo, paidAt));
    } catch (error) {
      if (isDuplicate(error)) return false;
      throw error;
    }
  }

  /** Money came by a payment that had ended here; what another device began meanwhile must not be paid too. */
  private async stopOthers(payment: Payment): Promise<void> {
    const other = await this.payments.living(payment.orderId);
    if (other) await this.watch.plan({ paymentId: other.id, living: true, tries: 0 });
  }
}
