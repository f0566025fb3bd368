/** WeChat Pay APIv3 on the wire: checks every request's signature, signs every answer, errors included. */
import type { FastifyRequest } from 'fastify';
import type { Answer, Gateway } from '../answering.js';
import { randomHex, rsaSign, rsaVerify } from '../crypto.js';
import { altered, type Sealing } from '../faults.js';
import { type Bag, FieldRefusal, isBag } from '../fields.js';
import type { Sandbox } from '../sandbox.js';

const WINDOW_S = 300;
const SCHEME = 'WECHATPAY2-SHA256-RSA2048';

export class PayRefusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly detail?: Bag,
  ) {
    super(message);
  }
}

export const jsonAnswer = (status: number, value: unknown): Answer => ({
  status,
  body: JSON.stringify(value),
  headers: { 'content-type': 'application/json; charset=utf-8' },
});

export function refusalAnswer(error: unknown): Answer {
  if (error instanceof PayRefusal) {
    return jsonAnswer(error.status, { code: error.code, message: error.message, detail: error.detail });
  }
  if (error instanceof FieldRefusal) {
    const detail = { field: `/${error.field}`, value: null, issue: error.issue, location: 'body' };
    return jsonAnswer(400, {
      code: 'PARAM_ERROR',
      message: `参数错误：${error.field} ${error.issue}`,
      detail,
    });
  }
  throw error;
}

/** The path as the merchant signed it: without the base path under which this stand-in lives. */
export const signedPath = (request: FastifyRequest) => (request.raw.url ?? '').replace(/^\/wechat-pay/, '');

/** What a merchant signs: five lines, each with its end, also where the body is empty. */
export function requestMessage(
  method: string,
  path: string,
  timestamp: string,
  nonce: string,
  body: Buffer,
): Buffer {
  return Buffer.concat([
    Buffer.from(`${method}\n${path}\n${timestamp}\n${nonce}\n`),
    body,
    Buffer.from('\n'),
  ]);
}

/** What a merchant signs for the phone (`paySign`): four lines. */
export const payMessage = (appId: string, timeStamp: string, nonceStr: string, payPackage: string) =>
  `${appId}\n${timeStamp}\n${nonceStr}\n${payPackage}\n`;

/** Throws SIGN_ERROR unless this very request was signed by the merchant, now, and for the first time. */
export function verifyRequest(sandbox: Sandbox, request: FastifyRequest, raw: Buffer): void {
  const { wechatPay } = sandbox.keys;
  const header = request.headers.authorization ?? '';
  if (!header.startsWith(`${SCHEME} `)) throw signError('Authorization 缺失或认证类型不正确');
  const parts = new Map<string, string>();
  for (const [, name = '', value = ''] of header.slice(SCHEME.length + 1).matchAll(/([a-z_]+)="([^"]*)"/g)) {
    if (parts.has(name)) throw signError(`Authorization 的 ${name} 重复`);
    parts.set(name, value);
  }
  const part = (name: string) => parts.get(name) ?? '';
  if (part('mchid') !== wechatPay.mchId) throw signError('商户号不正确');
  if (part('serial_no') !== wechatPay.merchantSerial) throw signError('商户证书序列号不正确');
  if (!/^\d{10}$/.test(part('timestamp'))) throw signError('时间戳格式不正确');
  if (Math.abs(sandbox.now() / 1000 - Number(part('timestamp'))) >= WINDOW_S) throw signError('时间戳已过期');
  if (!/^[\x21-\x7e]{1,32}$/.test(part('nonce_str'))) throw signError('随机串格式不正确');
  const message = requestMessage(
    request.method,
    signedPath(request),
    part('timestamp'),
    part('nonce_str'),
    raw,
  );
  if (!rsaVerify(message, part('signature'), wechatPay.merchant.publicKey)) {
    throw signError('错误的签名，验签失败', {
      sign_information: {
        method: request.method,
        url: signedPath(request),
        truncated_sign_message: message.subarray(0, 200).toString('utf8'),
        sign_message_length: message.length,
      },
    });
  }
  // Last, so that a stranger cannot use up a nonce of the merchant.
  if (!sandbox.nonces.take(`wechat-pay ${part('nonce_str')}`, 2 * WINDOW_S * 1000))
    throw signError('随机串重复');
}

