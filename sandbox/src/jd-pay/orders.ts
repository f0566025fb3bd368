/** `createPayWithCheck`, query, close and cancel of JD 收银 orders. */
import { hmacHex, randomDigits, randomHex, sha256Hex } from '../crypto.js';
import { asYuan, type Bag, FieldRefusal, isLoopback, oneOf, optionalText, text, yuan } from '../fields.js';
import type { Sandbox } from '../sandbox.js';
import type { Trade } from '../state.js';
import { compactTime, plainTime, readPlainTime } from '../time.js';
import { JdPayRefusal, requireShop } from './protocol.js';

/** [U] The life of an order without timeExpire. */
const DEFAULT_LIFE_MS = 30 * 60_000;

export function createPay(sandbox: Sandbox, body: Bag): Bag {
  const order = readOrder(sandbox, body);
  const known = sandbox.trades.find('jd', order.outTradeNo);
  // [U] What a repeated requestNum answers: the same order while it is open and unchanged, else a refusal.
  if (known && (known.state !== 'open' || known.terms !== order.terms))
    throw new JdPayRefusal('REQUEST_NUM_REPEAT', '订单号重复');
  const trade = known ?? sandbox.trades.add(order);
  return {
    success: true,
    requestNum: trade.outTradeNo,
    orderNum: trade.tradeNo,
    bankRequestNum: bankRequestNum(trade),
    bankRequest: bankRequest(sandbox, trade),
  };
}

/** [U] What is inside bankRequest for a JD mini-program; callers pass it to the phone unread. */
export function bankRequest(sandbox: Sandbox, trade: Trade): Bag {
  const tradeNo = trade.prepayId ?? '';
  return {
    appId: trade.appId,
    tradeNo,
    signType: 'HMAC',
    sign: hmacHex(sandbox.keys.personaSeed, `bank ${tradeNo}`),
  };
}

export const bankRequestNum = (trade: Trade) => `1022${trade.tradeNo.slice(-24)}`;

/** [U] Fields of query and close: customerNum, shopNum, requestNum. */
export function namedOrder(sandbox: Sandbox, body: Bag): Trade {
  requireShop(sandbox, body);
  const trade = sandbox.trades.find('jd', text(body, 'requestNum', { max: 64 }));
  if (!trade) throw new JdPayRefusal('ORDER_NOT_EXIST', '订单不存在');
  return trade;
}

export function orderView(trade: Trade): Bag {
  return {
    success: true,
    customerNum: trade.sellerId,
    shopNum: trade.shopId,
    requestNum: trade.outTradeNo,
    orderNum: trade.tradeNo,
    orderAmount: asYuan(trade.amountFen),
    bankRequestNum: bankRequestNum(trade),
    status: orderStatus(trade),
    ...(trade.paidAt === null
      ? {}
      : {
          bankOutTradeNum: `J${trade.tradeNo}`,
          subOpenId: trade.buyerId,
          completeTime: plainTime(trade.paidAt),
        }),
  };
}

export function orderStatus(trade: Trade): string {
  if (trade.state === 'paid') return 'SUCCESS';
  if (trade.state === 'closed') return 'CLOSED';
  return 'INIT';
}

/** `close` and `cancel` both end an unpaid order; cancelling a paid one would be a refund [U] and is refused here. */
export function endOrder(sandbox: Sandbox, body: Bag): Bag {
  const trade = namedOrder(sandbox, body);
  if (trade.state === 'paid') throw new JdPayRefusal('ORDER_PAID', '订单已支付');
  if (trade.state === 'open') sandbox.trades.close(trade);
  return { success: true, requestNum: trade.outTradeNo, orderNum: trade.tradeNo, status: orderStatus(trade) };
}

function readOrder(sandbox: Sandbox, body: Bag): Trade {
  const now = sandbox.now();
  oneOf(body, 'version', ['V4.0']);
  requireShop(sandbox, body);
  const outTradeNo = text(body, 'requestNum', { max: 64, pattern: /^[0-9A-Za-z_-]+$/ });
  const bank = oneOf(body, 'bankType', ['JD', 'WX', 'WX_XCX', 'ALIPAY']);
  if (oneOf(body, 'paySource', ['JD', 'WX', 'WX_XCX', 'ALIPAY']) !== bank)
    throw new FieldRefusal('paySource', 'must equal bankType');
  const buyerId = text(body, 'authCode', { max: 128 });
  if (bank === 'JD' && !sandbox.file.state.openids[`jd ${buyerId}`])
    throw new JdPayRefusal('AUTH_CODE_INVALID', 'authCode 无效');
  oneOf(body, 'subOrderType', ['NORMAL']);
  oneOf(body, 'orderType', ['SALES']);
  oneOf(body, 'payType', ['ACTIVE']);
  oneOf(body, 'businessType', ['QRCODE_TRAD']);
  oneOf(body, 'payModel', ['ONCE']);
  oneOf(body, 'source', ['API']);
  text(body, 'clientIp', { max: 64 });
  for (const name of ['agentNum', 'appId', 'subAppId', 'completeUrl']) optionalText(body, name, { max: 512 });
  const callbackUrl = text(body, 'callbackUrl', { max: 512 });
  if (!isLoopback(callbackUrl))
    throw new FieldRefusal('callbackUrl', 'the sandbox only calls 127.0.0.1 or localhost');
  // clientIp may change between tries of one order; everything else is the order.
  const terms = Object.entries(body)
    .filter(([name]) => name !== 'clientIp')
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    platform: 'jd',
    outTradeNo,
    tradeNo: `10021${compactTime(now)}${randomDigits(11)}`,
    appId: optionalText(body, 'appId', { max: 64 }) ?? sandbox.keys.jd.appKey,
    sellerId: sandbox.keys.jdPay.customerNum,
    shopId: sandbox.keys.jdPay.shopNum,
    buyerId,
    amountFen: yuan(body, 'orderAmount', true),
    subject: '',
    attach: null,
    notifyUrl: callbackUrl,
    state: 'open',
    createdAt: now,
    payBy: payBy(body, now),
    prepayId: randomHex(16),
    prepayAt: now,
    terms: sha256Hex(JSON.stringify(terms)),
    paidAt: null,
    closedAt: null,
    payAfterClose: false,
    refusals: 0,
    refunds: [],
  };
}

function payBy(body: Bag, now: number): number {
  const wish = optionalText(body, 'timeExpire', { max: 32 });
  if (wish === null) return now + DEFAULT_LIFE_MS;
  const limit = readPlainTime(wish);
  if (limit === null || limit <= now)
    throw new FieldRefusal('timeExpire', 'must be a future yyyy-MM-dd HH:mm:ss');
  return limit;
}
