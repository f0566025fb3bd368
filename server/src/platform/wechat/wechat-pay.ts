/** WeChat Pay (APIv3, JSAPI of the mini-program) behind the one interface of payment platforms. */
import { Inject, Injectable, Logger } from '@nestjs/common';
import { addMs } from '@tongdian/shared/kernel/time';
import { Clock } from '../clock.js';
import { CONFIG, type Config } from '../config.js';
import { HttpClient } from '../http-client.js';
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
import { asBag, readRefund, readTransaction } from './pay-notify.js';
import { WechatPaySdk } from './pay-sdk.js';
import { distrust, openResource, readWechatPayKeys, type WechatPayKeys } from './pay-signature.js';
import { WechatPayTransport } from './pay-transport.js';

/** A prepay_id lives two hours; asked again before that, the same number gives a fresh one. */
const PREPAY_MS = 110 * 60_000;

@Injectable()
export class WechatPay implements PaymentGateway {
  readonly platform = 'wechat';
  private readonly log = new Logger('wechat-pay');
  private readonly sdk: WechatPaySdk;
  private readonly keys: WechatPayKeys;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(HttpClient) http: HttpClient,
  ) {
    this.keys = readWechatPayKeys(config.wechatPay.publicKeys);
    this.sdk = new WechatPaySdk(config, clock);
    this.sdk.createHttp(new WechatPayTransport(http, config.wechatPay.base, this.keys, clock));
  }

  async create(intent: PaymentIntent): ReturnType<PaymentGateway['create']> {
    const { data } = await patiently(() =>
      this.sdk.transactions_jsapi({
        description: paymentText(intent.description),
        out_trade_no: intent.outTradeNo,
        time_expire: rfc3339(intent.expiresAt),
        notify_url: intent.notifyUrl,
        amount: { total: intent.amountFen, currency: 'CNY' },
        payer: { openid: intent.payer },
      }),
    );
    const prepayId = /^prepay_id=([0-9A-Za-z_-]{1,64})$/.exec(String(asBag(data)['package']))?.[1];
    if (!prepayId) throw new UnknownResult('an answer without prepay_id');
    const prepayUntil = addMs(this.clock.now(), PREPAY_MS);
    return {
      params: this.sdk.payParams(prepayId),
      validUntil: prepayUntil < intent.expiresAt ? prepayUntil : intent.expiresAt,
    };
  }

  async query(outTradeNo: string): Promise<GatewayPayment> {
    const unknown: GatewayPayment = { state: 'unknown', transactionNo: null, amountFen: null, paidAt: null };
    try {
      const { data } = await patiently(() => this.sdk.query({ out_trade_no: outTradeNo }));
      const told = readTransaction(data, this.ours);
      if (told.outTradeNo !== outTradeNo) throw new Error('another order');
      return told;
    } catch (error) {
      if (error instanceof GatewayRefusal && error.code === 'ORDER_NOT_EXIST')
        return { ...unknown, state: 'absent' };
      this.log.warn(`query of ${outTradeNo}: ${(error as Error).message}`);
      return unknown;
    }
  }

  async close(outTradeNo: string): Promise<'closed' | 'paid' | 'unknown'> {
    const { state } = await this.query(outTradeNo);
    if (state === 'paid') return 'paid';
    if (state === 'closed') return 'closed';
    try {
      const { status } = await patiently(() => this.sdk.close(outTradeNo));
      return status === 204 ? 'closed' : 'unknown';
    } catch (error) {
      const code = error instanceof GatewayRefusal ? error.code : '';
      if (['ORDERPAID', 'ORDER_PAID'].includes(code)) return 'paid';
      return ['ORDER_CLOSED', 'ORDER_NOT_EXIST'].includes(code) ? 'closed' : 'unknown';
    }
  }

  async refund(intent: RefundIntent): Promise<GatewayRefund> {
    return this.readRefund(intent, () =>
      this.sdk.refunds({
        out_trade_no: intent.outTradeNo,
        out_refund_no: intent.outRefundNo,
        reason: paymentText(intent.reason),
        notify_url: intent.notifyUrl,
        amount: { refund: intent.refundFen, total: intent.totalFen, currency: 'CNY' },
      }),
    );
  }

  async queryRefund(intent: Pick<RefundIntent, 'outTradeNo' | 'outRefundNo'>): Promise<GatewayRefund> {
    try {
      return await this.readRefund(intent, () => this.sdk.find_refunds(intent.outRefundNo));
    } catch (error) {
      const absent = error instanceof GatewayRefusal && error.code === 'RESOURCE_NOT_EXISTS';
      return { state: absent ? 'absent' : 'unknown', refundNo: null, refundFen: null };
    }
  }

  async readNotify(
    body: Buffer,
    headers: Record<string, string | string[] | undefined>,
  ): Promise<GatewayNotify> {
    const doubt = distrust(this.keys, headers, body, this.clock.wire());
    if (doubt) throw new NotifyRefused(doubt);
    try {
      return this.open(asBag(JSON.parse(body.toString('utf8'))));
    } catch (error) {
      throw NotifyRefused.because(error);
    }
  }

  answer(taken: boolean): NotifyAnswer {
    const body = taken ? { code: 'SUCCESS', message: '成功' } : { code: 'FAIL', message: '失败' };
    return {
      status: taken ? 200 : 401,
      contentType: 'application/json; charset=utf-8',
      body: JSON.stringify(body),
    };
  }

  private get ours() {
    return { appId: this.config.wechat.appId, mchId: this.config.wechatPay.mchId };
  }

  private open(message: Record<string, unknown>): GatewayNotify {
    const { id, event_type: event } = message;
    if (typeof id !== 'string' || !/^[\x21-\x7e]{1,64}$/.test(id)) throw new Error('no id');
    const plain: unknown = JSON.parse(
      openResource(this.config.wechatPay.apiV3Key, asBag(message['resource'])),
    );
    if (event === 'TRANSACTION.SUCCESS') {
      const { outTradeNo, ...payment } = readTransaction(plain, this.ours);
      return { notifyId: id, outTradeNo, kind: 'payment', payment, refund: null };
    }
    if (typeof event !== 'string' || !event.startsWith('REFUND.')) throw new Error('unknown event');
    if (asBag(plain)['mchid'] !== this.ours.mchId) throw new Error('another merchant');
    const { outTradeNo, ...refund } = readRefund(plain, 'refund_status');
    return { notifyId: id, outTradeNo, kind: 'refund', payment: null, refund };
  }

  private async readRefund(
    asked: Pick<RefundIntent, 'outTradeNo' | 'outRefundNo'>,
    call: () => Promise<{ data?: unknown }>,
  ): Promise<GatewayRefund> {
    try {
      const told = readRefund((await patiently(call)).data, 'status');
      if (told.outTradeNo !== asked.outTradeNo || told.outRefundNo !== asked.outRefundNo)
        throw new UnknownResult('another refund');
      return told;
    } catch (error) {
      if (error instanceof GatewayRefusal) throw error;
      this.log.warn(`refund ${asked.outRefundNo}: ${(error as Error).message}`);
      return { state: 'unknown', refundNo: null, refundFen: null };
    }
  }
}

/** "2026-06-13T14:32:05+08:00", always whole seconds in Shanghai: a repeat must be the same text. */
function rfc3339(at: Date): string {
  return `${addMs(at, 8 * 3_600_000)
    .toISOString()
    .slice(0, 19)}+08:00`;
}
