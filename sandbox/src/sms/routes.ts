/** A short-message provider behind the project's own small port: takes a code, and the phone can read it. */
import type { FastifyInstance } from 'fastify';
import { sameText } from '../crypto.js';
import { PHONE_PATTERN } from '../personas.js';
import type { Sandbox } from '../sandbox.js';

const KEPT = 500;

interface Message {
  phone: string;
  templateId: string;
  params: { code: string };
}

const schema = {
  body: {
    type: 'object',
    additionalProperties: false,
    required: ['phone', 'templateId', 'params'],
    properties: {
      phone: { type: 'string', pattern: PHONE_PATTERN },
      templateId: { type: 'string', minLength: 1, maxLength: 64 },
      params: {
        type: 'object',
        additionalProperties: false,
        required: ['code'],
        properties: { code: { type: 'string', pattern: '^[0-9]{4,8}$' } },
      },
    },
  },
};

export function smsRoutes(sandbox: Sandbox) {
  return async (app: FastifyInstance) => {
    // Merchants that hold the base without `/sms` reach the same place.
    for (const path of ['/send', '/sms/send'])
      app.post<{ Body: Message }>(path, { schema }, async (request, reply) => {
        if (!sameText(request.headers.authorization ?? '', `Bearer ${sandbox.keys.sms.token}`)) {
          return reply.code(401).send({ code: 'unauthorized', message: 'the bearer token is wrong' });
        }
        const { phone, templateId, params } = request.body;
        const { sms } = sandbox.file.state;
        sms.push({ phone, code: params.code, templateId, at: sandbox.now() });
        if (sms.length > KEPT) sms.shift();
        sandbox.file.touch();
        return { accepted: true };
      });
  };
}
