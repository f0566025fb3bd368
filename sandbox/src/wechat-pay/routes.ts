/** Routes of `api.mch.weixin.qq.com`, under `/wechat-pay`. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type Answer, answerCall, type Call } from '../answering.js';
import { disguised } from '../faults.js';
import type { Bag } from '../fields.js';
import type { Sandbox } from '../sandbox.js';
import type { Trade } from '../state.js';
import { BillDesk } from './bill.js';
import { closeOrder, orderNotFound, requireMerchant, transaction } from './orders.js';
import { prepay } from './prepay.js';
import { jsonAnswer, PayRefusal, payGateway, readBody, refusalAnswer, verifyRequest } from './protocol.js';
import { queryRefund, refund } from './refunds.js';

export function wechatPayRoutes(sandbox: Sandbox) {
  const gateway = payGateway(sandbox);
  const bills = new BillDesk(sandbox);

  /** Verifies, acts, and words refusals; nothing acts on an unsigned request. */
  const checked =
    (act: (call: Call) => Answer) =>
    (call: Call): Answer => {
      try {
        verifyRequest(sandbox, call.request, call.raw);
        requireHeaders(call.request);
        return act(call);
      } catch (error) {
        return refusalAnswer(error);
      }
    };

  return async (app: FastifyInstance) => {
    const route = (method: 'GET' | 'POST', url: string, names: string[], act: (call: Call) => Answer) =>
      app.route({
        method,
        url,
        handler: (request, reply) => answerCall(sandbox, gateway, names, request, reply, checked(act)),
      });

    route('POST', '/v3/pay/transactions/jsapi', ['prepay', 'jsapi'], ({ raw }) =>
      jsonAnswer(200, prepay(sandbox, readBody(raw))),
    );
    route('GET', '/v3/pay/transactions/out-trade-no/:no', ['query'], (call) =>
      tellTrade(sandbox, call, sandbox.trades.find('wechat', param(call.request, 'no'))),
    );
    route('GET', '/v3/pay/transactions/id/:no', ['query'], (call) =>
      tellTrade(sandbox, call, sandbox.trades.findByTradeNo('wechat', param(call.request, 'no'))),
    );
    route('POST', '/v3/pay/transactions/out-trade-no/:no/close', ['close'], ({ request, raw }) => {
      closeOrder(sandbox, param(request, 'no'), readBody(raw));
      return { status: 204, body: '', headers: {} };
    });
    route('POST', '/v3/refund/domestic/refunds', ['refund'], ({ raw, as }) =>
      jsonAnswer(200, refund(sandbox, readBody(raw), as === 'refund-fails')),
    );
    route('GET', '/v3/refund/domestic/refunds/:no', ['refund-query'], ({ request }) =>
      jsonAnswer(200, queryRefund(sandbox, param(request, 'no'))),
    );
    route('GET', '/v3/bill/tradebill', ['bill', 'tradebill'], ({ request }) =>
      jsonAnswer(200, bills.offer(request.query as Bag)),
    );
    route('GET', '/v3/billdownload/file', ['bill-file', 'billdownload'], ({ request }) =>
      bills.download((request.query as Bag)['token']),
    );
    app.setNotFoundHandler((request, reply) =>
      answerCall(
        sandbox,
        gateway,
        ['unknown'],
        request,
        reply,
        checked(() => {
          throw new PayRefusal(404, 'RESOURCE_NOT_EXISTS', '接口不存在，或本地网关没有实现'); // [U]
        }),
      ),
    );
  };
}

const param = (request: FastifyRequest, name: string) => String((request.params as Bag)[name] ?? '');

function tellTrade(sandbox: Sandbox, { request, as }: Call, trade: Trade | null): Answer {
  requireMerchant(sandbox, (request.query as Bag)['mchid']);
  if (!trade) throw orderNotFound();
  return jsonAnswer(200, transaction(disguised(trade, as)));
}

/** APIv3 refuses calls that do not say what they accept and who they are. */
function requireHeaders({ headers, method }: FastifyRequest): void {
  if (!/application\/json|\*\/\*/.test(headers.accept ?? ''))
    throw new PayRefusal(400, 'PARAM_ERROR', 'Http 头 Accept 缺失或不正确');
  if (!headers['user-agent']) throw new PayRefusal(400, 'PARAM_ERROR', 'Http 头 User-Agent 缺失');
  if (method === 'POST' && !(headers['content-type'] ?? '').startsWith('application/json')) {
    throw new PayRefusal(415, 'PARAM_ERROR', 'Http 头 Content-Type 必须是 application/json'); // [U]
  }
}
