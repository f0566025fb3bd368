/** Routes of `api.weixin.qq.com`, under `/wechat`. */
import type { FastifyInstance } from 'fastify';
import { type Answer, answerCall, type Call } from '../answering.js';
import type { Bag } from '../fields.js';
import type { Sandbox } from '../sandbox.js';
import { codeImage } from './code-image.js';
import { codeToSession, phoneNumber } from './login.js';
import { readWechatBody, wechatFailure, wechatGateway, wechatJson, WechatRefusal } from './protocol.js';
import { uploadShipping } from './shipping.js';
import { sendSubscribeMessage } from './subscribe.js';
import { TokenDesk } from './tokens.js';

export function wechatRoutes(sandbox: Sandbox) {
  const tokens = new TokenDesk(sandbox);
  const query = (call: Call) => call.request.query as Bag;
  const worded =
    (act: (call: Call) => Answer) =>
    (call: Call): Answer => {
      try {
        return act(call);
      } catch (error) {
        if (error instanceof WechatRefusal) return wechatFailure(error.errcode, error.errmsg);
        throw error;
      }
    };
  /** Routes that need an access token. */
  const withToken =
    (act: (body: Bag) => Answer) =>
    (call: Call): Answer => {
      tokens.require(query(call));
      return act(readWechatBody(call.raw));
    };

  return async (app: FastifyInstance) => {
    const route = (method: 'GET' | 'POST', url: string, names: string[], act: (call: Call) => Answer) =>
      app.route({
        method,
        url,
        handler: (request, reply) => answerCall(sandbox, wechatGateway, names, request, reply, worded(act)),
      });

    route('GET', '/sns/jscode2session', ['login', 'jscode2session'], (call) =>
      wechatJson(codeToSession(sandbox, query(call))),
    );
    route('POST', '/cgi-bin/stable_token', ['token', 'stable_token'], ({ raw }) =>
      wechatJson(tokens.issue(readWechatBody(raw))),
    );
    route(
      'POST',
      '/wxa/business/getuserphonenumber',
      ['phone', 'getuserphonenumber'],
      withToken((body) => wechatJson(phoneNumber(sandbox, body))),
    );
    route(
      'POST',
      '/wxa/getwxacodeunlimit',
      ['code-image', 'getwxacodeunlimit'],
      withToken((body) => ({ status: 200, body: codeImage(body), headers: { 'content-type': 'image/png' } })),
    );
    route(
      'POST',
      '/cgi-bin/message/subscribe/send',
      ['message', 'subscribe/send'],
      withToken((body) => wechatJson(sendSubscribeMessage(sandbox, body))),
    );
    route(
      'POST',
      '/wxa/sec/order/upload_shipping_info',
      ['shipping', 'upload_shipping_info'],
      withToken((body) => wechatJson(uploadShipping(sandbox, body))),
    );
    app.setNotFoundHandler((_request, reply) =>
      reply.code(404).send(wechatFailure(-1, 'no such api here').body),
    );
  };
}
