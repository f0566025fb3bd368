/** What Alipay tells us about a trade, by a query or a notify, in the words of the one interface. */
import { parseYuanText } from '@tongdian/shared/kernel/money';
import type { GatewayNotify, GatewayPayment } from '../payment-gateway.js';

/** A trade that was closed by a full refund had been paid; the notify then carries the refund. */
const STATES: Record<string, GatewayPayment['state']> = {
  WAIT_BUYER_PAY: 'open',
  TRADE_SUCCESS: 'paid',
  TRADE_FINISHED: 'paid',
  TRADE_CLOSED: 'closed',
};

/** Repeats come for 25 hours; nothing genuine is older, or from the future. */
const OLDEST_MS = 26 * 3_600_000;
const NEWEST_MS = 10 * 60_000;

export function tradeState(status: unknown): GatewayPayment['state'] {
  return typeof status === 'string' && Object.hasOwn(STATES, status) ? STATES[status]! : 'unknown';
}

/** "2026-06-13 14:32:05", with or without milliseconds: Shanghai's time. */
export function readShanghaiText(text: unknown): Date | null {
  const match =
    typeof text === 'string' ? /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})(\.\d{1,3})?$/.exec(text) : null;
  const at = match ? new Date(`${match[1]}T${match[2]}+08:00`) : null;
  return at && !Number.isNaN(at.getTime()) ? at : null;
}

export interface Ours {
  appId: string;
  sellerId: string;
}

/** The fields passed the signature; now they must be for us and complete. Throws what is not. */
export function readTradeNotify(fields: ReadonlyMap<string, string>, ours: Ours, now: Date): GatewayNotify {
  const must = (name: string): string => {
    const value = fields.get(name);
    if (!value) throw new Error(`no ${name}`);
    return value;
  };
  if (must('app_id') !== ours.appId) throw new Error('another app');
  if (must('seller_id') !== ours.sellerId) throw new Error('another seller');
  if (must('charset').toLowerCase() !== 'utf-8') throw new Error('another charset');
  if (must('notify_type') !== 'trade_status_sync') throw new Error('unknown event');
  const sentAt = readShanghaiText(must('notify_time'));
  if (!sentAt || now.getTime() - sentAt.getTime() > OLDEST_MS || sentAt.getTime() - now.getTime() > NEWEST_MS)
    throw new Error('outside the time window');
  const amountFen = parseYuanText(must('total_amount'));
  if (amountFen === null) throw new Error('malformed total_amount');
  const notifyId = must('notify_id');
  if (!/^[\x21-\x7e]{1,128}$/.test(notifyId)) throw new Error('malformed notify_id');
  const outTradeNo = must('out_trade_no');
  const about = { notifyId, outTradeNo };
  // No event of its own: a refund is the trade's message once more, with these two.
  if (fields.get('refund_fee')) {
    const outRefundNo = must('out_biz_no');
    // refund_fee is the sum of all refunds of the trade, not this one's.
    const refund = { outRefundNo, state: 'done' as const, refundNo: null, refundFen: null };
    return { ...about, kind: 'refund', payment: null, refund };
  }
  const state = tradeState(must('trade_status'));
  const payment = {
    state,
    transactionNo: must('trade_no'),
    amountFen,
    paidAt: state === 'paid' ? readShanghaiText(fields.get('gmt_payment')) : null,
  };
  return { ...about, kind: 'payment', payment, refund: null };
}
