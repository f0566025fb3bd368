/** The v3 REST gateway: signature in the authorization header, answers signed in headers, errors as HTTP statuses. */
import type { FastifyRequest } from 'fastify';
import type { Answer, Call, Gateway } from '../answering.js';
import { randomHex, rsaSign, rsaVerify } from '../crypto.js';
import { altered } from '../faults.js';
import { type Bag, isBag } from '../fields.js';
import type { Sandbox } from '../sandbox.js';
import { METHODS } from './methods.js';
import { alipayKey, AlipayRefusal, asAlipayRefusal } from './protocol.js';

/** [U] v3 names no window either; WeChat Pay's five minutes are taken. */
const WINDOW_MS = 300_000;
const SCHEME = 'ALIPAY-SHA256withRSA ';

/** The path as the merchant signed it, wherever this stand-in lives. */
const signedPath = (request: FastifyRequest) => (request.raw.url ?? '').replace(/^\/alipay(?=\/v3\/)/, '');

export function methodOfPath(request: FastifyRequest): string {
  const path = signedPath(request).split('?')[0] ?? '';
  return path.replace(/^\/v3\//, '').replaceAll('/', '.');
}

export function callV3(sandbox: Sandbox, { request, raw, as }: Call): Answer {
  try {
    verify(sandbox, request, raw);
    const method = methodOfPath(request);
    // [U] Which methods exist as v3 paths is documented for few of them; here all of them do, by POST.
    const run = Object.hasOwn(METHODS, method) ? METHODS[method] : undefined;
    if (!run || request.method !== 'POST')
      throw new AlipayRefusal('40002', 'isv.invalid-method', '不存在的接口');
    const biz = readJson(raw);
    // [U] v3 takes notify_url among the business parameters.
    const { notify_url: notifyUrl, ...rest } = biz;
    return json(
      200,
      run(sandbox, { biz: rest, notifyUrl: typeof notifyUrl === 'string' ? notifyUrl : null, as }),
    );
  } catch (error) {
    const { code, subCode, subMsg } = asAlipayRefusal(error);
    const status = subCode === 'isv.invalid-signature' ? 401 : code === '40006' ? 403 : 400; // [U]
    return json(status, { code: subCode.replace(/^ACQ\./, ''), message: subMsg, links: [] });
  }
}

const json = (status: number, value: Bag): Answer => ({
  status,
  body: JSON.stringify(value),
  headers: { 'content-type': 'application/json;charset=utf-8' },
});

function readJson(raw: Buffer): Bag {
  try {
    const value: unknown = JSON.parse(raw.toString('utf8'));
    if (isBag(value)) return value;
  } catch {
    // falls through to the one refusal below
  }
  throw new AlipayRefusal('40002', 'isv.invalid-parameter', '请求体不是 JSON 对象');
}

function verify(sandbox: Sandbox, request: FastifyRequest, raw: Buffer): void {
  const header = request.headers.authorization ?? '';
  const cut = header.lastIndexOf(',sign=');
  if (!header.startsWith(SCHEME) || cut < 0) throw badSignature('authorization 缺失或格式不正确');
  const authString = header.slice(SCHEME.length, cut);
  const parts = new Map(authString.split(',').map((part) => part.split(/=(.*)/s, 2) as [string, string]));
  if (parts.get('app_id') !== sandbox.keys.alipay.appId)
    throw new AlipayRefusal('40002', 'isv.invalid-app-id', '无效的 AppID 参数');
  const appAuthToken = request.headers['alipay-app-auth-token'];
  const message = Buffer.concat([
    Buffer.from(`${authString}\n${request.method}\n${signedPath(request)}\n`),
    raw,
    Buffer.from(typeof appAuthToken === 'string' ? `\n${appAuthToken}\n` : '\n'),
  ]);
  if (!rsaVerify(message, header.slice(cut + 6), sandbox.keys.alipay.app.publicKey))
    throw badSignature('无效签名');
  const at = Number(parts.get('timestamp'));
  if (!Number.isSafeInteger(at) || Math.abs(sandbox.now() - at) > WINDOW_MS) {
    throw new AlipayRefusal('40002', 'isv.invalid-timestamp', '非法的时间戳参数');
  }
  const nonce = parts.get('nonce') ?? '';
  if (!nonce || !sandbox.nonces.take(`alipay ${nonce}`, 2 * WINDOW_MS)) throw badSignature('nonce 重复');
}

const badSignature = (message: string) => new AlipayRefusal('40002', 'isv.invalid-signature', message);

export function gatewayV3(sandbox: Sandbox): Gateway {
  return {
    platform: 'alipay',
    trouble: (status) =>
      status === 500
        ? json(500, { code: 'SYSTEM_ERROR', message: '系统繁忙', links: [] })
        : json(429, { code: 'isv.call-frequency-limit', message: '调用频率超限', links: [] }),
    seal(answer, sealing) {
      const { privateKey, digest } = alipayKey(sandbox, sealing);
      const timestamp = String(sandbox.now() - sealing.ageMs);
      const nonce = randomHex(16);
      const signature = rsaSign(`${timestamp}\n${nonce}\n${String(answer.body)}\n`, privateKey, digest);
      return {
        ...answer,
        body: sealing.alterBody ? altered(String(answer.body)) : answer.body,
        headers: {
          ...answer.headers,
          'alipay-timestamp': timestamp,
          'alipay-nonce': nonce,
          'alipay-signature': signature,
          'alipay-trace-id': randomHex(16),
        },
      };
    },
  };
}
