/** A sandbox of its own, a listener for its notifies, and the real SDKs as its merchant. */
import { createDecipheriv, createVerify, randomUUID } from 'node:crypto';
import { copyFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { AlipaySdk } from 'alipay-sdk';
import WxPay from 'wechatpay-node-v3';
import { tempFolder } from './temp-folder.js';
import { type RunningSandbox, type SandboxOptions, startSandbox } from '../src/server.js';

/** Answers of other programs: the tests look at what matters, and a wrong guess fails them. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Json = any;

export interface Heard {
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
  at: number;
}

export interface World {
  sandbox: RunningSandbox;
  heard: Heard[];
  notifyUrl: string;
  /** What the merchant answers; tests change it. */
  answer: { status: number; body: string };
  /** Resolves with the notifies heard so far once there are at least `count`. */
  hear(count: number, withinMs?: number): Promise<Heard[]>;
  post(path: string, body: unknown): Promise<{ status: number; json: Record<string, Json> }>;
  get(path: string): Promise<Json>;
  fault(order: Record<string, unknown>): Promise<void>;
  /** Before each test: no faults, an accepting merchant, and a notify address that no earlier notify knows. */
  reset(): Promise<void>;
  close(): Promise<void>;
  /** For tests that close the sandbox themselves. */
  closeListener(): Promise<void>;
}

