/** The control address: credentials, trades to act on, notifies to look at, the clock. */
import type { FastifyInstance } from 'fastify';
import type { Sandbox } from '../sandbox.js';
import type { Act, Platform } from '../state.js';
import { PLATFORMS } from '../state.js';
import { credentials } from './credentials.js';
import { faultRoutes } from './faults.js';
import { notifyRoutes } from './notifies.js';
import { pageRoutes } from './page.js';
import { tradeView } from './views.js';

const DAY_MS = 86_400_000;

const shape = (properties: Record<string, unknown>, required = Object.keys(properties)) => ({
  type: 'object',
  additionalProperties: false,
  required,
  properties,
});

export function controlRoutes(sandbox: Sandbox) {
  return async (app: FastifyInstance) => {
    pageRoutes(app);
    faultRoutes(app, sandbox);
    notifyRoutes(app, sandbox);
    tradeRoutes(app, sandbox);
    app.get('/credentials', async () => credentials(sandbox));
    app.get('/messages', async () => sandbox.file.state.messages.toReversed());
    app.get('/state', async () => ({
      defaultAct: sandbox.file.state.defaultAct,
      clockOffsetMs: sandbox.clock.offsetMs,
    }));
    app.post<{ Body: { act: Act } }>(
      '/default-act',
      { schema: { body: shape({ act: { enum: ['pay', 'refuse', 'hold'] } }) } },
      async ({ body }) => {
        sandbox.file.state.defaultAct = body.act;
        sandbox.file.touch();
        return { defaultAct: body.act };
      },
    );
    // The platforms' clock against the machine's: for expiries, and for a merchant whose clock is wrong.
    app.post<{ Body: { offsetMs: number } }>(
      '/clock',
      {
        schema: {
          body: shape({ offsetMs: { type: 'integer', minimum: -400 * DAY_MS, maximum: 400 * DAY_MS } }),
        },
      },
      async ({ body }) => {
        sandbox.clock.offsetMs = body.offsetMs;
        sandbox.trades.sweep();
        return { offsetMs: body.offsetMs, now: new Date(sandbox.now()).toISOString() };
      },
    );
  };
}

function tradeRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  app.get<{ Querystring: { limit: number } }>(
    '/trades',
    { schema: { querystring: shape({ limit: { type: 'string', pattern: '^[1-9][0-9]{0,3}$' } }, []) } },
    async ({ query }) =>
      sandbox.trades
        .list()
        .slice(0, Number(query.limit ?? 200))
        .map((trade) => tradeView(sandbox, trade)),
  );
  const named = shape({ platform: { enum: PLATFORMS }, outTradeNo: { type: 'string', maxLength: 64 } });
  app.get<{ Params: { platform: Platform; outTradeNo: string } }>(
    '/trades/:platform/:outTradeNo',
    { schema: { params: named } },
    async ({ params }, reply) => {
      const trade = sandbox.trades.find(params.platform, params.outTradeNo);
      return trade
        ? tradeView(sandbox, trade)
        : reply.code(404).send({ code: 'no-trade', message: 'no such trade' });
    },
  );
  app.post<{
    Params: { platform: Platform; outTradeNo: string };
    Body: { act: 'pay' | 'refuse' | 'pay-after-close' };
  }>(
    '/trades/:platform/:outTradeNo/act',
    { schema: { params: named, body: shape({ act: { enum: ['pay', 'refuse', 'pay-after-close'] } }) } },
    async ({ params, body }, reply) => {
      const { trades } = sandbox;
      const trade = trades.find(params.platform, params.outTradeNo);
      if (!trade) return reply.code(404).send({ code: 'no-trade', message: 'no such trade' });
      const done = {
        pay: () => trades.pay(trade),
        refuse: () => trades.refuse(trade),
        'pay-after-close': () => trades.payLate(trade),
      }[body.act]();
      return done
        ? tradeView(sandbox, trade)
        : reply
            .code(409)
            .send({ code: 'wrong-state', message: `a ${trade.state} trade does not take "${body.act}"` });
    },
  );
}
