/** What WeChat Pay tells us, by a query or a notify, read only when it is about our app, our merchant, our number. */
import { fen } from '@tongdian/shared/kernel/money';
import type { GatewayPayment, GatewayRefund } from '../payment-gateway.js';

export interface Ours {
  appId: string;
  mchId: string;
}

type Bag = Record<string, unknown>;

export function asBag(value: unknown): Bag {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Bag) : {};
}

const PAYMENT_STATES: Record<string, GatewayPayment['state']> = {
  SUCCESS: 'paid',
  // "A refund exists", not "all of it went back": the payment itself was paid.
  REFUND: 'paid',
  NOTPAY: 'open',
  USERPAYING: 'open',
  ACCEPT: 'open',
  PAYERROR: 'open',
  CLOSED: 'closed',
  REVOKED: 'closed',
};

const REFUND_STATES: Record<string, GatewayRefund['state']> = {
  SUCCESS: 'done',
  PROCESSING: 'processing',
  // The card is gone or frozen: somebody has to settle it in the merchant portal.
  ABNORMAL: 'failed',
  CLOSED: 'failed',
};

const wholeFen = (value: unknown) =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? fen(value) : null;

/** Own properties only: a state called "constructor" is unknown. */
const own = <T>(table: Record<string, T>, key: unknown): T | undefined =>
  typeof key === 'string' && Object.hasOwn(table, key) ? table[key] : undefined;

/** Throws, in a few words, what is not ours or not complete. */
export function readTransaction(value: unknown, ours: Ours): GatewayPayment & { outTradeNo: string } {
  const data = asBag(value);
  if (data['mchid'] !== ours.mchId) throw new Error('another merchant');
  if (data['appid'] !== ours.appId) throw new Error('another app');
  const outTradeNo = data['out_trade_no'];
  if (typeof outTradeNo !== 'string') throw new Error('no out_trade_no');
  const state = own(PAYMENT_STATES, data['trade_state']) ?? 'unknown';
  const amount = asBag(data['amount']);
  const amountFen = wholeFen(amount['total']);
  const transactionNo = typeof data['transaction_id'] === 'string' ? data['transaction_id'] : null;
  if (state === 'paid' && (amountFen === null || amount['currency'] !== 'CNY' || !transactionNo))
    throw new Error('paid without an amount in CNY or a number');
  return {
    outTradeNo,
    state,
    amountFen,
    transactionNo,
    paidAt: state === 'paid' ? time(data['success_time']) : null,
  };
}

export function readRefund(
  value: unknown,
  stateField: 'status' | 'refund_status',
): GatewayRefund & {
  outTradeNo: string;
  outRefundNo: string;
} {
  const data = asBag(value);
  const { out_trade_no: outTradeNo, out_refund_no: outRefundNo, refund_id: refundNo } = data;
  if (typeof outTradeNo !== 'string' || typeof outRefundNo !== 'string')
    throw new Error('a refund without its numbers');
  const refundFen = wholeFen(asBag(data['amount'])['refund']);
  if (refundFen === null) throw new Error('a refund without an amount');
  const state = own(REFUND_STATES, data[stateField]) ?? 'unknown';
  return {
    outTradeNo,
    outRefundNo,
    refundNo: typeof refundNo === 'string' ? refundNo : null,
    refundFen,
    state,
  };
}

function time(value: unknown): Date | null {
  const at = typeof value === 'string' ? new Date(value) : null;
  return at && !Number.isNaN(at.getTime()) ? at : null;
}
