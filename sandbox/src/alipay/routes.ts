/** Routes of `openapi.alipay.com`: under `/alipay`, and at the root because the v3 client takes no base path. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { answerCall, rawBody } from '../answering.js';
import type { Sandbox } from '../sandbox.js';
import { callV2, gatewayV2, type Params, readParams } from './gateway-v2.js';
import { callV3, gatewayV3, methodOfPath } from './gateway-v3.js';
import { OPERATIONS } from './methods.js';

export function alipayRoutes(sandbox: Sandbox) {
  const v2 = gatewayV2(sandbox);
  const v3 = gatewayV3(sandbox);
  const names = (method: string) => [method, OPERATIONS[method] ?? 'unknown'];

  return async (app: FastifyInstance) => {
    for (const base of ['', '/alipay']) {
      app.route({
        method: ['GET', 'POST'],
        url: `${base}/gateway.do`,
        handler: async (request, reply) => {
          const params = tryParams(request);
          return answerCall(sandbox, v2, names(params['method'] ?? ''), request, reply, (call) =>
            callV2(sandbox, params, call),
          );
        },
      });
      app.route({
        method: ['GET', 'POST'],
        url: `${base}/v3/alipay/*`,
        handler: async (request, reply) =>
          answerCall(sandbox, v3, names(methodOfPath(request)), request, reply, (call) =>
            callV3(sandbox, call),
          ),
      });
    }
  };
}

/** Doubled parameters leave nothing to act on: the call then fails as one without any. */
function tryParams(request: FastifyRequest): Params {
  try {
    return readParams(request, rawBody(request));
  } catch {
    return {};
  }
}
