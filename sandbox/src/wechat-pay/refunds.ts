/** WeChat Pay refunds: limits, spacing, and one refund per out_refund_no however often it is asked. */
import { type Bag, bag, fen, FieldRefusal, optionalText, text } from '../fields.js';
import type { Sandbox } from '../sandbox.js';
import type { Refund, Trade } from '../state.js';
import { rfc3339 } from '../time.js';
import { refundedFen } from '../trades.js';
import { orderNotFound } from './orders.js';
import { notifyUrl } from './prepay.js';
import { PayRefusal } from './protocol.js';

export const REFUND_WORDS = { processing: 'PROCESSING', success: 'SUCCESS', failed: 'ABNORMAL' };

const YEAR_MS = 365 * 86_400_000;
const SPACING_MS = 60_000;
const MOST_REFUNDS = 50;

interface Wish {
  outRefundNo: string;
  amountFen: number;
  totalFen: number;
  reason: string | null;
  notifyUrl: string | null;
}

/** `fails`: accepted like any other, but it will end ABNORMAL. */
export function refund(sandbox: Sandbox, body: Bag, fails: boolean): Bag {
  const trade = refundedTrade(sandbox, body);
  const wish = readWish(body);
  const earlier = findRefund(sandbox, wish.outRefundNo);
  if (earlier) {
    // [U] The code for a reused number with other figures is remembered.
    if (earlier.trade !== trade || earlier.refund.amountFen !== wish.amountFen) {
      throw new PayRefusal(400, 'INVALID_REQUEST', '商户退款单号重复，且参数不一致');
    }
    return refundView(earlier.trade, earlier.refund);
  }
  checkLimits(sandbox, trade, wish);
  return refundView(trade, sandbox.trades.refund(trade, wish, sandbox.settings.refundSettleMs, fails));
}

export function queryRefund(sandbox: Sandbox, outRefundNo: string): Bag {
  const found = findRefund(sandbox, outRefundNo);
  if (!found) throw new PayRefusal(404, 'RESOURCE_NOT_EXISTS', '退款单不存在'); // [U]
  return refundView(found.trade, found.refund);
}

function refundedTrade(sandbox: Sandbox, body: Bag): Trade {
  const transactionId = optionalText(body, 'transaction_id', { max: 32 });
  const outTradeNo = optionalText(body, 'out_trade_no', { min: 6, max: 32 });
  if ((transactionId === null) === (outTradeNo === null)) {
    throw new FieldRefusal('transaction_id', 'give either transaction_id or out_trade_no');
  }
  const trade = transactionId
    ? sandbox.trades.findByTradeNo('wechat', transactionId)
    : sandbox.trades.find('wechat', outTradeNo ?? '');
  if (!trade) throw orderNotFound();
  return trade;
}

function readWish(body: Bag): Wish {
  const outRefundNo = text(body, 'out_refund_no', { max: 64, pattern: /^[0-9A-Za-z_\-|*@]+$/ });
  const amount = bag(body, 'amount');
  if (amount['currency'] !== 'CNY') throw new FieldRefusal('currency', 'must be CNY');
  return {
    outRefundNo,
    amountFen: fen(amount, 'refund'),
    totalFen: fen(amount, 'total'),
    reason: optionalText(body, 'reason', { max: 80 }),
    notifyUrl: body['notify_url'] === undefined ? null : notifyUrl(body),
  };
}

function checkLimits(sandbox: Sandbox, trade: Trade, wish: Wish): void {
  const now = sandbox.now();
  if (trade.state !== 'paid' || trade.paidAt === null)
    throw new PayRefusal(400, 'INVALID_REQUEST', '订单未支付，不能退款');
  if (wish.totalFen !== trade.amountFen) throw new PayRefusal(400, 'PARAM_ERROR', '订单金额与原订单不一致');
  if (now - trade.paidAt > YEAR_MS) throw new PayRefusal(400, 'INVALID_REQUEST', '订单超过一年，不能退款');
  if (trade.refunds.length >= MOST_REFUNDS)
    throw new PayRefusal(400, 'INVALID_REQUEST', '部分退款超过 50 次');
  if (refundedFen(trade) + wish.amountFen > trade.amountFen) {
    throw new PayRefusal(400, 'INVALID_REQUEST', '退款总金额大于订单金额');
  }
  const last = trade.refunds.at(-1);
  if (last && now - last.requestedAt < sandbox.compressed(SPACING_MS)) {
    throw new PayRefusal(429, 'FREQUENCY_LIMITED', '同一订单的退款请间隔 1 分钟');
  }
}

/** out_refund_no is unique over the whole merchant. */
function findRefund(sandbox: Sandbox, outRefundNo: string): { trade: Trade; refund: Refund } | null {
  for (const trade of sandbox.file.state.trades) {
    if (trade.platform !== 'wechat') continue;
    const found = trade.refunds.find((each) => each.outRefundNo === outRefundNo);
    if (found) return { trade, refund: found };
  }
  return null;
}

function refundView(trade: Trade, found: Refund): Bag {
  return {
    refund_id: found.refundId,
    out_refund_no: found.outRefundNo,
    transaction_id: trade.tradeNo,
    out_trade_no: trade.outTradeNo,
    channel: 'ORIGINAL',
    user_received_account: '支付用户零钱',
    ...(found.state !== 'success' || found.settledAt === null
      ? {}
      : { success_time: rfc3339(found.settledAt) }),
    create_time: rfc3339(found.requestedAt),
    status: REFUND_WORDS[found.state],
    funds_account: 'AVAILABLE',
    amount: {
      total: trade.amountFen,
      refund: found.amountFen,
      payer_total: trade.amountFen,
      payer_refund: found.amountFen,
      settlement_refund: found.amountFen,
      settlement_total: trade.amountFen,
      discount_refund: 0,
      currency: 'CNY',
    },
  };
}
