/** JD 收银 (Duolabao) on the wire: a SHA1 token over secret, time, path and body; answers carry no signature. */
import type { FastifyRequest } from 'fastify';
import type { Answer, Gateway } from '../answering.js';
import { sameText, sha1Hex } from '../crypto.js';
import type { Sealing } from '../faults.js';
import { type Bag, FieldRefusal, isBag } from '../fields.js';
import type { Sandbox } from '../sandbox.js';

/** [U] No width is documented; five minutes as with WeChat Pay. */
const WINDOW_S = 300;

export class JdPayRefusal extends Error {
  constructor(
    readonly errorCode: string,
    readonly errorMsg: string,
    readonly status = 200,
  ) {
    super(`${errorCode} ${errorMsg}`);
  }
}

export const jdJson = (status: number, value: unknown): Answer => ({
  status,
  body: JSON.stringify(value),
  headers: { 'content-type': 'application/json;charset=utf-8' },
});

/** Of the three documented failure shapes, the one of the V4.0 calls. The codes themselves are [U]. */
export function jdFailure(error: unknown): Answer {
  if (error instanceof JdPayRefusal)
    return jdJson(error.status, { errorCode: error.errorCode, errorMsg: error.errorMsg });
  if (error instanceof FieldRefusal)
    return jdJson(200, { errorCode: 'ILLEGAL_ARGUMENT', errorMsg: `${error.field} ${error.issue}` });
  throw error;
}

export const jdPayGateway: Gateway = {
  platform: 'jd',
  trouble: (status) =>
    status === 500
      ? jdJson(500, { code: '500', msg: '系统异常' })
      : jdJson(429, { errorCode: 'FREQUENCY_LIMIT', errorMsg: '请求过于频繁' }),
  seal: null,
};

/** `secretKey=…&timestamp=…&path=…&body=…`; parts that are empty are left out together with their name. */
export function token(parts: { secretKey: string; timestamp: string; path?: string; body?: string }): string {
  const { secretKey, timestamp, path, body } = parts;
  const text = Object.entries({ secretKey, timestamp, path, body })
    .filter(([, value]) => value)
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
  return sha1Hex(text).toUpperCase();
}

/** Throws unless the merchant signed this path and these bytes just now. A nonce does not exist in this protocol. */
export function verifyRequest(sandbox: Sandbox, request: FastifyRequest, raw: Buffer): void {
  const { accessKey, secretKey } = sandbox.keys.jdPay;
  const header = (name: string) => String(request.headers[name] ?? '');
  if (!sameText(header('accesskey'), accessKey))
    throw new JdPayRefusal('ACCESS_KEY_INVALID', 'accessKey 无效', 401);
  const timestamp = header('timestamp');
  if (!/^\d{10}$/.test(timestamp) || Math.abs(sandbox.now() / 1000 - Number(timestamp)) >= WINDOW_S) {
    throw new JdPayRefusal('TIMESTAMP_INVALID', 'timestamp 无效或已过期', 401);
  }
  const path = (request.raw.url ?? '').replace(/^\/jd-pay/, '');
  const expected = token({ secretKey, timestamp, path, body: raw.toString('utf8') });
  if (!sameText(header('token'), expected)) throw new JdPayRefusal('TOKEN_INVALID', 'token 校验失败', 401);
}

export function readJdBody(raw: Buffer): Bag {
  try {
    const value: unknown = JSON.parse(raw.toString('utf8'));
    if (isBag(value)) return value;
  } catch {
    // falls through to the one refusal below
  }
  throw new JdPayRefusal('ILLEGAL_ARGUMENT', '请求体不是 JSON 对象');
}

/** customerNum and shopNum of every call must be this merchant's. */
export function requireShop(sandbox: Sandbox, body: Bag): void {
  const { customerNum, shopNum } = sandbox.keys.jdPay;
  if (body['customerNum'] !== customerNum) throw new JdPayRefusal('CUSTOMER_INVALID', 'customerNum 无效');
  if (body['shopNum'] !== shopNum) throw new JdPayRefusal('SHOP_INVALID', 'shopNum 无效');
}

export function notifySecret(sandbox: Sandbox, sealing: Sealing): string {
  const { secretKey, nextSecretKey } = sandbox.keys.jdPay;
  return { current: secretKey, rotated: nextSecretKey, stranger: 'not-the-secret' }[sealing.key];
}
