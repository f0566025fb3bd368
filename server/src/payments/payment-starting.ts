/**
 * Begins a payment, or goes on with it. The payment and its number are committed before the platform is
 * called, and no transaction is open while it is: whatever happens in between, the number can be asked about.
 */
import { Inject, Injectable } from '@nestjs/common';
import type { PaymentStartView } from '@tongdian/shared/contract/orders.routes';
import { fen } from '@tongdian/shared/kernel/money';
import { addMs } from '@tongdian/shared/kernel/time';
import { ORDER_STATE_NAMES } from '@tongdian/shared/rules/order-states';
import { MembersService } from '../members/members.service.js';
import { OrderPayments, type Payable } from '../orders/order-payments.js';
import { Audit } from '../platform/audit.js';
import { Clock } from '../platform/clock.js';
import { CONFIG, type Config } from '../platform/config.js';
import type { MemberActor } from '../platform/context.js';
import { Database } from '../platform/database/database.js';
import { newId } from '../platform/new-id.js';
import {
  GatewayRefusal,
  PAYMENT_GATEWAYS,
  UnknownResult,
  type PaymentGateways,
} from '../platform/payment-gateway.js';
import { Problem } from '../platform/problem.js';
import { Vault } from '../platform/security/vault.js';
import { notifyUrl } from './notify-paths.js';
import { PaymentClosing } from './payment-closing.js';
import { paramsUsable } from './payment-rules.js';
import type { Payment } from './payment.entity.js';
import { PaymentWatch } from './payment-watch.js';
import { PaymentsRepository } from './payments.repository.js';
import { Settling } from './settling.js';

const DEFAULT_LIFE_MS = 30 * 60_000;

