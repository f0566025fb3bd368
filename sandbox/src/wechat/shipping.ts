/** `upload_shipping_info`: what was sent for which payment; one correction per payment, and its time must grow. */
import { type Bag, isBag } from '../fields.js';
import type { Sandbox } from '../sandbox.js';
import type { Trade } from '../state.js';
import { readRfc3339 } from '../time.js';
import { WechatRefusal } from './protocol.js';

const MOST_PARCELS = 15;
const EXPRESS = 1;
const SPLIT = 2;

/** [U] The numbers of these refusals are remembered, not read in a current page. */
const refusal = {
  noPayment: () => new WechatRefusal(10060001, '支付单不存在'),
  alreadyCorrected: () => new WechatRefusal(10060003, '支付单已使用重新发货机会'),
  notPaid: () => new WechatRefusal(10060004, '支付单处于不可发货的状态'),
  malformed: (field: string) => new WechatRefusal(47001, `data format error: ${field}`),
};

export function uploadShipping(sandbox: Sandbox, body: Bag): Bag {
  const trade = namedPayment(sandbox, body['order_key']);
  checkParcels(body);
  const at = typeof body['upload_time'] === 'string' ? readRfc3339(body['upload_time']) : null;
  if (at === null) throw refusal.malformed('upload_time');
  const payer = isBag(body['payer']) ? body['payer']['openid'] : undefined;
  if (payer !== trade.buyerId) throw new WechatRefusal(40003, 'invalid openid');
  if (trade.paidAt === null) throw refusal.notPaid();
  const earlier = trade.shippings ?? [];
  if (earlier.length >= 2) throw refusal.alreadyCorrected();
  if (earlier.some((last) => last >= at)) throw refusal.malformed('upload_time');
  trade.shippings = [...earlier, at];
  sandbox.file.touch();
  return { errcode: 0, errmsg: 'ok' };
}

/** By mchid and out_trade_no (1) or by transaction_id (2). */
function namedPayment(sandbox: Sandbox, key: unknown): Trade {
  if (!isBag(key)) throw refusal.malformed('order_key');
  const { order_number_type: type, mchid, out_trade_no: outTradeNo, transaction_id: transactionId } = key;
  if (type !== 1 && type !== 2) throw refusal.malformed('order_number_type');
  const ours = mchid === sandbox.keys.wechatPay.mchId && typeof outTradeNo === 'string';
  const trade =
    type === 1
      ? ours && sandbox.trades.find('wechat', outTradeNo)
      : typeof transactionId === 'string' &&
        transactionId !== '' &&
        sandbox.trades.findByTradeNo('wechat', transactionId);
  if (!trade) throw refusal.noPayment();
  return trade;
}

function checkParcels(body: Bag): void {
  const {
    logistics_type: logistics,
    delivery_mode: mode,
    is_all_delivered: allDelivered,
    shipping_list: list,
  } = body;
  if (![1, 2, 3, 4].includes(Number(logistics))) throw refusal.malformed('logistics_type');
  if (mode !== 1 && mode !== SPLIT) throw refusal.malformed('delivery_mode');
  if (mode === SPLIT && (logistics !== EXPRESS || typeof allDelivered !== 'boolean'))
    throw refusal.malformed('is_all_delivered');
  const most = mode === SPLIT ? MOST_PARCELS : 1;
  if (!Array.isArray(list) || list.length < 1 || list.length > most) throw refusal.malformed('shipping_list');
  for (const parcel of list as unknown[]) checkParcel(parcel, logistics === EXPRESS);
}

function checkParcel(parcel: unknown, express: boolean): void {
  if (!isBag(parcel)) throw refusal.malformed('shipping_list');
  const { tracking_no: trackingNo, express_company: company, item_desc: item, contact } = parcel;
  const filled = (value: unknown, max: number) =>
    typeof value === 'string' && value.length > 0 && [...value].length <= max;
  if (!filled(item, 120)) throw refusal.malformed('item_desc');
  if (!express) return;
  if (!filled(trackingNo, 128)) throw refusal.malformed('tracking_no');
  if (!filled(company, 128)) throw refusal.malformed('express_company');
  const person = isBag(contact) ? (contact['consignor_contact'] ?? contact['receiver_contact']) : undefined;
  const masked = typeof person === 'string' && /\*/.test(person) && /\d{4}$/.test(person);
  if (company === 'SF' ? !masked : person !== undefined && !masked) throw refusal.malformed('contact');
}
