/** Method names of the Alipay open platform that this stand-in knows, for both gateways. */
import type { AlipayMethod } from './protocol.js';
import { oauthToken } from './login.js';
import { queryRefund, refundTrade } from './refunds.js';
import { sendTemplateMessage } from './messages.js';
import { closeTrade, createTrade, queryTrade } from './trades.js';

export const METHODS: Record<string, AlipayMethod> = {
  'alipay.system.oauth.token': oauthToken,
  'alipay.trade.create': createTrade,
  'alipay.trade.query': queryTrade,
  'alipay.trade.close': closeTrade,
  'alipay.trade.refund': refundTrade,
  'alipay.trade.fastpay.refund.query': queryRefund,
  'alipay.open.app.mini.templatemessage.send': sendTemplateMessage,
};

/** Short names for fault orders. */
export const OPERATIONS: Record<string, string> = {
  'alipay.system.oauth.token': 'login',
  'alipay.trade.create': 'prepay',
  'alipay.trade.query': 'query',
  'alipay.trade.close': 'close',
  'alipay.trade.refund': 'refund',
  'alipay.trade.fastpay.refund.query': 'refund-query',
  'alipay.open.app.mini.templatemessage.send': 'message',
};
