/** Alipay's JSAPI trade of the mini-program behind the one interface of payment platforms. */
import { Inject, Injectable, Logger } from '@nestjs/common';
import { parseYuanText, toYuanText } from '@tongdian/shared/kernel/money';
import { shanghaiText } from '@tongdian/shared/kernel/time';
import { Clock } from '../clock.js';
import { CONFIG, type Config } from '../config.js';
import { NoAnswer } from '../http-client.js';
import { patiently } from '../patience.js';
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
import { paymentText } from '../payment-text.js';
import { AlipayClient, AlipayForged } from './client.js';
import { readForm, signedText } from './pay-form.js';
import { readShanghaiText, readTradeNotify, tradeState } from './pay-notify.js';

type Content = Record<string, unknown>;

/** Busy now; nothing is known about the trade. */
const BUSY = new Set(['20000', 'ACQ.SYSTEM_ERROR', 'aop.ACQ.SYSTEM_ERROR', 'isp.unknow-error']);
const TOO_OFTEN = new Set(['40005', 'isv.call-frequency-limit', 'isv.app-call-limited']);

@Injectable()
export class AlipayPay implements PaymentGateway {
  readonly platform = 'alipay';
  private readonly log = new Logger('alipay-pay');

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(AlipayClient) private readonly alipay: AlipayClient,
  ) {}

  async create(intent: PaymentIntent): ReturnType<PaymentGateway['create']> {
    const content = await this.call(
      'alipay.trade.create',
      {
        out_trade_no: intent.outTradeNo,
        total_amount: toYuanText(intent.amountFen),
        subject: paymentText(intent.description),
        // Without it Alipay assumes a payment face to face.
        product_code: 'JSAPI_PAY',
        op_app_id: this.config.alipay.appId,
        ...buyer(intent.payer),
        seller_id: this.config.alipay.sellerId,
        time_expire: shanghaiText(intent.expiresAt),
      },
      intent.notifyUrl,
    );
    const tradeNO = content['trade_no'];
    if (content['out_trade_no'] !== intent.outTradeNo || typeof tradeNO !== 'string' || tradeNO === '')
      throw new UnknownResult('an answer without trade_no');
    return { params: { platform: 'alipay', tradeNO }, validUntil: intent.expiresAt };
  }

  async query(outTradeNo: string): Promise<GatewayPayment> {
    const unknown: GatewayPayment = { state: 'unknown', transactionNo: null, amountFen: null, paidAt: null };
    try {
      const content = await this.call('alipay.trade.query', { out_trade_no: outTradeNo });
      return this.readTrade(outTradeNo, content);
    } catch (error) {
      if (isAbsent(error)) return { ...unknown, state: 'absent' };
      this.log.warn(`query of ${outTradeNo}: ${(error as Error).message}`);
      return unknown;
    }
  }

  async close(outTradeNo: string): Promise<'closed' | 'paid' | 'unknown'> {
    const { state } = await this.query(outTradeNo);
    if (state === 'paid') return 'paid';
    // The trade begins to exist with our call; one that is not there cannot be paid.
    if (state === 'closed' || state === 'absent') return 'closed';
    try {
      await this.call('alipay.trade.close', { out_trade_no: outTradeNo });
      return 'closed';
    } catch (error) {
      if (isAbsent(error)) return 'closed';
      // Not in a state to be closed: paid or closed between our two calls.
      const now = error instanceof GatewayRefusal ? (await this.query(outTradeNo)).state : 'unknown';
      return now === 'paid' || now === 'closed' ? now : 'unknown';
    }
  }

  async refund(intent: RefundIntent): Promise<GatewayRefund> {
    const unknown: GatewayRefund = { state: 'unknown', refundNo: null, refundFen: null };
    try {
      const content = await this.call('alipay.trade.refund', {
        out_trade_no: intent.outTradeNo,
        refund_amount: toYuanText(intent.refundFen),
        refund_reason: paymentText(intent.reason),
        out_request_no: intent.outRefundNo,
      });
      if (content['out_trade_no'] !== intent.outTradeNo) return unknown;
      // 10000 alone is no success: N is a repeat, or money that has not moved yet.
      return content['fund_change'] === 'Y'
        ? { state: 'done', refundNo: null, refundFen: intent.refundFen }
        : { state: 'processing', refundNo: null, refundFen: null };
    } catch (error) {
      if (error instanceof GatewayRefusal) throw error;
      this.log.warn(`refund ${intent.outRefundNo}: ${(error as Error).message}`);
      return unknown;
    }
  }

  async queryRefund(intent: Pick<RefundIntent, 'outTradeNo' | 'outRefundNo'>): Promise<GatewayRefund> {
    const none = { refundNo: null, refundFen: null };
    try {
      const content = await this.call('alipay.trade.fastpay.refund.query', {
        out_trade_no: intent.outTradeNo,
        out_request_no: intent.outRefundNo,
      });
      // No refund_status: not refunded, or not yet; the same number may be sent again.
      if (content['refund_status'] === undefined) return { ...none, state: 'absent' };
      const amount = content['refund_amount'];
      const refundFen = typeof amount === 'string' ? parseYuanText(amount) : null;
      const same =
        content['out_trade_no'] === intent.outTradeNo && content['out_request_no'] === intent.outRefundNo;
      const done = same && content['refund_status'] === 'REFUND_SUCCESS' && refundFen !== null;
      return done ? { state: 'done', refundNo: null, refundFen } : { ...none, state: 'unknown' };
    } catch (error) {
      this.log.warn(`refund query ${intent.outRefundNo}: ${(error as Error).message}`);
      return { ...none, state: 'unknown' };
    }
  }

  async readNotify(body: Buffer): Promise<GatewayNotify> {
    try {
      const fields = readForm(body);
      if (fields.get('sign_type') !== 'RSA2') throw new Error('another sign_type');
      const sign = fields.get('sign');
      if (
        !this.alipay.isSigned(signedText(fields, false), sign) &&
        !this.alipay.isSigned(signedText(fields, true), sign)
      )
        throw new Error('wrong signature');
      return readTradeNotify(fields, this.config.alipay, this.clock.wire());
    } catch (error) {
      throw NotifyRefused.because(error);
    }
  }

  /** Seven bytes, or Alipay sends it again. */
  answer(taken: boolean): NotifyAnswer {
    return { status: taken ? 200 : 401, contentType: 'text/plain', body: taken ? 'success' : 'fail' };
  }

  private readTrade(outTradeNo: string, content: Content): GatewayPayment {
    if (content['out_trade_no'] !== outTradeNo) throw new UnknownResult('another trade');
    const { trade_no: tradeNo, total_amount: total, send_pay_date: paidAt } = content;
    // A trade closed by a full refund was paid; only such a trade tells when.
    const closedAfterPay = content['trade_status'] === 'TRADE_CLOSED' && typeof paidAt === 'string';
    const state = closedAfterPay ? 'paid' : tradeState(content['trade_status']);
    const amountFen = typeof total === 'string' ? parseYuanText(total) : null;
    if (state === 'paid' && (amountFen === null || typeof tradeNo !== 'string'))
      throw new UnknownResult('paid without an amount or a number');
    return {
      state,
      transactionNo: typeof tradeNo === 'string' ? tradeNo : null,
      amountFen,
      paidAt: state === 'paid' ? readShanghaiText(paidAt) : null,
    };
  }

  /** The content of a success. Throws GatewayRefusal for Alipay's own no, UnknownResult for everything else. */
  private call(method: string, bizContent: object, notifyUrl?: string): Promise<Content> {
    return patiently(async () => {
      const { code, subCode, content } = await this.ask(method, bizContent, notifyUrl);
      if (code === '10000') return content;
      if (BUSY.has(code) || BUSY.has(subCode)) throw new UnknownResult(`${method}: ${code} ${subCode}`, true);
      if (TOO_OFTEN.has(code) || TOO_OFTEN.has(subCode))
        throw new UnknownResult(`${method}: ${code} ${subCode}`);
      throw new GatewayRefusal(subCode || code, String(content['sub_msg'] ?? ''));
    });
  }

  private async ask(method: string, bizContent: object, notifyUrl?: string) {
    try {
      return await this.alipay.call(method, { bizContent, ...(notifyUrl ? { notifyUrl } : {}) });
    } catch (error) {
      if (error instanceof NoAnswer) throw new UnknownResult(error.message, !error.tooSlow);
      if (error instanceof AlipayForged) throw new UnknownResult(error.message, error.status >= 500);
      throw error;
    }
  }
}

/** Apps of before 2024 know their users by a user_id (2088…) instead of an open_id. */
function buyer(payer: string): { buyer_id: string } | { buyer_open_id: string } {
  return /^2088\d{12}$/.test(payer) ? { buyer_id: payer } : { buyer_open_id: payer };
}

function isAbsent(error: unknown): boolean {
  return error instanceof GatewayRefusal && error.code === 'ACQ.TRADE_NOT_EXIST';
}
