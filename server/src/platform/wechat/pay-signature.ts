/**
 * Trust in WeChat Pay's messages, answers and notifies alike. The SDK's own `verifySign` and `decipher_gcm`
 * are never used: they know no time window, share keys between merchants, fetch unknown keys on demand, and
 * do not check the GCM tag.
 */
import { createDecipheriv, type KeyObject } from 'node:crypto';
import type { Config } from '../config.js';
import { isSignedBy, readPublicKey, strictBase64 } from '../security/rsa.js';

const WINDOW_S = 300;
const TAG_BYTES = 16;
const NONCE_BYTES = 12;

/** By serial. A Map, so that "constructor" names no key. Old and new key stand side by side while WeChat switches. */
export type WechatPayKeys = ReadonlyMap<string, KeyObject>;

export function readWechatPayKeys(publicKeys: Config['wechatPay']['publicKeys']): WechatPayKeys {
  return new Map(
    Object.entries(publicKeys).map(([serial, pem]) => [
      serial,
      readPublicKey(pem, `WECHAT_PAY_PUBLIC_KEYS ${serial}`),
    ]),
  );
}

/** The serial we ask WeChat to sign with: the public key (it never expires) before a platform certificate. */
export function preferredSerial(keys: WechatPayKeys): string {
  const serials = [...keys.keys()];
  return serials.find((serial) => serial.startsWith('PUB_KEY_ID_')) ?? serials[0]!;
}

type Headers = Record<string, string | string[] | undefined>;

/**
 * Why the message is not WeChat's, or null when it is: a known serial, less than five minutes off either way,
 * and an RSA-SHA256 signature over time, nonce and the bytes as they came.
 */
export function distrust(keys: WechatPayKeys, headers: Headers, raw: Buffer, now: Date): string | null {
  const serial = headers['wechatpay-serial'];
  const timestamp = headers['wechatpay-timestamp'];
  const nonce = headers['wechatpay-nonce'];
  const signature = headers['wechatpay-signature'];
  if (
    typeof serial !== 'string' ||
    typeof timestamp !== 'string' ||
    typeof nonce !== 'string' ||
    typeof signature !== 'string'
  )
    return 'signature headers missing or doubled';
  const key = keys.get(serial);
  if (!key) return 'unknown serial';
  if (!/^[1-9]\d{9}$/.test(timestamp)) return 'malformed timestamp';
  if (Math.abs(now.getTime() / 1_000 - Number(timestamp)) >= WINDOW_S) return 'outside the time window';
  const message = Buffer.concat([Buffer.from(`${timestamp}\n${nonce}\n`), raw, Buffer.from('\n')]);
  return isSignedBy(key, message, signature) ? null : 'wrong signature';
}

export interface SealedResource {
  algorithm?: unknown;
  ciphertext?: unknown;
  nonce?: unknown;
  associated_data?: unknown;
}

/** AEAD_AES_256_GCM with its 16-byte tag checked. Throws on anything else, and when a single bit was changed. */
export function openResource(apiV3Key: string, resource: SealedResource): string {
  const { algorithm, ciphertext, nonce, associated_data: associated } = resource;
  if (algorithm !== 'AEAD_AES_256_GCM') throw new Error('unknown algorithm');
  const sealed = typeof ciphertext === 'string' ? strictBase64(ciphertext) : null;
  if (!sealed || sealed.length < TAG_BYTES) throw new Error('malformed ciphertext');
  if (typeof nonce !== 'string' || Buffer.byteLength(nonce) !== NONCE_BYTES)
    throw new Error('malformed nonce');
  if (associated !== undefined && associated !== null && typeof associated !== 'string')
    throw new Error('malformed associated_data');
  const decipher = createDecipheriv('aes-256-gcm', Buffer.from(apiV3Key), Buffer.from(nonce), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(Buffer.from(associated ?? ''));
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  return Buffer.concat([decipher.update(sealed.subarray(0, -TAG_BYTES)), decipher.final()]).toString('utf8');
}
