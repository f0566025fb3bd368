/** JD 收银 refunds: accepted first, settled a moment later, told only by the refund query. */
import { asYuan, type Bag, isBag, oneOf, optionalText, text, yuan } from '../fields.js';
import type { Sandbox } from '../sandbox.js';
import type { Refund, Trade } from '../state.js';
import { plainTime } from '../time.js';
import { refundedFen } from '../trades.js';
import { bankRequestNum, namedOrder } from './orders.js';
import { JdPayRefusal, requireShop } from './protocol.js';

/** `fails`: accepted like any other, but it will end FAILED. */
export function refundOrder(sandbox: Sandbox, body: Bag, fails: boolean): Bag {
  oneOf(body, 'requestVersion', ['V4.0']);
  const trade = namedOrder(sandbox, body);
  const outRefundNo = text(body, 'refundRequestNum', { max: 64, pattern: /^[0-9A-Za-z_-]+$/ });
  const amountFen = yuan(body, 'refundPartAmount', true);
  optionalText(body, 'agentNum', { max: 64 });
  if (body['extMap'] !== undefined && !isBag(body['extMap']))
    throw new JdPayRefusal('ILLEGAL_ARGUMENT', 'extMap 必须是对象');
  const earlier = findRefund(sandbox, outRefundNo);
  // [U] The codes of the refusals below.
  if (earlier && (earlier.trade !== trade || earlier.refund.amountFen !== amountFen)) {
    throw new JdPayRefusal('REFUND_REQUEST_NUM_REPEAT', '退款单号重复');
  }
  if (!earlier) {
    if (trade.state !== 'paid') throw new JdPayRefusal('ORDER_NOT_PAID', '订单未支付');
    if (refundedFen(trade) + amountFen > trade.amountFen)
      throw new JdPayRefusal('REFUND_AMOUNT_EXCEEDED', '退款金额超限');
  }
  const refund =
    earlier?.refund ??
    sandbox.trades.refund(
      trade,
      { outRefundNo, amountFen, reason: null, notifyUrl: null },
      sandbox.settings.refundSettleMs,
      fails,
    );
  return view(trade, refund);
}

/** [U] Fields of the refund query: customerNum, shopNum, refundRequestNum; requestNum where it is sent. */
export function queryRefundOrder(sandbox: Sandbox, body: Bag): Bag {
  requireShop(sandbox, body);
  const requestNum = optionalText(body, 'requestNum', { max: 64 });
  const found = findRefund(sandbox, text(body, 'refundRequestNum', { max: 64 }));
  if (!found || (requestNum !== null && found.trade.outTradeNo !== requestNum)) {
    throw new JdPayRefusal('REFUND_ORDER_NOT_EXIST', '退款单不存在');
  }
  return view(found.trade, found.refund);
}

function findRefund(sandbox: Sandbox, outRefundNo: string): { trade: Trade; refund: Refund } | null {
  for (const trade of sandbox.file.state.trades) {
    if (trade.platform !== 'jd') continue;
    const refund = trade.refunds.find((each) => each.outRefundNo === outRefundNo);
    if (refund) return { trade, refund };
  }
  return null;
}

/** [U] The words of a refund's states. */
const WORDS = { processing: 'PROCESSING', success: 'SUCCESS', failed: 'FAILED' };

const view = (trade: Trade, refund: Refund): Bag => ({
  success: true,
  customerNum: trade.sellerId,
  shopNum: trade.shopId,
  requestNum: trade.outTradeNo,
  orderNum: trade.tradeNo,
  refundRequestNum: refund.outRefundNo,
  refundAmount: asYuan(refund.amountFen),
  bankRequestNum: bankRequestNum(trade),
  status: WORDS[refund.state],
  ...(refund.settledAt === null ? {} : { completeTime: plainTime(refund.settledAt) }),
});
