/**
 * Messages of the payment platforms. Believed only after every check of the platform's adapter, recorded
 * whatever becomes of them, and answered only when what they say is committed.
 */
import { Inject, Injectable, Logger } from '@nestjs/common';
import { PLATFORM_NAMES, type Platform } from '@tongdian/shared/kernel/platforms';
import { Clock } from '../platform/clock.js';
import { withContext } from '../platform/context.js';
import { Database } from '../platform/database/database.js';
import {
  NotifyRefused,
  PAYMENT_GATEWAYS,
  type GatewayNotify,
  type GatewayPayment,
  type NotifyAnswer,
  type PaymentGateways,
} from '../platform/payment-gateway.js';
import { NotifiesRepository, type NotifyRow } from './notifies.repository.js';
import { PaymentsRepository } from './payments.repository.js';
import { Refunding } from './refunding.js';
import { RefundsRepository } from './refunds.repository.js';
import { Settling } from './settling.js';

type Headers = Record<string, string | string[] | undefined>;

/** Genuine, but not about a payment as we know it. */
class Disagreement extends NotifyRefused {
  constructor(
    readonly paymentId: string,
    readonly told: GatewayPayment,
  ) {
    super('amount or number is not this payment’s');
  }
}

@Injectable()
export class NotifiesService {
  private readonly log = new Logger('notifies');

  constructor(
    @Inject(PAYMENT_GATEWAYS) private readonly gateways: PaymentGateways,
    @Inject(NotifiesRepository) private readonly notifies: NotifiesRepository,
    @Inject(PaymentsRepository) private readonly payments: PaymentsRepository,
    @Inject(RefundsRepository) private readonly refunds: RefundsRepository,
    @Inject(Settling) private readonly settling: Settling,
    @Inject(Refunding) private readonly refunding: Refunding,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Database) private readonly db: Database,
  ) {}

  /** Never throws: the platform gets its answer, and sends again what was not taken. */
  take(platform: Platform, body: Buffer, headers: Headers): Promise<NotifyAnswer> {
    const gateway = this.gateways[platform];
    return withContext({ actor: { kind: 'platform', name: PLATFORM_NAMES[platform] } }, async () => {
      const row: NotifyRow = { platform, body, at: this.clock.now(), notifyId: null, outTradeNo: null };
      try {
        const notify = await gateway.readNotify(body, headers);
        row.notifyId = notify.notifyId;
        row.outTradeNo = notify.outTradeNo;
        await this.accept(row, notify);
        return gateway.answer(true);
      } catch (error) {
        if (error instanceof NotifyRefused) return await this.refuse(row, error);
        this.log.error(error);
        return { ...gateway.answer(false), status: 503 };
      }
    });
  }

  private accept(row: NotifyRow, notify: GatewayNotify): Promise<void> {
    return this.db.tx(async () => {
      if (!(await this.notifies.accept(row))) return this.notifies.repeat(row);
      if (notify.payment) await this.settle(row.platform, notify.outTradeNo, notify.payment);
      if (notify.refund) await this.settleRefund(notify.outTradeNo, notify.refund);
    });
  }

  private async settle(platform: Platform, outTradeNo: string, told: GatewayPayment): Promise<void> {
    const payment = await this.payments.byNumber(outTradeNo);
    if (!payment || payment.platform !== platform) throw new NotifyRefused('no such payment here');
    if (told.state === 'unknown') throw new NotifyRefused('says nothing that we know');
    const settled = await this.settling.apply(payment.id, told);
    if (settled === 'disagrees') throw new Disagreement(payment.id, told);
  }

  private async settleRefund(outTradeNo: string, told: NonNullable<GatewayNotify['refund']>): Promise<void> {
    const refund = await this.refunds.byNumber(told.outRefundNo);
    const payment = refund && (await this.payments.byId(refund.paymentId));
    if (!refund || payment?.outTradeNo !== outTradeNo) throw new NotifyRefused('no such refund here');
    if (!(await this.refunding.apply(refund, told))) throw new NotifyRefused('not the amount of this refund');
  }

  private async refuse(row: NotifyRow, error: NotifyRefused): Promise<NotifyAnswer> {
    this.log.warn(`${row.platform} ${row.outTradeNo ?? '-'} refused: ${error.message}`);
    await this.notifies.refuse(row, error.message);
    if (error instanceof Disagreement) await this.settling.recordDisagreement(error.paymentId, error.told);
    return this.gateways[row.platform].answer(false);
  }
}
