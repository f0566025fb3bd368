/** The server as an object: made, opened and closed by main.ts and by the tests alike. */
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import compress from '@fastify/compress';
import helmet from '@fastify/helmet';
import fastifyStatic from '@fastify/static';
import type { Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import { DemoFill } from './demo/demo-fill.js';
import { readConfig, type Config } from './platform/config.js';
import { validationPipe } from './platform/http/validation.js';
import { JsonLogger } from './platform/log.js';
import { PlatformModule } from './platform/platform.module.js';

const BODY_LIMIT = 64 * 1024;
const RAW_NOTIFY = 'application/x-notify';
const ROOT = join(import.meta.dirname, '..', '..');

export interface RunningServer {
  app: NestFastifyApplication;
  /** Opens the port (0 = any free one) and says where. */
  listen(): Promise<string>;
  close(): Promise<void>;
  get<T>(token: Type<T> | symbol): T;
}

function makeAdapter(): FastifyAdapter {
  return new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    trustProxy: 'loopback',
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: 200 },
  });
}

/**
 * Alipay posts forms, WeChat Pay and JD post JSON: a notify must be verified, and refused, over the bytes as
 * they came. Below /notify/ nothing is parsed, whatever the message calls itself.
 */
function keepRawNotifies(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onRequest', (request, _reply, done) => {
    if (request.url.startsWith('/notify/')) request.headers['content-type'] = RAW_NOTIFY;
    done();
  });
  fastify.addContentTypeParser(
    RAW_NOTIFY,
    { parseAs: 'buffer', bodyLimit: BODY_LIMIT },
    (_request: unknown, body: Buffer, done: (error: Error | null, body?: unknown) => void): void =>
      done(null, body),
  );
}

/** The built apps and the pictures, from the same origin as the API; `/admin` leads to `/admin/`. */
async function serveFiles(app: NestFastifyApplication): Promise<void> {
  const folders: [string, string, string][] = [
    ['/media', join(ROOT, 'server', 'media'), 'public, max-age=86400'],
    ['/consumer', join(ROOT, 'miniapp', 'dist', 'consumer', 'h5'), 'no-cache'],
    ['/clerk', join(ROOT, 'miniapp', 'dist', 'clerk', 'h5'), 'no-cache'],
    ['/admin', join(ROOT, 'admin', 'dist'), 'no-cache'],
  ];
  const fastify = app.getHttpAdapter().getInstance();
  let first = true;
  for (const [prefix, root, cacheControl] of folders) {
    await fastify.register(fastifyStatic, {
      root,
      prefix,
      decorateReply: first,
      redirect: true,
      index: 'index.html',
      cacheControl: false,
      setHeaders: (reply) => void reply.header('cache-control', cacheControl),
    });
    first = false;
  }
}

/** Throws ConfigError or the database's own error; whoever starts the server puts it into one line. */
export async function createServer(config: Config = readConfig(process.env)): Promise<RunningServer> {
  const house = { module: AppModule, imports: [PlatformModule.with(config)] };
  const app = await NestFactory.create<NestFastifyApplication>(house, makeAdapter(), {
    logger: new JsonLogger(),
    rawBody: true,
    bodyParser: true,
    abortOnError: false,
  });
  app.useGlobalPipes(validationPipe());
  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", "'unsafe-inline'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        connectSrc: ["'self'", ...(config.sandboxUrl ? [config.sandboxUrl] : [])],
        upgradeInsecureRequests: null,
      },
    },
    hsts: config.mode === 'production',
  });
  await app.register(compress, { threshold: 2_048, encodings: ['gzip', 'deflate'] });
  await serveFiles(app);
  keepRawNotifies(app);
  await app.init();
  if (config.mode === 'preview')
    await app.get(DemoFill, { strict: false }).fillIfEmpty((line) => console.log(line));
  return {
    app,
    listen: async () => {
      await app.listen(config.port, '127.0.0.1');
      return app.getUrl();
    },
    close: () => app.close(),
    get: (token) => app.get(token, { strict: false }),
  };
}
