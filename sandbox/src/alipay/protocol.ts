/** What Alipay's two gateways (v2 `gateway.do`, v3 REST) have in common: refusals, keys, amounts. */
import type { RsaDigest } from '../crypto.js';
import type { FaultKind, Sealing } from '../faults.js';
import { type Bag, FieldRefusal } from '../fields.js';
import type { Sandbox } from '../sandbox.js';

export class AlipayRefusal extends Error {
  constructor(
    /** 40004 business, 40002 invalid, 40001 missing, 40006 permission, 20000 unavailable. */ readonly code: string,
    readonly subCode: string,
    readonly subMsg: string,
    /** Refusals of the gateway itself come in `error_response`, not in the method's node. */ readonly atGateway = false,
  ) {
    super(`${code} ${subCode} ${subMsg}`);
  }
}

export const business = (subCode: string, subMsg: string) =>
  new AlipayRefusal('40004', `ACQ.${subCode}`, subMsg);

export const CODE_WORDS: Record<string, string> = {
  '10000': 'Success',
  '20000': 'Service Currently Unavailable',
  '20001': 'Insufficient Token Permissions',
  '40001': 'Missing Required Arguments',
  '40002': 'Invalid Arguments',
  '40004': 'Business Failed',
  '40006': 'Insufficient Permissions',
};

/** Any refusal as Alipay words it. */
export function asAlipayRefusal(error: unknown): AlipayRefusal {
  if (error instanceof AlipayRefusal) return error;
  if (error instanceof FieldRefusal) {
    return error.missing
      ? new AlipayRefusal('40001', 'isv.missing-parameter', `缺少参数：${error.field}`)
      : new AlipayRefusal('40004', 'ACQ.INVALID_PARAMETER', `参数无效：${error.field} ${error.issue}`);
  }
  throw error;
}

export interface AlipayCall {
  /** Business parameters: `biz_content` in v2, the body in v3, top-level ones for the token method. */ biz: Bag;
  notifyUrl: string | null;
  as: FaultKind | null;
}

/** A method's result without code and msg. */
export type AlipayMethod = (sandbox: Sandbox, call: AlipayCall) => Bag;

export function alipayKey(sandbox: Sandbox, sealing: Sealing): { privateKey: string; digest: RsaDigest } {
  const { alipay, stranger } = sandbox.keys;
  const pair = { current: alipay.platform, rotated: alipay.nextPlatform, stranger }[sealing.key];
  return { privateKey: pair.privateKey, digest: sealing.sha1 ? 'RSA-SHA1' : 'RSA-SHA256' };
}
