/** Trades and notifies as the control address tells them. */
import { persona } from '../personas.js';
import type { Sandbox } from '../sandbox.js';
import type { Notify, Trade } from '../state.js';

const iso = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());

export function tradeView(sandbox: Sandbox, trade: Trade) {
  const user = sandbox.file.state.openids[`${trade.platform} ${trade.buyerId}`] ?? null;
  return {
    platform: trade.platform,
    outTradeNo: trade.outTradeNo,
    tradeNo: trade.tradeNo,
    user,
    userName: user === null ? null : persona(user).name,
    amountFen: trade.amountFen,
    subject: trade.subject,
    state: trade.state,
    /** A payment sheet is open on a phone and waits for someone to decide. */
    awaited: sandbox.trades.isAwaited(trade),
    payAfterClose: trade.payAfterClose,
    refusals: trade.refusals,
    createdAt: iso(trade.createdAt),
    payBy: iso(trade.payBy),
    paidAt: iso(trade.paidAt),
    closedAt: iso(trade.closedAt),
    notifyUrl: trade.notifyUrl,
    refunds: trade.refunds.map((refund) => ({
      outRefundNo: refund.outRefundNo,
      refundId: refund.refundId,
      amountFen: refund.amountFen,
      state: refund.state,
      requestedAt: iso(refund.requestedAt),
      settledAt: iso(refund.settledAt),
    })),
  };
}

export function notifyView(notify: Notify) {
  return {
    id: notify.id,
    platform: notify.platform,
    event: notify.event,
    outTradeNo: notify.outTradeNo,
    url: notify.url,
    faults: notify.faults,
    state: notify.state,
    createdAt: iso(notify.createdAt),
    attempts: notify.attempts.map(({ at, ...attempt }) => ({ at: iso(at), ...attempt })),
  };
}
