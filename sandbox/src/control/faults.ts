/** Fault orders over the control address. */
import type { FastifyInstance } from 'fastify';
import { exists, FAULT_KINDS, type FaultOrder } from '../faults.js';
import type { Sandbox } from '../sandbox.js';
import { PLATFORMS } from '../state.js';

const orderSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['platform', 'where', 'kind'],
  properties: {
    platform: { enum: [...PLATFORMS, '*'] },
    where: { enum: ['notify', 'api'] },
    kind: { enum: Object.keys(FAULT_KINDS) },
    method: { type: ['string', 'null'], minLength: 1, maxLength: 64 },
    times: { type: ['integer', 'null'], minimum: 1, maximum: 100_000 },
    delayMs: { type: ['integer', 'null'], minimum: 0, maximum: 3_600_000 },
    instead: { type: 'boolean' },
  },
};

export function faultRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  app.get('/faults', async () => sandbox.faults.list());
  app.post<{ Body: Pick<FaultOrder, 'platform' | 'where' | 'kind'> & Partial<FaultOrder> }>(
    '/faults',
    { schema: { body: orderSchema } },
    async ({ body }, reply) => {
      if (!exists(body.kind, body.where, body.platform)) {
        return reply.code(400).send({
          code: 'no-such-fault',
          message: `"${body.kind}" does not exist at "${body.where}" of "${body.platform}"`,
          field: 'kind',
        });
      }
      const { method = null, times = 1, delayMs = null, instead = false } = body;
      return reply.code(201).send(sandbox.faults.add({ ...body, method, times, delayMs, instead }));
    },
  );
  app.delete<{ Querystring: { id?: string } }>(
    '/faults',
    {
      schema: {
        querystring: {
          type: 'object',
          additionalProperties: false,
          properties: { id: { type: 'string', maxLength: 64 } },
        },
      },
    },
    async ({ query }) => ({ cleared: sandbox.faults.clear(query.id) }),
  );
}