export async function openWorld(options: Partial<SandboxOptions> = {}): Promise<World> {
  const heard: Heard[] = [];
  const answer = { status: 200, body: 'success' };
  let round = 0;
  const listener = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      if (request.url === `/notify/${round}`)
        heard.push({
          path: request.url ?? '',
          headers: request.headers,
          body: Buffer.concat(chunks).toString('utf8'),
          at: Date.now(),
        });
      response.writeHead(answer.status).end(answer.body);
    });
  });
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const folder = tempFolder();
  const keys = process.env['SANDBOX_TEST_KEYS'];
  if (keys) copyFileSync(join(keys, 'keys.json'), join(folder.path, 'keys.json'));
  const sandbox = await startSandbox({ port: 0, refundSettleMs: 50, dataDir: folder.path, ...options });
  const call = async (method: string, path: string, body?: unknown) => {
    const response = await fetch(sandbox.url + path, {
      method,
      headers: body === undefined ? {} : { 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    return { status: response.status, json: (await response.json()) as Record<string, Json> };
  };
  const closeListener = async () => {
    folder.remove();
    listener.closeAllConnections();
    await new Promise((resolve) => listener.close(resolve));
  };
  return {
    sandbox,
    heard,
    answer,
    get notifyUrl() {
      return `http://127.0.0.1:${(listener.address() as AddressInfo).port}/notify/${round}`;
    },
    async hear(count, withinMs = 6_000) {
      const until = Date.now() + withinMs;
      while (heard.length < count && Date.now() < until)
        await new Promise((resolve) => setTimeout(resolve, 15));
      return heard;
    },
    post: (path, body) => call('POST', path, body),
    get: async (path) => (await call('GET', path)).json,
    async fault(order) {
      const { status, json } = await call('POST', '/control/faults', order);
      if (status !== 201) throw new Error(JSON.stringify(json));
    },
    async reset() {
      round += 1;
      heard.length = 0;
      Object.assign(answer, { status: 200, body: 'success' });
      await fetch(`${sandbox.url}/control/faults`, { method: 'DELETE' });
      await call('POST', '/control/clock', { offsetMs: 0 });
    },
    async close() {
      await sandbox.close();
      await closeListener();
    },
    closeListener,
  };
}

export const newNumber = () => randomUUID().replaceAll('-', '');

export interface PayReply {
  status: number;
  headers: Headers;
  text: string;
  json: Json;
}

/** The WeChat Pay SDK with a transport that goes to the sandbox and keeps raw answers for the tests. */
export function wechatMerchant(world: World, overrides: Record<string, unknown> = {}) {
  const { credentials: env } = world.sandbox;
  const replies: PayReply[] = [];
  const pay = new WxPay({
    appid: env['WECHAT_APP_ID']!,
    mchid: env['WECHAT_PAY_MCH_ID']!,
    serial_no: env['WECHAT_PAY_MCH_SERIAL']!,
    publicKey: Buffer.from(env['WECHAT_PAY_MCH_CERT']!),
    privateKey: Buffer.from(env['WECHAT_PAY_MCH_PRIVATE_KEY']!),
    key: env['WECHAT_PAY_API_V3_KEY']!,
    ...overrides,
  } as Json);
  const wanted = Object.keys(JSON.parse(env['WECHAT_PAY_PUBLIC_KEYS']!) as object).find((id) =>
    id.startsWith('PUB_KEY_ID_'),
  )!;
  const send = async (method: string, url: string, headers: Record<string, string>, params?: unknown) => {
    const target = url.replace('https://api.mch.weixin.qq.com', env['WECHAT_PAY_BASE']!);
    const { 'Accept-Encoding': _gzip, ...plain } = headers;
    const response = await fetch(target, {
      method,
      headers: { ...plain, 'Content-Type': 'application/json', 'Wechatpay-Serial': wanted },
      body: params === undefined ? undefined : JSON.stringify(params),
    });
    const text = await response.text();
    let json: Json = null;
    try {
      json = JSON.parse(text);
    } catch {
      // an empty answer
    }
    replies.push({ status: response.status, headers: response.headers, text, json });
    return response.ok
      ? { status: response.status, data: json }
      : { status: response.status, error: text, errRaw: json };
  };
  pay.createHttp({
    get: (url: string, headers: Json) => send('GET', url, headers),
    post: (url: string, params: Json, headers: Json) => send('POST', url, headers, params),
    upload: async () => ({ status: 500 }),
  } as Json);
  return { pay, replies, last: () => replies.at(-1)! };
}

export function alipayMerchant(world: World, overrides: Record<string, unknown> = {}): AlipaySdk {
  const { credentials: env } = world.sandbox;
  return new AlipaySdk({
    appId: env['ALIPAY_APP_ID']!,
    privateKey: env['ALIPAY_PRIVATE_KEY']!,
    keyType: 'PKCS8',
    alipayPublicKey: env['ALIPAY_PUBLIC_KEY']!,
    encryptKey: env['ALIPAY_AES_KEY']!,
    gateway: env['ALIPAY_GATEWAY']!,
    endpoint: env['ALIPAY_ENDPOINT']!,
    timeout: 3_000,
    ...overrides,
  });
}

/** The three-line check every WeChat Pay message must pass, with the key that its serial names. */
export function wechatSigned(world: World, headers: (name: string) => string, body: string): boolean {
  const keys = JSON.parse(world.sandbox.credentials['WECHAT_PAY_PUBLIC_KEYS']!) as Record<string, string>;
  const key = keys[headers('wechatpay-serial')];
  if (!key) return false;
  const message = `${headers('wechatpay-timestamp')}\n${headers('wechatpay-nonce')}\n${body}\n`;
  return createVerify('RSA-SHA256').update(message).verify(key, headers('wechatpay-signature'), 'base64');
}

export const heardHeader = (heard: Heard) => (name: string) => String(heard.headers[name]);

/** Decrypts a notify's resource with the tag checked. */
export function openResource(world: World, body: string): Record<string, Json> {
  const { resource } = JSON.parse(body) as { resource: Record<string, string> };
  const bytes = Buffer.from(resource['ciphertext']!, 'base64');
  const key = Buffer.from(world.sandbox.credentials['WECHAT_PAY_API_V3_KEY']!);
  const cipher = createDecipheriv('aes-256-gcm', key, Buffer.from(resource['nonce']!), { authTagLength: 16 });
  cipher.setAuthTag(bytes.subarray(-16));
  cipher.setAAD(Buffer.from(resource['associated_data'] ?? ''));
  const plain = Buffer.concat([cipher.update(bytes.subarray(0, -16)), cipher.final()]);
  return JSON.parse(plain.toString('utf8')) as Record<string, Json>;
}

/** Logs a person in on WeChat and gives the openid. */
export async function wechatOpenid(world: World, user = 'lin'): Promise<string> {
  const { json } = await world.post('/device/wechat/login', { user });
  const env = world.sandbox.credentials;
  const query = new URLSearchParams({
    appid: env['WECHAT_APP_ID']!,
    secret: env['WECHAT_APP_SECRET']!,
    js_code: json['code'],
    grant_type: 'authorization_code',
  });
  return (await world.get(`/wechat/sns/jscode2session?${query}`)).openid as string;
}

export async function alipayOpenid(world: World, user = 'lin'): Promise<string> {
  const { json } = await world.post('/device/alipay/auth-code', { user });
  const result = await alipayMerchant(world).exec(
    'alipay.system.oauth.token',
    { grant_type: 'authorization_code', code: json['authCode'] },
    { validateSign: true },
  );
  return result['openId'] as string;
}
