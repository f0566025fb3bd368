/**
 * JD 收银 (JD's aggregated receipts, V4.0) behind the one interface of payment platforms. What no public
 * document vouches for is marked [U]; the merchant's own papers decide before it is switched on.
 */
import { Inject, Injectable, Logger } from '@nestjs/common';
import { parseYuanText, toYuanText, type Fen } from '@tongdian/shared/kernel/money';
import { shanghaiText } from '@tongdian/shared/kernel/time';
import { Clock } from '../clock.js';
import { CONFIG, type Config } from '../config.js';
import { jsonObject } from '../json.js';
import {
  GatewayRefusal,
  NotifyRefused,
  UnknownResult,
  type GatewayNotify,
  type GatewayPayment,
  type GatewayRefund,
  type NotifyAnswer,
  type PaymentGateway,
  type PaymentIntent,
  type RefundIntent,
} from '../payment-gateway.js';
import { JdPayClient } from './pay-client.js';
import { distrustToken } from './pay-token.js';

type Content = Record<string, unknown>;

const STATES: Record<string, GatewayPayment['state']> = {
  SUCCESS: 'paid',
  INIT: 'open',
  PROCESSING: 'open',
  PAYING: 'open',
  FAIL: 'closed',
  FAILED: 'closed',
  CANCEL: 'closed',
  CANCELED: 'closed',
  CANCELLED: 'closed',
  CLOSED: 'closed',
};

/** [U] The words of a refund's states. */
const REFUND_STATES: Record<string, GatewayRefund['state']> = {
  SUCCESS: 'done',
  PROCESSING: 'processing',
  INIT: 'processing',
  FAIL: 'failed',
  FAILED: 'failed',
};

const own = <T>(table: Record<string, T>, key: unknown): T | undefined =>
  typeof key === 'string' && Object.hasOwn(table, key) ? table[key] : undefined;
const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const yuan = (value: unknown): Fen | null => (typeof value === 'string' ? parseYuanText(value) : null);

