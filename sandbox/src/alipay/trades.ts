/** `alipay.trade.create / query / close` for JSAPI payments of a mini-program. */
import { randomDigits, sha256Hex } from '../crypto.js';
import { disguised } from '../faults.js';
import { asYuan, type Bag, FieldRefusal, isLoopback, oneOf, optionalText, text, yuan } from '../fields.js';
import { persona } from '../personas.js';
import type { Sandbox } from '../sandbox.js';
import type { Trade } from '../state.js';
import { compactTime, plainTime, readPlainTime } from '../time.js';
import { refundedFen } from '../trades.js';
import { type AlipayCall, type AlipayMethod, business } from './protocol.js';

const MINUTE_MS = 60_000;
const LONGEST_MS = 15 * 24 * 60 * MINUTE_MS;
/** After this the trade is TRADE_FINISHED and cannot be refunded; the true span depends on the contract. */
const REFUNDABLE_MS = 365 * 24 * 60 * MINUTE_MS;

export const createTrade: AlipayMethod = (sandbox, call) => {
  const order = readOrder(sandbox, call);
  const known = sandbox.trades.find('alipay', order.outTradeNo);
  if (known?.state === 'paid') throw business('TRADE_HAS_SUCCESS', '交易已被支付');
  if (known?.state === 'closed') throw business('TRADE_HAS_CLOSE', '交易已经关闭');
  if (known && known.terms !== order.terms) throw business('CONTEXT_INCONSISTENT', '交易信息被篡改');
  const { outTradeNo, tradeNo } = known ?? sandbox.trades.add(order);
  return { out_trade_no: outTradeNo, trade_no: tradeNo };
};

export const queryTrade: AlipayMethod = (sandbox, { biz, as }) => {
  const trade = disguised(namedTrade(sandbox, biz), as);
  const total = asYuan(trade.amountFen);
  const unpaid = {
    total_amount: total,
    point_amount: '0.00',
    invoice_amount: '0.00',
    receipt_amount: '0.00',
    buyer_pay_amount: '0.00',
  };
  const paid = trade.paidAt !== null && {
    invoice_amount: total,
    receipt_amount: total,
    buyer_pay_amount: total,
    send_pay_date: plainTime(trade.paidAt),
    fund_bill_list: [{ amount: total, fund_channel: 'ALIPAYACCOUNT' }],
  };
  return { ...identity(sandbox, trade), trade_status: tradeStatus(trade, sandbox.now()), ...unpaid, ...paid };
};

export const closeTrade: AlipayMethod = (sandbox, { biz }) => {
  const trade = namedTrade(sandbox, biz);
  if (trade.state !== 'open') throw business('TRADE_STATUS_ERROR', '交易状态不合法'); // [U]
  sandbox.trades.close(trade);
  return { trade_no: trade.tradeNo, out_trade_no: trade.outTradeNo };
};

/** TRADE_CLOSED is a time-out, a close, or a refund of everything. */
export function tradeStatus(trade: Trade, now: number): string {
  if (trade.state === 'open') return 'WAIT_BUYER_PAY';
  if (trade.state === 'closed' || refundedFen(trade) >= trade.amountFen) return 'TRADE_CLOSED';
  return now - (trade.paidAt ?? now) > REFUNDABLE_MS ? 'TRADE_FINISHED' : 'TRADE_SUCCESS';
}

/** Who and which, as every answer about a trade begins. */
export function identity(sandbox: Sandbox, trade: Trade): Bag {
  const user = sandbox.file.state.openids[`alipay ${trade.buyerId}`];
  const phone = user ? persona(user).phone : '00000000000';
  return {
    trade_no: trade.tradeNo,
    out_trade_no: trade.outTradeNo,
    buyer_logon_id: `${phone.slice(0, 3)}****${phone.slice(-4)}`,
    ...buyerOf(sandbox, trade),
  };
}

/** The payer under the name that this app knows; queries say `buyer_user_id`, notifies `buyer_id`. */
export function buyerOf(sandbox: Sandbox, trade: Trade, userField = 'buyer_user_id'): Record<string, string> {
  return { [sandbox.settings.alipayIds === 'user_id' ? userField : 'buyer_open_id']: trade.buyerId };
}

