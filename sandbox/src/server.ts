/** Starts the stand-ins of all platforms in one process on one port of this machine. */
import fastify, { type FastifyError, type FastifyInstance, type FastifyRequest } from 'fastify';
import { alipayCourier } from './alipay/notifies.js';
import { alipayRoutes } from './alipay/routes.js';
import { CodeBook, NonceBook } from './codes.js';
import { type Credentials, credentials } from './control/credentials.js';
import { controlRoutes } from './control/routes.js';
import { forgetfulFolder, openDataFolder } from './data-folder.js';
import { deviceRoutes } from './device/routes.js';
import { FaultBook } from './faults.js';
import { jdRoutes } from './jd/routes.js';
import { jdPayCourier } from './jd-pay/notifies.js';
import { jdPayRoutes } from './jd-pay/routes.js';
import { openKeys } from './keys.js';
import { Notifier } from './notifier.js';
import type { Sandbox } from './sandbox.js';
import { smsRoutes } from './sms/routes.js';
import { openState } from './state.js';
import { TradeBook } from './trades.js';
import { wechatRoutes } from './wechat/routes.js';
import { wechatCourier } from './wechat-pay/notifies.js';
import { wechatPayRoutes } from './wechat-pay/routes.js';

export interface SandboxOptions {
  /** 0 takes any free port. */ port: number;
  /** Where keys and trades stay over restarts; without it nothing is kept. */ dataDir?: string;
  /** Notify schedules and refund spacing run this many times faster than the platforms' (default 60). */ speedUp?: number;
  /** How long a refund stays in process (default 400 ms). */ refundSettleMs?: number;
  /** How long the payment sheet waits for a person at act `hold` (default 120 s). */ holdMs?: number;
  /** By what Alipay names people to this app (default `open_id`). */ alipayIds?: 'open_id' | 'user_id';
  /** The platforms' clock (default: this machine's). */ now?: () => number;
}

export interface RunningSandbox {
  url: string;
  credentials: Credentials;
  close(): Promise<void>;
}

const BODY_LIMIT = 64 * 1024;
const SWEEP_MS = 1_000;

export async function startSandbox(options: SandboxOptions): Promise<RunningSandbox> {
  const sandbox = await openSandbox(options);
  const app = buildApp(sandbox);
  sandbox.url = await app.listen({ host: '127.0.0.1', port: options.port });
  sandbox.notifier.resume();
  const sweeping = setInterval(() => sandbox.trades.sweep(), SWEEP_MS).unref();
  return {
    url: sandbox.url,
    credentials: credentials(sandbox),
    async close() {
      clearInterval(sweeping);
      sandbox.trades.stop();
      sandbox.notifier.stop();
      await app.close();
      sandbox.file.close();
    },
  };
}

async function openSandbox(options: SandboxOptions): Promise<Sandbox> {
  const folder = options.dataDir ? openDataFolder(options.dataDir) : forgetfulFolder();
  const keys = await openKeys(folder);
  const file = openState(folder);
  const clock = { offsetMs: 0 };
  const machineNow = options.now ?? Date.now;
  const now = () => machineNow() + clock.offsetMs;
  const compressed = (ms: number) => Math.max(1, Math.round(ms / (options.speedUp ?? 60)));
  const faults = new FaultBook();
  const trades = new TradeBook(file, now);
  const settings = {
    refundSettleMs: options.refundSettleMs ?? 400,
    holdMs: options.holdMs ?? 120_000,
    alipayIds: options.alipayIds ?? ('open_id' as const),
  };
  const codes = new CodeBook(file, now);
  const nonces = new NonceBook(now);
  // The couriers read the sandbox and the notifier holds the couriers: the getter closes the ring.
  const sandbox: Sandbox = {
    keys,
    file,
    trades,
    faults,
    codes,
    nonces,
    now,
    clock,
    compressed,
    settings,
    url: '',
    get notifier() {
      return notifier;
    },
  };
  const couriers = {
    wechat: wechatCourier(sandbox),
    alipay: alipayCourier(sandbox),
    jd: jdPayCourier(sandbox),
  };
  const notifier = new Notifier(file, couriers, faults, now, compressed);
  trades.listen((event) => notifier.announce(event));
  return sandbox;
}

function buildApp(sandbox: Sandbox): FastifyInstance {
  const app = fastify({
    bodyLimit: BODY_LIMIT,
    forceCloseConnections: true,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 128 },
    ajv: { customOptions: { removeAdditional: false, coerceTypes: false, allowUnionTypes: true } },
  });
  app.addHook('onRequest', async (request, reply) => {
    if (!isLocal(request))
      await reply.code(403).send({ code: 'not-local', message: 'the sandbox serves this machine only' });
  });
  app.setNotFoundHandler((_request, reply) =>
    reply.code(404).send({ code: 'not-found', message: 'nothing here; /control is the page for a person' }),
  );
  app.setErrorHandler((error: FastifyError, _request, reply) => {
    const status = error.statusCode && error.statusCode < 500 ? error.statusCode : 500;
    if (status === 500) process.stderr.write(`sandbox: ${error.stack ?? error.message}\n`);
    const first = error.validation?.[0];
    const field = first ? `${error.validationContext ?? 'body'}${first.instancePath}` : undefined;
    const unknown = first?.params?.['additionalProperty'];
    const message = unknown ? `unknown field "${String(unknown)}"` : error.message;
    return reply.code(status).send({
      code: first ? 'bad-request' : status === 500 ? 'internal' : (error.code ?? 'refused'),
      message: status === 500 ? 'internal error' : message,
      field,
    });
  });
  for (const [prefix, routes] of [
    ['/wechat', wechatRoutes(sandbox)],
    ['/wechat-pay', wechatPayRoutes(sandbox)],
    ['', alipayRoutes(sandbox)],
    ['/jd', jdRoutes(sandbox)],
    ['/jd-pay', jdPayRoutes(sandbox)],
  ] as const) {
    void app.register(
      async (scope) => {
        // Signatures cover bytes, so the platforms' routes see bytes.
        scope.removeAllContentTypeParsers();
        scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
        await routes(scope);
      },
      { prefix },
    );
  }
  void app.register(smsRoutes(sandbox), { prefix: '/sms' });
  void app.register(
    async (scope) => {
      openToPreviews(scope);
      await deviceRoutes(sandbox)(scope);
    },
    { prefix: '/device' },
  );
  void app.register(controlRoutes(sandbox), { prefix: '/control' });
  return app;
}

const LOCAL_HOST = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;
const LOCAL_ORIGIN = /^http:\/\/(127\.0\.0\.1|localhost)(:\d+)?$/;

/** A page of another site must not reach the keys, neither by its own name for this address nor by a form. */
function isLocal({ headers }: FastifyRequest): boolean {
  return (
    LOCAL_HOST.test(headers.host ?? '') && (headers.origin === undefined || LOCAL_ORIGIN.test(headers.origin))
  );
}

/** CORS for the previews that this machine serves. */
function openToPreviews(scope: FastifyInstance): void {
  scope.addHook('onRequest', async (request, reply) => {
    const { origin } = request.headers;
    if (!origin) return;
    reply.headers({
      'access-control-allow-origin': origin,
      vary: 'origin',
      'access-control-allow-methods': 'GET, POST',
      'access-control-allow-headers': 'content-type',
      'access-control-max-age': '600',
    });
  });
  scope.options('/*', async (_request, reply) => reply.code(204).send());
}
