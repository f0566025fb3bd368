/** JSAPI order (`POST /v3/pay/transactions/jsapi`): field limits, repeats under one number, prepay_id. */
import { randomHex, sha256Hex } from '../crypto.js';
import { type Bag, bag, fen, FieldRefusal, isLoopback, optionalText, text } from '../fields.js';
import type { Sandbox } from '../sandbox.js';
import type { Trade } from '../state.js';
import { compactTime, readRfc3339 } from '../time.js';
import { PayRefusal } from './protocol.js';

export const PREPAY_LIFE_MS = 2 * 3_600_000;
const DAY_MS = 86_400_000;

/** Reads and checks the order, books it once, and answers with the prepay_id that is good now. */
export function prepay(sandbox: Sandbox, body: Bag): { prepay_id: string } {
  const order = readOrder(sandbox, body);
  const known = sandbox.trades.find('wechat', order.outTradeNo);
  if (!known) return { prepay_id: sandbox.trades.add(order).prepayId ?? '' };
  // [U] The three codes below are remembered, not read in a current page.
  if (known.state === 'paid') throw new PayRefusal(400, 'ORDERPAID', '该订单已支付');
  if (known.state === 'closed') throw new PayRefusal(400, 'ORDER_CLOSED', '该订单已关闭');
  if (known.terms !== order.terms)
    throw new PayRefusal(403, 'OUT_TRADE_NO_USED', '商户订单号重复，且参数不一致');
  if (sandbox.now() - known.prepayAt >= PREPAY_LIFE_MS) {
    known.prepayId = order.prepayId;
    known.prepayAt = order.prepayAt;
    sandbox.file.touch();
  }
  return { prepay_id: known.prepayId ?? '' };
}

function readOrder(sandbox: Sandbox, body: Bag): Trade {
  const { keys } = sandbox;
  const now = sandbox.now();
  const appId = text(body, 'appid', { max: 32 });
  const sellerId = text(body, 'mchid', { max: 32 });
  if (sellerId !== keys.wechatPay.mchId) throw new PayRefusal(400, 'PARAM_ERROR', 'mchid 与签名商户不一致');
  if (appId !== keys.wechat.appId)
    throw new PayRefusal(400, 'APPID_MCHID_NOT_MATCH', 'appid 与 mchid 不匹配'); // [U]
  const subject = text(body, 'description', { max: 127 });
  const outTradeNo = text(body, 'out_trade_no', { min: 6, max: 32, pattern: /^[0-9A-Za-z_\-|*]+$/ });
  const attach = optionalText(body, 'attach', { max: 128 });
  optionalText(body, 'goods_tag', { max: 32 });
  const amount = bag(body, 'amount');
  const amountFen = fen(amount, 'total');
  if (amount['currency'] !== undefined && amount['currency'] !== 'CNY')
    throw new FieldRefusal('currency', 'must be CNY');
  const buyerId = text(bag(body, 'payer'), 'openid', { max: 128 });
  if (!sandbox.file.state.openids[`wechat ${buyerId}`])
    throw new PayRefusal(400, 'PARAM_ERROR', '无效的 openid');
  const prepayAt = now;
  return {
    platform: 'wechat',
    outTradeNo,
    tradeNo: '',
    appId,
    sellerId,
    shopId: null,
    buyerId,
    amountFen,
    subject,
    attach,
    notifyUrl: notifyUrl(body),
    state: 'open',
    createdAt: now,
    payBy: payBy(body, now),
    prepayId: `wx${compactTime(now)}${randomHex(10)}`,
    prepayAt,
    terms: sha256Hex(JSON.stringify(Object.entries(body).sort(([a], [b]) => (a < b ? -1 : 1)))),
    paidAt: null,
    closedAt: null,
    payAfterClose: false,
    refusals: 0,
    refunds: [],
  };
}

/**
 * The real gateway demands https. Here plain http is taken too, but only to this machine: a stand-in that called
 * any other host would be a way out of the machine.
 */
export function notifyUrl(body: Bag): string {
  const url = text(body, 'notify_url', { max: 255 });
  if (!isLoopback(url)) throw new FieldRefusal('notify_url', 'the sandbox only calls 127.0.0.1 or localhost');
  if (url.includes('?')) throw new FieldRefusal('notify_url', 'must not carry a query');
  return url;
}

/** The pay limit: at least a minute ahead, at most 90 days; without one, 7 days. It does not close the trade. */
function payBy(body: Bag, now: number): number {
  const wish = optionalText(body, 'time_expire', { max: 64 });
  if (wish === null) return now + 7 * DAY_MS;
  const limit = readRfc3339(wish);
  if (limit === null) throw new FieldRefusal('time_expire', 'must be RFC 3339');
  return Math.min(Math.max(limit, now + 60_000), now + 90 * DAY_MS);
}
