/** WeChat's mini-program server API on the wire: failures are HTTP 200 with an errcode; nothing is signed. */
import type { Answer, Gateway } from '../answering.js';
import { randomHex } from '../crypto.js';
import { type Bag, isBag } from '../fields.js';

export class WechatRefusal extends Error {
  constructor(
    readonly errcode: number,
    readonly errmsg: string,
  ) {
    super(errmsg);
  }
}

export const wechatJson = (value: unknown): Answer => ({
  status: 200,
  body: JSON.stringify(value),
  headers: { 'content-type': 'application/json; charset=utf-8' },
});

export function wechatFailure(errcode: number, errmsg: string): Answer {
  const rid = `${randomHex(4)}-${randomHex(4)}-${randomHex(4)}`;
  return wechatJson({ errcode, errmsg: `${errmsg} rid: ${rid}` });
}

export const wechatGateway: Gateway = {
  platform: 'wechat',
  trouble: (status) =>
    status === 500
      ? { status: 500, body: 'Internal Server Error', headers: { 'content-type': 'text/plain' } }
      : wechatFailure(45011, 'api minute-quota reach limit, mustslower retry next minute'),
  seal: null,
};

export function readWechatBody(raw: Buffer): Bag {
  try {
    const value: unknown = JSON.parse(raw.toString('utf8'));
    if (isBag(value)) return value;
  } catch {
    // falls through to the one refusal below
  }
  throw new WechatRefusal(47001, 'data format error');
}