/** The trade that `trade_no` (first) or `out_trade_no` names. */
export function namedTrade(sandbox: Sandbox, biz: Bag): Trade {
  const tradeNo = optionalText(biz, 'trade_no', { max: 64 });
  const outTradeNo = optionalText(biz, 'out_trade_no', { max: 64 });
  if (tradeNo === null && outTradeNo === null) throw new FieldRefusal('out_trade_no', 'missing', true);
  const trade = tradeNo
    ? sandbox.trades.findByTradeNo('alipay', tradeNo)
    : sandbox.trades.find('alipay', outTradeNo ?? '');
  if (!trade) throw business('TRADE_NOT_EXIST', '交易不存在');
  return trade;
}

function readOrder(sandbox: Sandbox, { biz, notifyUrl }: AlipayCall): Trade {
  const { alipay } = sandbox.keys;
  const now = sandbox.now();
  const outTradeNo = text(biz, 'out_trade_no', { max: 64, pattern: /^[0-9A-Za-z_]+$/ });
  const subject = text(biz, 'subject', { max: 256, pattern: /^[^/=&]+$/ });
  oneOf(biz, 'product_code', ['JSAPI_PAY']);
  const appId = text(biz, 'op_app_id', { max: 32 });
  if (appId !== alipay.appId) throw business('INVALID_PARAMETER', 'op_app_id 与应用不一致');
  const sellerId = optionalText(biz, 'seller_id', { max: 32 }) ?? alipay.sellerId;
  if (sellerId !== alipay.sellerId) throw business('INVALID_PARAMETER', 'seller_id 无效');
  const buyerField = sandbox.settings.alipayIds === 'user_id' ? 'buyer_id' : 'buyer_open_id';
  const buyerId = text(biz, buyerField, { max: 128 });
  if (!sandbox.file.state.openids[`alipay ${buyerId}`])
    throw business('INVALID_PARAMETER', `${buyerField} 无效`);
  if (notifyUrl !== null && (notifyUrl.length > 256 || !isLoopback(notifyUrl))) {
    throw new FieldRefusal('notify_url', 'the sandbox only calls 127.0.0.1 or localhost');
  }
  optionalText(biz, 'body', { max: 128 });
  return {
    platform: 'alipay',
    outTradeNo,
    tradeNo: `${compactTime(now).slice(0, 8)}22001${randomDigits(15)}`,
    appId,
    sellerId,
    shopId: null,
    buyerId,
    amountFen: yuan(biz, 'total_amount'),
    subject,
    attach: optionalText(biz, 'passback_params', { max: 512 }),
    notifyUrl,
    state: 'open',
    createdAt: now,
    payBy: payBy(biz, now),
    prepayId: null,
    prepayAt: now,
    terms: sha256Hex(JSON.stringify([Object.entries(biz).sort(([a], [b]) => (a < b ? -1 : 1)), notifyUrl])),
    paidAt: null,
    closedAt: null,
    payAfterClose: false,
    refusals: 0,
    refunds: [],
  };
}

function payBy(biz: Bag, now: number): number {
  const expire = optionalText(biz, 'time_expire', { max: 32 });
  if (expire !== null) {
    const limit = readPlainTime(expire);
    if (limit === null || limit <= now || limit > now + LONGEST_MS)
      throw new FieldRefusal('time_expire', 'must lie within 15 days from now');
    return limit;
  }
  const span = optionalText(biz, 'timeout_express', { max: 6, pattern: /^[1-9]\d{0,4}[mhd]$/ });
  if (span === null) return now + LONGEST_MS;
  const unit = { m: MINUTE_MS, h: 60 * MINUTE_MS, d: 24 * 60 * MINUTE_MS }[span.slice(-1) as 'm' | 'h' | 'd'];
  const ms = Number(span.slice(0, -1)) * unit;
  if (ms > LONGEST_MS) throw new FieldRefusal('timeout_express', 'at most 15d');
  return now + ms;
}