@Injectable()
export class PaymentStarting {
  constructor(
    @Inject(OrderPayments) private readonly orders: OrderPayments,
    @Inject(PaymentsRepository) private readonly payments: PaymentsRepository,
    @Inject(MembersService) private readonly members: MembersService,
    @Inject(PaymentClosing) private readonly closing: PaymentClosing,
    @Inject(Settling) private readonly settling: Settling,
    @Inject(PaymentWatch) private readonly watch: PaymentWatch,
    @Inject(PAYMENT_GATEWAYS) private readonly gateways: PaymentGateways,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(Vault) private readonly vault: Vault,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Database) private readonly db: Database,
  ) {}

  /**
   * Refuses with order_not_found, order_expired, order_state_wrong (cancelled), platform_refused (a clear no),
   * payment_unavailable (no clear answer: try again, the number stays) and payment_unknown (a payment begun
   * elsewhere cannot be ended now).
   */
  async start(who: MemberActor, orderId: string): Promise<PaymentStartView> {
    const order = await this.orders.payable(orderId, who.memberId);
    const paid: PaymentStartView = { orderId, amountFen: order.amountFen, params: null };
    if (this.isPaid(order)) return paid;
    if (order.amountFen === 0) {
      await this.payNothing(who, order);
      return paid;
    }
    const payer = await this.members.payerOf(who);
    const payment = await this.mine(who, order, payer);
    if (payment === 'paid') return paid;
    if (paramsUsable(payment, this.clock.now())) return { ...paid, params: payment.params };
    return (await this.open(payment, payer)) === 'paid' ? paid : this.opened(who, payment.id, paid);
  }

  /** Enough to know the buyer again; the openid itself stands sealed with the member. */
  private payerIndex(payer: string): string {
    return this.vault.index('payer', payer).toString('hex');
  }

  private isPaid(order: Payable): boolean {
    if (order.state === 'closed') throw new Problem('order_expired');
    if (order.state === 'cancelled')
      throw new Problem('order_state_wrong', {
        state: order.state,
        stateName: ORDER_STATE_NAMES[order.state],
      });
    if (order.state !== 'awaiting_payment') return true;
    if (order.payBefore && order.payBefore <= this.clock.now()) throw new Problem('order_expired');
    return false;
  }

  private async payNothing(who: MemberActor, order: Payable): Promise<void> {
    const by = { paymentId: null, platform: who.platform, transactionNo: null, paidAt: this.clock.now() };
    const outcome = await this.db.tx(() => this.orders.markPaid(order.orderId, by));
    if (outcome === 'too_late') throw new Problem('order_expired');
  }

  /** The order's living payment when it is this buyer's on this platform; else the old one ends and a new one begins. */
  private async mine(who: MemberActor, order: Payable, payer: string): Promise<Payment | 'paid'> {
    const known = this.payerIndex(payer);
    for (let round = 0; round < 3; round++) {
      const living = await this.payments.living(order.orderId);
      if (living && living.platform === who.platform && living.payer === known) return living;
      if (living) {
        const ended = await this.closing.close(living);
        if (ended === 'paid') return 'paid';
        if (ended === 'unknown') throw new Problem('payment_unknown');
      }
      await this.intend(who, order, known);
    }
    throw new Problem('payment_unknown');
  }

  private async intend(who: MemberActor, order: Payable, payer: string): Promise<void> {
    const id = newId();
    const now = this.clock.now();
    await this.db.tx(async () => {
      const intended = await this.payments.intend({
        id,
        orderId: order.orderId,
        memberId: who.memberId,
        platform: who.platform,
        outTradeNo: id.replaceAll('-', ''),
        amountFen: order.amountFen,
        payer,
        description: order.description,
        expiresAt: order.payBefore ?? addMs(now, DEFAULT_LIFE_MS),
        createdAt: now,
      });
      if (intended) await this.watch.plan({ paymentId: id, living: true, tries: 0 });
    });
  }

  /** Calls the platform with what was committed, so that a repeat is the same call. */
  private async open(payment: Payment, payer: string): Promise<'paid' | 'called'> {
    try {
      const { params, validUntil } = await this.gateways[payment.platform].create({
        outTradeNo: payment.outTradeNo,
        amountFen: fen(Number(payment.amountFen)),
        description: payment.description,
        payer,
        expiresAt: payment.expiresAt!,
        notifyUrl: notifyUrl(this.config, payment.platform),
      });
      await this.payments.open(payment.id, params, validUntil);
      return 'called';
    } catch (error) {
      if (error instanceof GatewayRefusal) return this.refused(payment, error);
      if (!(error instanceof UnknownResult)) throw error;
      await this.payments.leaveUnknown(payment.id);
      throw new Problem('payment_unavailable');
    }
  }

  /** A no may also mean "paid already". Otherwise the number is used up: it ends there and here. */
  private async refused(payment: Payment, error: GatewayRefusal): Promise<'paid'> {
    if ((await this.closing.ask(payment)) === 'paid') return 'paid';
    const ended = await this.gateways[payment.platform].close(payment.outTradeNo);
    if (ended === 'paid' && (await this.closing.ask(payment)) === 'paid') return 'paid';
    await this.db.tx(async () => {
      if (ended !== 'closed' || !(await this.settling.end(payment, 'failed', error.code))) return;
      await this.audit.record({
        action: 'payment.refused',
        subject: 'payment',
        subjectId: payment.id,
        subjectName: payment.outTradeNo,
        after: { platform: payment.platform, code: error.code },
      });
    });
    throw new Problem('platform_refused', { reason: error.code });
  }

  /** The order may have been cancelled, or paid from another device, while the platform was asked. */
  private async opened(
    who: MemberActor,
    paymentId: string,
    paid: PaymentStartView,
  ): Promise<PaymentStartView> {
    const payment = (await this.payments.byId(paymentId))!;
    if (this.isPaid(await this.orders.payable(paid.orderId, who.memberId))) return paid;
    if (payment.state !== 'open' || !payment.params) throw new Problem('payment_unavailable');
    return { ...paid, params: payment.params };
  }
}
