/** What the host apps do on the phone: codes, phone buttons and payment sheets. For previews, journeys and tests. */
import type { FastifyInstance } from 'fastify';
import { cbcSeal, hmacHex, rsaSign, rsaVerify, sameText } from '../crypto.js';
import { isBag } from '../fields.js';
import { openidOf, PERSONAS, persona, PHONE_PATTERN, USER_PATTERN } from '../personas.js';
import type { Sandbox } from '../sandbox.js';
import type { Act, Code } from '../state.js';
import { subscriptionKey } from '../wechat/subscribe.js';
import { PREPAY_LIFE_MS } from '../wechat-pay/prepay.js';
import { payMessage } from '../wechat-pay/protocol.js';
import { payOnPhone } from './pay.js';

const user = { type: 'string', pattern: USER_PATTERN };
const phone = { type: 'string', pattern: PHONE_PATTERN };
const line = { type: 'string', minLength: 1, maxLength: 512 };
const act = { enum: ['pay', 'refuse', 'hold'] };
const waitMs = { type: 'integer', minimum: 0, maximum: 600_000 };

const body = (properties: Record<string, unknown>, required: string[]) => ({
  schema: { body: { type: 'object', additionalProperties: false, required, properties } },
});

interface Login {
  user: string;
  phone?: string;
}
interface Pay {
  user: string;
  act?: Act;
  waitMs?: number;
}

export function deviceRoutes(sandbox: Sandbox) {
  return async (app: FastifyInstance) => {
    app.get('/personas', async () => PERSONAS);
    codeRoutes(app, sandbox);
    wechatPay(app, sandbox);
    alipay(app, sandbox);
    jdPay(app, sandbox);
    app.get<{ Querystring: { phone: string } }>(
      '/sms',
      {
        schema: {
          querystring: {
            type: 'object',
            additionalProperties: false,
            required: ['phone'],
            properties: { phone },
          },
        },
      },
      async (request, reply) => {
        const last = sandbox.file.state.sms.findLast((each) => each.phone === request.query.phone);
        return last
          ? { code: last.code }
          : reply.code(404).send({ code: 'no-message', message: 'no message went to this phone' });
      },
    );
  };
}

/** Log-in and phone buttons that answer with a one-use code. */
function codeRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  const route = (
    path: string,
    kind: Code['kind'],
    result: 'code' | 'authCode' | 'token',
    withPhone = false,
  ) =>
    app.post<{ Body: Login }>(
      path,
      body(withPhone ? { user, phone } : { user }, ['user']),
      async ({ body: login }) => ({
        [result]: sandbox.codes.issue(kind, login.user, login.phone ?? null),
      }),
    );
  route('/wechat/login', 'wechat-login', 'code');
  route('/wechat/phone', 'wechat-phone', 'code', true);
  route('/alipay/auth-code', 'alipay-auth', 'authCode');
  route('/jd/login', 'jd-login', 'code');
  route('/jd/isv-token', 'jd-isv', 'token');
}

function wechatPay(app: FastifyInstance, sandbox: Sandbox): void {
  type WechatPay = Pay & {
    timeStamp: string;
    nonceStr: string;
    package: string;
    signType: 'RSA';
    paySign: string;
  };
  const shape = {
    user,
    act,
    waitMs,
    timeStamp: line,
    nonceStr: line,
    package: line,
    signType: { const: 'RSA' },
    paySign: line,
  };
  app.post<{ Body: WechatPay }>(
    '/wechat/pay',
    body(shape, ['user', 'timeStamp', 'nonceStr', 'package', 'signType', 'paySign']),
    async ({ body: pay }) => {
      const { wechat, wechatPay: merchant } = sandbox.keys;
      const message = payMessage(wechat.appId, pay.timeStamp, pay.nonceStr, pay.package);
      if (!rsaVerify(message, pay.paySign, merchant.merchant.publicKey))
        return { errMsg: 'requestPayment:fail 支付验证签名失败' };
      const trade = sandbox.trades.findByPrepayId('wechat', pay.package.replace(/^prepay_id=/, ''));
      if (trade && sandbox.now() - trade.prepayAt >= PREPAY_LIFE_MS)
        return { errMsg: 'requestPayment:fail 订单已过期' };
      const outcome = await payOnPhone(sandbox, trade, pay.user, pay.act, pay.waitMs);
      const words = {
        paid: 'ok',
        refused: 'fail cancel',
        undecided: 'fail cancel',
        impossible: 'fail 该订单不能支付',
      };
      return { errMsg: `requestPayment:${words[outcome]}` };
    },
  );
  // Tapping "allow" on the subscription sheet: one message per template.
  app.post<{ Body: { user: string; templateIds: string[] } }>(
    '/wechat/subscribe',
    body({ user, templateIds: { type: 'array', minItems: 1, maxItems: 3, items: line } }, [
      'user',
      'templateIds',
    ]),
    async ({ body: wish }) => {
      const openid = openidOf(sandbox.keys, 'wechat', wish.user);
      for (const templateId of wish.templateIds) {
        const key = subscriptionKey(openid, templateId);
        sandbox.file.state.subscriptions[key] = (sandbox.file.state.subscriptions[key] ?? 0) + 1;
      }
      sandbox.file.touch();
      return Object.fromEntries(wish.templateIds.map((id) => [id, 'accept']));
    },
  );
}

function alipay(app: FastifyInstance, sandbox: Sandbox): void {
  app.post<{ Body: Login }>('/alipay/phone', body({ user, phone }, ['user']), async ({ body: login }) => {
    const { aesKey, platform } = sandbox.keys.alipay;
    const mobile = login.phone ?? persona(login.user).phone;
    const plain = JSON.stringify({ code: '10000', msg: 'Success', mobile });
    const sealed = cbcSeal(Buffer.from(aesKey, 'base64'), Buffer.alloc(16), plain);
    // The signature covers the ciphertext with its double quotes.
    return {
      response: JSON.stringify({ response: sealed, sign: rsaSign(`"${sealed}"`, platform.privateKey) }),
    };
  });
  app.post<{ Body: Pay & { tradeNO: string } }>(
    '/alipay/pay',
    body({ user, act, waitMs, tradeNO: line }, ['user', 'tradeNO']),
    async ({ body: pay }) => {
      const trade = sandbox.trades.findByTradeNo('alipay', pay.tradeNO);
      const outcome = await payOnPhone(sandbox, trade, pay.user, pay.act, pay.waitMs);
      return {
        resultCode: { paid: '9000', refused: '6001', undecided: '8000', impossible: '4000' }[outcome],
      };
    },
  );
}

function jdPay(app: FastifyInstance, sandbox: Sandbox): void {
  app.post<{ Body: Pay & { bankRequest: unknown } }>(
    '/jd/pay',
    body({ user, act, waitMs, bankRequest: {} }, ['user', 'bankRequest']),
    async ({ body: pay }) => {
      const request = isBag(pay.bankRequest) ? pay.bankRequest : {};
      const tradeNo = String(request['tradeNo']);
      const genuine = sameText(String(request['sign']), hmacHex(sandbox.keys.personaSeed, `bank ${tradeNo}`));
      const trade = genuine ? sandbox.trades.findByPrepayId('jd', tradeNo) : null;
      const outcome = await payOnPhone(sandbox, trade, pay.user, pay.act, pay.waitMs);
      return {
        status: { paid: 'success', refused: 'cancel', undecided: 'cancel', impossible: 'fail' }[outcome],
      };
    },
  );
}