@Injectable()
export class JdPay implements PaymentGateway {
  readonly platform = 'jd';
  private readonly log = new Logger('jd-pay');

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(JdPayClient) private readonly jd: JdPayClient,
  ) {}

  async create(intent: PaymentIntent): ReturnType<PaymentGateway['create']> {
    const content = await this.jd.call('/api/createPayWithCheck', {
      version: 'V4.0',
      requestNum: intent.outTradeNo,
      orderAmount: toYuanText(intent.amountFen),
      bankType: 'JD',
      paySource: 'JD',
      authCode: intent.payer,
      subOrderType: 'NORMAL',
      orderType: 'SALES',
      payType: 'ACTIVE',
      businessType: 'QRCODE_TRAD',
      payModel: 'ONCE',
      source: 'API',
      timeExpire: shanghaiText(intent.expiresAt),
      callbackUrl: intent.notifyUrl,
      // [U] Required, use unknown. A fixed one: a repeat must be the same call.
      clientIp: '127.0.0.1',
    });
    const bankRequest = content['bankRequest'];
    if (
      content['requestNum'] !== intent.outTradeNo ||
      typeof bankRequest !== 'object' ||
      bankRequest === null
    )
      throw new UnknownResult('an answer without bankRequest');
    // [U] How a JD mini-program takes it; it goes through unread.
    const params = { platform: 'jd' as const, bankRequest: bankRequest as Content };
    return { params, validUntil: intent.expiresAt };
  }

  async query(outTradeNo: string): Promise<GatewayPayment> {
    const unknown: GatewayPayment = { state: 'unknown', transactionNo: null, amountFen: null, paidAt: null };
    try {
      // [U] The fields of query, close and refund query.
      const content = await this.jd.call('/api/queryOrderByRequestNum', { requestNum: outTradeNo });
      const told = this.readOrder(content);
      if (told.outTradeNo !== outTradeNo) throw new UnknownResult('another order');
      return told;
    } catch (error) {
      // [U] The code of an unknown order.
      if (error instanceof GatewayRefusal && error.code === 'ORDER_NOT_EXIST')
        return { ...unknown, state: 'absent' };
      this.log.warn(`query of ${outTradeNo}: ${(error as Error).message}`);
      return unknown;
    }
  }

  async close(outTradeNo: string): Promise<'closed' | 'paid' | 'unknown'> {
    const { state } = await this.query(outTradeNo);
    if (state === 'paid' || state === 'closed') return state;
    if (state === 'absent') return 'closed';
    try {
      await this.jd.call('/api/close', { requestNum: outTradeNo });
      return 'closed';
    } catch (error) {
      // [U] The codes of a refused close; the query knows.
      const now = error instanceof GatewayRefusal ? (await this.query(outTradeNo)).state : 'unknown';
      return now === 'paid' || now === 'closed' ? now : 'unknown';
    }
  }

  async refund(intent: RefundIntent): Promise<GatewayRefund> {
    return this.readRefund(intent, '/api/refundByRequestNum', {
      requestVersion: 'V4.0',
      requestNum: intent.outTradeNo,
      refundPartAmount: toYuanText(intent.refundFen),
      refundRequestNum: intent.outRefundNo,
      extMap: { refund_status_type: '1' },
    });
  }

  async queryRefund(intent: Pick<RefundIntent, 'outTradeNo' | 'outRefundNo'>): Promise<GatewayRefund> {
    try {
      return await this.readRefund(intent, '/api/queryRefundOrderByRequestNum', {
        requestNum: intent.outTradeNo,
        refundRequestNum: intent.outRefundNo,
      });
    } catch (error) {
      const absent = error instanceof GatewayRefusal && error.code === 'REFUND_ORDER_NOT_EXIST';
      return { state: absent ? 'absent' : 'unknown', refundNo: null, refundFen: null };
    }
  }

  async readNotify(
    body: Buffer,
    headers: Record<string, string | string[] | undefined>,
  ): Promise<GatewayNotify> {
    const doubt = distrustToken(this.config.jdPay, headers, body.toString('utf8'), this.clock.wire());
    if (doubt) throw new NotifyRefused(doubt);
    const content = jsonObject(body);
    if (!content) throw new NotifyRefused('not a JSON object');
    try {
      const { outTradeNo, ...payment } = this.readOrder(content);
      // JD numbers no message: what it says about which order is its name, and it counts once.
      const notifyId = `${payment.transactionNo ?? outTradeNo}:${String(content['status']).slice(0, 20)}`;
      return { notifyId, outTradeNo, kind: 'payment', payment, refund: null };
    } catch (error) {
      throw NotifyRefused.because(error);
    }
  }

  answer(taken: boolean): NotifyAnswer {
    return { status: taken ? 200 : 401, contentType: 'text/plain', body: taken ? 'success' : 'fail' };
  }

  /** Query and notify tell an order in the same fields. */
  private readOrder(content: Content): GatewayPayment & { outTradeNo: string } {
    this.mustBeOurs(content);
    const outTradeNo = text(content['requestNum']);
    if (!outTradeNo) throw new Error('no requestNum');
    // A word we do not know means: still open.
    const state = own(STATES, content['status']) ?? 'open';
    const amountFen = yuan(content['orderAmount']);
    const transactionNo = text(content['orderNum']);
    if (state === 'paid' && (amountFen === null || !transactionNo))
      throw new Error('paid without an amount or a number');
    return { outTradeNo, state, amountFen, transactionNo, paidAt: null };
  }

  private async readRefund(
    asked: Pick<RefundIntent, 'outTradeNo' | 'outRefundNo'>,
    path: string,
    fields: Content,
  ): Promise<GatewayRefund> {
    try {
      const content = await this.jd.call(path, fields);
      if (content['refundRequestNum'] !== asked.outRefundNo) throw new UnknownResult('another refund');
      // Accepted without a state is in process: the query tells the end.
      const state =
        content['status'] === undefined ? 'processing' : (own(REFUND_STATES, content['status']) ?? 'unknown');
      return { state, refundNo: null, refundFen: yuan(content['refundAmount']) };
    } catch (error) {
      if (error instanceof GatewayRefusal) throw error;
      this.log.warn(`refund ${asked.outRefundNo}: ${(error as Error).message}`);
      return { state: 'unknown', refundNo: null, refundFen: null };
    }
  }

  private mustBeOurs(content: Content): void {
    if (content['customerNum'] !== this.config.jdPay.customerNum) throw new Error('another customer');
    if (content['shopNum'] !== this.config.jdPay.shopNum) throw new Error('another shop');
  }
}
