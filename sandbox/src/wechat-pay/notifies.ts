/** WeChat Pay notifies: the resource is sealed with the APIv3 key, the whole body signed in four headers. */
import { gcmSeal, randomHex } from '../crypto.js';
import type { Courier } from '../notifier.js';
import type { Sandbox } from '../sandbox.js';
import type { Refund, Trade } from '../state.js';
import { rfc3339 } from '../time.js';
import { tradeState, transaction } from './orders.js';
import { REFUND_WORDS } from './refunds.js';
import { signatureHeaders } from './protocol.js';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

export function wechatCourier(sandbox: Sandbox): Courier {
  const { wechatPay } = sandbox.keys;
  return {
    retryAfterMs: [
      15 * SECOND,
      15 * SECOND,
      30 * SECOND,
      3 * MINUTE,
      10 * MINUTE,
      20 * MINUTE,
      30 * MINUTE,
      30 * MINUTE,
      30 * MINUTE,
      HOUR,
      3 * HOUR,
      3 * HOUR,
      3 * HOUR,
      6 * HOUR,
      6 * HOUR,
    ],
    accepts: (status) => status === 200 || status === 204,
    compose(id, trade, event, refund, as) {
      // Closing sends nothing; a refund is told to the address that came with it, or not at all.
      const url =
        event === 'paid' ? trade.notifyUrl : event === 'refunded' ? (refund?.notifyUrl ?? null) : null;
      if (!url) return null;
      const plain = refund ? refundPlain(trade, refund) : paidPlain(trade, sandbox.now());
      // A forger does not know the APIv3 key.
      const key = as === 'forged' ? randomHex(16) : wechatPay.apiV3Key;
      const nonce = randomHex(6);
      const kind = refund ? 'refund' : 'transaction';
      const body = JSON.stringify({
        id,
        create_time: rfc3339(sandbox.now()),
        resource_type: 'encrypt-resource',
        event_type: refund ? `REFUND.${REFUND_WORDS[refund.state]}` : 'TRANSACTION.SUCCESS',
        summary: refund ? (refund.state === 'failed' ? '退款异常' : '退款成功') : '支付成功',
        resource: {
          original_type: kind,
          algorithm: 'AEAD_AES_256_GCM',
          ciphertext: gcmSeal(key, nonce, kind, JSON.stringify(plain)),
          associated_data: kind,
          nonce,
        },
      });
      return { url, body };
    },
    sign: (body, sealing) => ({
      body,
      headers: {
        'content-type': 'application/json',
        'user-agent': 'Mozilla/4.0',
        ...signatureHeaders(sandbox, body, wechatPay.publicKeyId, sealing),
      },
    }),
  };
}

/** A forged or early message claims a payment that the trade may not have. */
function paidPlain(trade: Trade, now: number) {
  const told =
    tradeState(trade) === 'SUCCESS' || tradeState(trade) === 'REFUND'
      ? trade
      : { ...trade, state: 'paid' as const, paidAt: now, tradeNo: `4200${'0'.repeat(24)}` };
  return { ...transaction({ ...told, refunds: [] }), trade_state: 'SUCCESS', trade_state_desc: '支付成功' };
}

function refundPlain(trade: Trade, refund: Refund) {
  return {
    mchid: trade.sellerId,
    transaction_id: trade.tradeNo,
    out_trade_no: trade.outTradeNo,
    refund_id: refund.refundId,
    out_refund_no: refund.outRefundNo,
    refund_status: REFUND_WORDS[refund.state],
    ...(refund.state === 'success' ? { success_time: rfc3339(refund.settledAt ?? refund.requestedAt) } : {}),
    user_received_account: '支付用户零钱',
    amount: {
      total: trade.amountFen,
      refund: refund.amountFen,
      payer_total: trade.amountFen,
      payer_refund: refund.amountFen,
    },
  };
}