const signError = (message: string, detail?: Bag) => new PayRefusal(401, 'SIGN_ERROR', message, detail);

/** The JSON body under APIv3's rules: an object, no null, no character beyond 3 UTF-8 bytes. */
export function readBody(raw: Buffer): Bag {
  const text = raw.toString('utf8');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new PayRefusal(400, 'PARAM_ERROR', '请求报文不是合法的 JSON');
  }
  if (!isBag(value)) throw new PayRefusal(400, 'PARAM_ERROR', '请求报文必须是 JSON 对象');
  if (/[\u{10000}-\u{10ffff}]/u.test(JSON.stringify(value))) {
    throw new PayRefusal(400, 'PARAM_ERROR', '请求报文只能使用 1 到 3 字节的 UTF-8 字符');
  }
  if (hasNull(value)) throw new PayRefusal(400, 'PARAM_ERROR', '请求报文不允许 null');
  return value;
}

const hasNull = (value: unknown): boolean =>
  value === null || (typeof value === 'object' && Object.values(value).some(hasNull));

/** Which key signs: the one the merchant asked for, else the platform certificate (the documented default). */
export function signingKey(
  sandbox: Sandbox,
  wanted: string | undefined,
  sealing: Sealing,
): { serial: string; privateKey: string } {
  const { wechatPay, stranger } = sandbox.keys;
  const publicKey = { serial: wechatPay.publicKeyId, privateKey: wechatPay.publicKeyPair.privateKey };
  const certificate = { serial: wechatPay.platformSerial, privateKey: wechatPay.platformPair.privateKey };
  const current = wanted === wechatPay.publicKeyId ? publicKey : certificate;
  if (sealing.key === 'rotated') return current === publicKey ? certificate : publicKey;
  if (sealing.key === 'current') return current;
  const unknownSerial = `PUB_KEY_ID_0199${'0'.repeat(20)}`;
  return { serial: sealing.pretend ? current.serial : unknownSerial, privateKey: stranger.privateKey };
}

/** The four signature headers over the body's bytes; an empty body is signed as well. */
export function signatureHeaders(
  sandbox: Sandbox,
  body: string | Buffer,
  wanted: string | undefined,
  sealing: Sealing,
): Record<string, string> {
  const { serial, privateKey } = signingKey(sandbox, wanted, sealing);
  const timestamp = String(Math.floor((sandbox.now() - sealing.ageMs) / 1000));
  const nonce = randomHex(16);
  const message = Buffer.concat([
    Buffer.from(`${timestamp}\n${nonce}\n`),
    Buffer.from(body),
    Buffer.from('\n'),
  ]);
  const signature = rsaSign(message, privateKey);
  return {
    'wechatpay-timestamp': timestamp,
    'wechatpay-nonce': nonce,
    'wechatpay-serial': serial,
    'wechatpay-signature': sealing.signtest ? `WECHATPAY/SIGNTEST/${signature.slice(0, 325)}` : signature,
    'wechatpay-signature-type': SCHEME,
  };
}

export function payGateway(sandbox: Sandbox): Gateway {
  return {
    platform: 'wechat',
    trouble: (status) =>
      status === 500
        ? jsonAnswer(500, { code: 'SYSTEM_ERROR', message: '系统异常，请用相同参数重试' })
        : jsonAnswer(429, { code: 'RATELIMIT_EXCEEDED', message: '请求频率超限' }),
    seal(answer, sealing, request) {
      // The bill file comes without signature headers; its digest is in the bill's own answer.
      if (answer.hint === 'unsigned') return answer;
      const wanted = request.headers['wechatpay-serial'];
      const headers = signatureHeaders(
        sandbox,
        answer.body,
        Array.isArray(wanted) ? wanted[0] : wanted,
        sealing,
      );
      const body = sealing.alterBody ? altered(String(answer.body)) : answer.body;
      return {
        ...answer,
        body,
        headers: { ...answer.headers, ...headers, 'request-id': randomHex(16).toUpperCase() },
      };
    },
  };
}
