/** Alipay refunds: `fund_change` says whether money moved; a repeated out_request_no moves none. */
import { asYuan, optionalText, text, yuan } from '../fields.js';
import { plainTime } from '../time.js';
import { refundedFen } from '../trades.js';
import { type AlipayMethod, business } from './protocol.js';
import { identity, namedTrade, tradeStatus } from './trades.js';

const SPACING_MS = 3_000;

export const refundTrade: AlipayMethod = (sandbox, { biz, as }) => {
  const trade = namedTrade(sandbox, biz);
  const amountFen = yuan(biz, 'refund_amount');
  const reason = optionalText(biz, 'refund_reason', { max: 256 });
  const named = optionalText(biz, 'out_request_no', { max: 64 });
  if (named === null && amountFen !== trade.amountFen)
    throw business('INVALID_PARAMETER', '部分退款必须传 out_request_no');
  const outRefundNo = named ?? trade.outTradeNo; // [U] the number that a full refund without one gets
  const earlier = trade.refunds.find((refund) => refund.outRefundNo === outRefundNo);
  if (earlier && earlier.amountFen !== amountFen)
    throw business('DISCORDANT_REPEAT_REQUEST', '同一退款请求号的金额不一致');
  if (!earlier) {
    const status = tradeStatus(trade, sandbox.now());
    if (status === 'TRADE_FINISHED') throw business('TRADE_HAS_FINISHED', '交易已完结');
    if (status === 'TRADE_CLOSED') throw business('TRADE_HAS_CLOSE', '交易已经关闭');
    if (status !== 'TRADE_SUCCESS') throw business('TRADE_STATUS_ERROR', '交易状态不合法');
    if (refundedFen(trade) + amountFen > trade.amountFen)
      throw business('REFUND_AMT_NOT_EQUAL_TOTAL', '退款金额超限');
    const last = trade.refunds.at(-1);
    // [U] The code for "too soon after the last refund".
    if (last && sandbox.now() - last.requestedAt < sandbox.compressed(SPACING_MS))
      throw business('SYSTEM_ERROR', '同一交易的退款请间隔 3 秒');
    // 10000 alone is not success: an answer without a change of funds, and nothing booked.
    if (as === 'refund-fails')
      return { ...identity(sandbox, trade), fund_change: 'N', refund_fee: asYuan(refundedFen(trade)) };
    sandbox.trades.refund(trade, { outRefundNo, amountFen, reason, notifyUrl: null }, 0);
  }
  return {
    ...identity(sandbox, trade),
    fund_change: earlier ? 'N' : 'Y',
    // All that was ever refunded of this trade, not this refund alone.
    refund_fee: asYuan(refundedFen(trade)),
    send_back_fee: asYuan(amountFen),
  };
};

export const queryRefund: AlipayMethod = (sandbox, { biz }) => {
  const trade = namedTrade(sandbox, biz);
  const outRefundNo = text(biz, 'out_request_no', { max: 64 });
  const found = trade.refunds.find(
    (refund) => refund.outRefundNo === outRefundNo && refund.state === 'success',
  );
  const base = { trade_no: trade.tradeNo, out_trade_no: trade.outTradeNo, out_request_no: outRefundNo };
  // No refund_status at all means: not refunded, or not known.
  if (!found) return base;
  const options = Array.isArray(biz['query_options']) ? biz['query_options'] : [];
  const paidBackAt = options.includes('gmt_refund_pay')
    ? { gmt_refund_pay: plainTime(found.settledAt ?? found.requestedAt) }
    : {};
  return {
    ...base,
    total_amount: asYuan(trade.amountFen),
    refund_amount: asYuan(found.amountFen),
    refund_status: 'REFUND_SUCCESS',
    ...paidBackAt,
  };
};
