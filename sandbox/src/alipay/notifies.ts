/** Alipay notifies: a signed form. Refunds have none of their own: the trade's notify comes again with refund fields. */
import { randomHex, rsaSign } from '../crypto.js';
import { asYuan } from '../fields.js';
import type { Courier } from '../notifier.js';
import type { Sandbox } from '../sandbox.js';
import type { Refund, Trade } from '../state.js';
import { plainTime } from '../time.js';
import { refundedFen } from '../trades.js';
import { alipayKey } from './protocol.js';
import { buyerOf, tradeStatus } from './trades.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

export function alipayCourier(sandbox: Sandbox): Courier {
  return {
    retryAfterMs: [4 * MINUTE, 10 * MINUTE, 10 * MINUTE, HOUR, 2 * HOUR, 6 * HOUR, 15 * HOUR],
    accepts: (status, answer) => status === 200 && answer === 'success',
    compose(id, trade, event, refund) {
      if (!trade.notifyUrl) return null;
      const params = {
        ...tradeParams(trade, id, sandbox.now(), event === 'paid'),
        ...buyerOf(sandbox, trade, 'buyer_id'),
        ...refundParams(trade, refund),
      };
      return { url: trade.notifyUrl, body: JSON.stringify(params) };
    },
    sign(body, sealing) {
      const params = JSON.parse(body) as Record<string, string>;
      if (sealing.ageMs) params['notify_time'] = plainTime(sandbox.now() - sealing.ageMs);
      const { privateKey, digest } = alipayKey(sandbox, sealing);
      const text = Object.keys(params)
        .sort()
        .map((name) => `${name}=${params[name]}`)
        .join('&');
      const form = new URLSearchParams({
        ...params,
        sign_type: sealing.sha1 ? 'RSA' : 'RSA2',
        sign: rsaSign(text, privateKey, digest),
      });
      return {
        body: form.toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
      };
    },
  };
}

/** `claimPaid`: a message of a payment says so even when a forger makes it up. */
function tradeParams(trade: Trade, id: string, now: number, claimPaid: boolean): Record<string, string> {
  const total = asYuan(trade.amountFen);
  const paid = trade.paidAt !== null || claimPaid;
  return {
    notify_time: plainTime(now),
    notify_type: 'trade_status_sync',
    notify_id: `${id.replaceAll('-', '')}${randomHex(1)}`,
    app_id: trade.appId,
    auth_app_id: trade.appId,
    charset: 'utf-8',
    version: '1.0',
    trade_no: trade.tradeNo,
    out_trade_no: trade.outTradeNo,
    seller_id: trade.sellerId,
    trade_status: claimPaid ? 'TRADE_SUCCESS' : tradeStatus(trade, now),
    subject: trade.subject,
    total_amount: total,
    gmt_create: plainTime(trade.createdAt),
    ...(trade.attach === null ? {} : { passback_params: trade.attach }),
    ...(trade.state === 'closed' && trade.closedAt !== null ? { gmt_close: plainTime(trade.closedAt) } : {}),
    ...(paid && {
      receipt_amount: total,
      invoice_amount: total,
      buyer_pay_amount: total,
      gmt_payment: plainTime(trade.paidAt ?? now),
      fund_bill_list: JSON.stringify([{ amount: total, fundChannel: 'ALIPAYACCOUNT' }]),
    }),
  };
}

/** refund_fee is the sum of all refunds; out_biz_no tells which refund this notify is about. */
function refundParams(trade: Trade, refund: Refund | null): Record<string, string> {
  if (!refund) return {};
  const at = refund.settledAt ?? refund.requestedAt;
  const upTo = trade.refunds.slice(0, trade.refunds.indexOf(refund) + 1);
  const all = refundedFen({ ...trade, refunds: upTo });
  return {
    out_biz_no: refund.outRefundNo,
    refund_fee: asYuan(all),
    gmt_refund: `${plainTime(at)}.${String(at % 1000).padStart(3, '0')}`,
    trade_status: all >= trade.amountFen ? 'TRADE_CLOSED' : 'TRADE_SUCCESS',
    ...(all >= trade.amountFen ? { gmt_close: plainTime(at) } : {}),
  };
}
