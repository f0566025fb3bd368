/**
 * Money on its way back. The refund and its number are written before the platform hears of it; a job then
 * sends it, with the same number each time, until the platform says that it is done.
 */
import { Inject, Injectable, Logger } from '@nestjs/common';
import { fen } from '@tongdian/shared/kernel/money';
import { addMs } from '@tongdian/shared/kernel/time';
import { Audit } from '../platform/audit.js';
import { Clock } from '../platform/clock.js';
import { CONFIG, type Config } from '../platform/config.js';
import { Database } from '../platform/database/database.js';
import { Jobs, Works } from '../platform/jobs/jobs.js';
import { newId } from '../platform/new-id.js';
import {
  GatewayRefusal,
  PAYMENT_GATEWAYS,
  type GatewayRefund,
  type PaymentGateways,
  type RefundIntent,
} from '../platform/payment-gateway.js';
import { notifyUrl } from './notify-paths.js';
import { refundAgainIn, type RefundCause } from './payment-rules.js';
import type { Payment } from './payment.entity.js';
import { PaymentsRepository } from './payments.repository.js';
import type { Refund } from './refund.entity.js';
import { RefundsRepository } from './refunds.repository.js';

const SEND = 'payments.refund';
const REASONS: Record<RefundCause, string> = {
  'late-payment': '订单已关闭，款项原路退回',
  'second-payment': '订单已付过，多付的款项原路退回',
};

type Outcome = GatewayRefund | { state: 'refused'; code: string };

@Injectable()
export class Refunding {
  private readonly log = new Logger('refunds');

  constructor(
    @Inject(RefundsRepository) private readonly refunds: RefundsRepository,
    @Inject(PaymentsRepository) private readonly payments: PaymentsRepository,
    @Inject(PAYMENT_GATEWAYS) private readonly gateways: PaymentGateways,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(Jobs) private readonly jobs: Jobs,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Database) private readonly db: Database,
  ) {}

  /** The whole payment goes back. In the caller's transaction; a cause is refunded once. */
  async giveBack(payment: Payment, cause: RefundCause): Promise<void> {
    const id = newId();
    const intended = await this.refunds.intend({
      id,
      paymentId: payment.id,
      orderId: payment.orderId,
      outRefundNo: id.replaceAll('-', ''),
      amountFen: Number(payment.amountFen),
      reason: REASONS[cause],
      cause,
      createdAt: this.clock.now(),
    });
    if (!intended) return;
    await this.jobs.add(SEND, { refundId: id, tries: 0 }, { key: `${SEND}:${id}` });
    await this.audit.record({
      action: 'refund.intended',
      subject: 'payment',
      subjectId: payment.id,
      subjectName: payment.outTradeNo,
      after: { amountFen: Number(payment.amountFen), cause },
    });
  }

  @Works(SEND)
  async send(job: unknown): Promise<void> {
    const { refundId, tries } = job as { refundId: string; tries: number };
    const refund = await this.refunds.byId(refundId);
    if (!refund || refund.state === 'done') return;
    const payment = (await this.payments.byId(refund.paymentId))!;
    await this.apply(refund, await this.ask(refund, payment));
    if ((await this.refunds.byId(refundId))!.state === 'done') return;
    const waitMs = refundAgainIn(tries);
    if (waitMs === null)
      return this.log.error(`refund ${refund.outRefundNo} is not done after ${tries} tries`);
    const runAt = addMs(this.clock.now(), waitMs);
    await this.jobs.add(SEND, { refundId, tries: tries + 1 }, { runAt, key: `${SEND}:${refundId}` });
  }

  /** What the platform said, by answer, query or notify. False when its amount is not ours: nothing is written. */
  async apply(refund: Refund, told: Outcome): Promise<boolean> {
    if (told.state === 'refused') {
      await this.db.tx(() => this.note(refund, 'failed', told.code));
      return true;
    }
    if (told.refundFen !== null && told.refundFen !== Number(refund.amountFen)) {
      await this.db.tx(() => this.note(refund, 'unknown', `the platform says ${told.refundFen} fen`));
      return false;
    }
    await this.db.tx(async () => {
      if (told.state === 'processing' || told.state === 'unknown') await this.note(refund, told.state, null);
      if (told.state === 'failed') await this.note(refund, 'failed', 'failed at the platform');
      if (told.state !== 'done' || !(await this.refunds.finish(refund.id, told.refundNo, this.clock.now())))
        return;
      await this.record('refund.done', refund, { amountFen: Number(refund.amountFen) });
    });
    return true;
  }

  /** What is on its way is asked about first; what the platform does not know is sent, always under its number. */
  private async ask(refund: Refund, payment: Payment): Promise<Outcome> {
    const gateway = this.gateways[payment.platform];
    const intent: RefundIntent = {
      outTradeNo: payment.outTradeNo,
      transactionNo: payment.transactionNo,
      outRefundNo: refund.outRefundNo,
      refundFen: fen(Number(refund.amountFen)),
      totalFen: fen(Number(payment.amountFen)),
      reason: refund.reason,
      notifyUrl: notifyUrl(this.config, payment.platform),
    };
    if (refund.state !== 'intended') {
      const told = await gateway.queryRefund(intent);
      if (told.state !== 'absent') return told;
    }
    try {
      return await gateway.refund(intent);
    } catch (error) {
      if (!(error instanceof GatewayRefusal)) throw error;
      return { state: 'refused', code: error.code };
    }
  }

  private async note(
    refund: Refund,
    state: 'processing' | 'unknown' | 'failed',
    refusal: string | null,
  ): Promise<void> {
    if (!(await this.refunds.note(refund.id, state, refusal)) || refusal === null) return;
    this.log.error(`refund ${refund.outRefundNo}: ${refusal}`);
    await this.record(state === 'failed' ? 'refund.refused' : 'refund.disagreed', refund, { refusal });
  }

  private record(action: string, refund: Refund, after: object): Promise<void> {
    return this.audit.record({
      action,
      subject: 'refund',
      subjectId: refund.id,
      subjectName: refund.outRefundNo,
      after,
    });
  }
}
