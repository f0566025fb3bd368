/** Routes of `openapi.duolabao.com`, under `/jd-pay`. */
import type { FastifyInstance } from 'fastify';
import { answerCall, type Call } from '../answering.js';
import { disguised } from '../faults.js';
import type { Bag } from '../fields.js';
import type { Sandbox } from '../sandbox.js';
import { createPay, endOrder, namedOrder, orderView } from './orders.js';
import { jdFailure, jdJson, jdPayGateway, readJdBody, verifyRequest } from './protocol.js';
import { queryRefundOrder, refundOrder } from './refunds.js';

export function jdPayRoutes(sandbox: Sandbox) {
  return async (app: FastifyInstance) => {
    const route = (path: string, operation: string, act: (body: Bag, call: Call) => Bag) =>
      app.post(path, (request, reply) =>
        answerCall(sandbox, jdPayGateway, [operation, path.slice('/api/'.length)], request, reply, (call) => {
          try {
            verifyRequest(sandbox, request, call.raw);
            return jdJson(200, act(readJdBody(call.raw), call));
          } catch (error) {
            return jdFailure(error);
          }
        }),
      );

    route('/api/createPayWithCheck', 'prepay', (body) => createPay(sandbox, body));
    route('/api/queryOrderByRequestNum', 'query', (body, { as }) =>
      orderView(disguised(namedOrder(sandbox, body), as)),
    );
    route('/api/close', 'close', (body) => endOrder(sandbox, body));
    route('/api/cancel', 'cancel', (body) => endOrder(sandbox, body));
    route('/api/refundByRequestNum', 'refund', (body, { as }) =>
      refundOrder(sandbox, body, as === 'refund-fails'),
    );
    route('/api/queryRefundOrderByRequestNum', 'refund-query', (body) => queryRefundOrder(sandbox, body));
  };
}
