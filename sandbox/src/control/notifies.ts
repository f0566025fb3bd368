/** Sent notifies, and sending one again or making one up. */
import type { FastifyInstance } from 'fastify';
import { exists, FAULT_KINDS, type FaultKind } from '../faults.js';
import { isImpostor } from '../notifier.js';
import type { Sandbox } from '../sandbox.js';
import { type Notify, type Platform, PLATFORMS } from '../state.js';
import { notifyView } from './views.js';

const SPOILT = (Object.keys(FAULT_KINDS) as FaultKind[]).filter(isImpostor);

interface Resend {
  id?: string;
  platform?: Platform;
  outTradeNo?: string;
  as?: 'fresh' | 'replay' | FaultKind;
}

const schema = {
  body: {
    type: 'object',
    additionalProperties: false,
    properties: {
      id: { type: 'string', maxLength: 64 },
      platform: { enum: PLATFORMS },
      outTradeNo: { type: 'string', maxLength: 64 },
      as: { enum: ['fresh', 'replay', ...SPOILT] },
    },
    oneOf: [
      { required: ['id'], not: { required: ['outTradeNo'] } },
      { required: ['platform', 'outTradeNo'] },
    ],
  },
};

export function notifyRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  app.get<{ Querystring: { outTradeNo?: string } }>(
    '/notifies',
    {
      schema: {
        querystring: {
          type: 'object',
          additionalProperties: false,
          properties: { outTradeNo: { type: 'string', maxLength: 64 } },
        },
      },
    },
    async ({ query }) =>
      sandbox.file.state.notifies
        .filter(({ outTradeNo }) => !query.outTradeNo || outTradeNo === query.outTradeNo)
        .slice(-500)
        .reverse()
        .map(notifyView),
  );

  /**
   * `{id, as: 'fresh' | 'replay'}` sends a known notify again, signed anew or as the same bytes;
   * `{platform, outTradeNo, as: 'forged' …}` makes up a spoilt payment notify, also for a trade nobody paid.
   */
  app.post<{ Body: Resend }>('/notifies/resend', { schema }, async ({ body }, reply) => {
    const refuse = (status: number, code: string, message: string) =>
      reply.code(status).send({ code, message });
    const as = body.as ?? 'fresh';
    if (body.id !== undefined) {
      const notify = sandbox.notifier.find(body.id);
      if (!notify) return refuse(404, 'no-notify', 'no such notify');
      if (as !== 'fresh' && as !== 'replay')
        return refuse(400, 'not-for-id', `"${as}" needs platform and outTradeNo`);
      if (as === 'replay' && !sandbox.notifier.canReplay(notify))
        return refuse(409, 'not-kept', 'its bytes are not kept since the last start');
      return notifyView(await sandbox.notifier.resend(notify, as));
    }
    const { platform = 'wechat', outTradeNo = '' } = body;
    const trade = sandbox.trades.find(platform, outTradeNo);
    if (!trade) return refuse(404, 'no-trade', 'no such trade');
    if (as === 'fresh' || as === 'replay') {
      const last = lastPaid(sandbox, platform, outTradeNo);
      return last
        ? notifyView(await sandbox.notifier.resend(last, as))
        : refuse(409, 'no-notify', 'this trade has no payment notify yet');
    }
    if (!exists(as, 'notify', platform))
      return refuse(400, 'no-such-fault', `"${as}" does not exist on ${platform}`);
    const sent = await sandbox.notifier.impersonate(trade, 'paid', null, { kind: as, delayMs: null });
    return sent ? notifyView(sent) : refuse(409, 'no-url', 'this trade has no notify address');
  });
}

function lastPaid(sandbox: Sandbox, platform: Platform, outTradeNo: string): Notify | undefined {
  return sandbox.file.state.notifies.findLast(
    (each) =>
      each.platform === platform &&
      each.outTradeNo === outTradeNo &&
      each.event === 'paid' &&
      !each.faults.some((kind) => isImpostor(kind as FaultKind)),
  );
}
