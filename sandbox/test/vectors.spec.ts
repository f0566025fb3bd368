/** The public vectors of the protocols, where the reference folder lies next to the checkout. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { gcmSeal, rsaVerify } from '../src/crypto.js';
import { payMessage, requestMessage } from '../src/wechat-pay/protocol.js';
import type { Json } from './world.js';

const besideCheckout = fileURLToPath(new URL('../../../shared', import.meta.url));
const folder = join(process.env['TONGDIAN_REFERENCE'] ?? besideCheckout, 'vectors');
const here = existsSync(folder);
const read = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Json;

describe.skipIf(!here)('the public vectors (skipped where the reference folder is absent)', () => {
  it('RSA-SHA256: the sandbox accepts exactly the valid ones', () => {
    const { public_key_pem: key, cases } = read('wechatpay-rsa-sha256.json');
    for (const each of cases)
      expect(rsaVerify(each.message, each.signature_base64, key), each.message).toBe(each.expect === 'valid');
  });

  it('a request is signed as five lines', () => {
    for (const each of read('wechatpay-authorization-canonical.json').cases) {
      const message = requestMessage(
        each.method,
        each.canonical_url,
        String(each.timestamp),
        each.nonce,
        Buffer.from(each.body),
      );
      expect(message.toString('utf8')).toBe(each.message);
    }
  });

  it('a client payment is signed as four lines', () => {
    const {
      appid,
      timestamp,
      nonce,
      prepay_id: id,
      jsapi_message: message,
    } = read('wechatpay-paysign-docs.json');
    expect(payMessage(appid, timestamp, nonce, `prepay_id=${id}`)).toBe(message);
  });

  it('a notify’s resource is sealed with AES-256-GCM', () => {
    const cases = read('wechatpay-aes-gcm.json').cases.filter((each: Json) => each.algo === 'aes-256-gcm');
    expect(cases).not.toHaveLength(0);
    for (const each of cases)
      expect(gcmSeal(each.key, each.nonce, each.associated_data, each.plaintext)).toBe(each.ciphertext);
  });

  it('an Alipay answer is signed over the raw text of its node', () => {
    const {
      response_raw: raw,
      string_to_verify: text,
      alipay_public_key_pem: key,
    } = read('alipay-response.json');
    expect(rsaVerify(text, JSON.parse(raw).sign, key)).toBe(true);
    expect(rsaVerify(`${text} `, JSON.parse(raw).sign, key)).toBe(false);
  });
});
