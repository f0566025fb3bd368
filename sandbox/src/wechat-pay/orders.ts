/** Query and close of WeChat Pay trades. */
import type { Sandbox } from '../sandbox.js';
import type { Trade } from '../state.js';
import { rfc3339 } from '../time.js';
import { type Bag, text } from '../fields.js';
import { PayRefusal } from './protocol.js';

export function orderNotFound(): PayRefusal {
  return new PayRefusal(404, 'ORDER_NOT_EXIST', '订单不存在');
}

/** REFUND means "a refund exists", not "all is refunded". */
export function tradeState(trade: Trade): 'NOTPAY' | 'CLOSED' | 'SUCCESS' | 'REFUND' {
  if (trade.state === 'open') return 'NOTPAY';
  if (trade.state === 'closed') return 'CLOSED';
  return trade.refunds.length > 0 ? 'REFUND' : 'SUCCESS';
}

const STATE_WORDS = { NOTPAY: '订单未支付', CLOSED: '订单已关闭', SUCCESS: '支付成功', REFUND: '转入退款' };

/** A trade as a query tells it; unpaid trades have no transaction id, bank or time. */
export function transaction(trade: Trade): Bag {
  const state = tradeState(trade);
  const paid =
    trade.paidAt === null
      ? {}
      : {
          transaction_id: trade.tradeNo,
          trade_type: 'JSAPI',
          bank_type: 'OTHERS',
          success_time: rfc3339(trade.paidAt),
        };
  const amount = { total: trade.amountFen, currency: 'CNY' };
  return {
    appid: trade.appId,
    mchid: trade.sellerId,
    out_trade_no: trade.outTradeNo,
    ...paid,
    trade_state: state,
    trade_state_desc: STATE_WORDS[state],
    attach: trade.attach ?? '',
    payer: { openid: trade.buyerId },
    amount:
      trade.paidAt === null ? amount : { ...amount, payer_total: trade.amountFen, payer_currency: 'CNY' },
    promotion_detail: [],
  };
}

/** `mchid` is a required query parameter and must be the signer's. */
export function requireMerchant(sandbox: Sandbox, mchid: unknown): void {
  if (mchid !== sandbox.keys.wechatPay.mchId)
    throw new PayRefusal(400, 'PARAM_ERROR', 'mchid 缺失或与签名商户不一致');
}

export function closeOrder(sandbox: Sandbox, outTradeNo: string, body: Bag): void {
  requireMerchant(sandbox, text(body, 'mchid', { max: 32 }));
  const trade = sandbox.trades.find('wechat', outTradeNo);
  if (!trade) throw orderNotFound();
  // [U] What closing twice or closing a paid order answers is remembered, not read in a current page.
  if (trade.state === 'paid') throw new PayRefusal(400, 'ORDERPAID', '该订单已支付');
  if (trade.state === 'closed') throw new PayRefusal(400, 'ORDER_CLOSED', '该订单已关闭');
  sandbox.trades.close(trade);
}
