import { createCipheriv, createSign, generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { distrust, openResource, preferredSerial, readWechatPayKeys } from './pay-signature.js';

const pair = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});
const keys = readWechatPayKeys({ ABC: pair.publicKey, PUB_KEY_ID_1: pair.publicKey });
const body = Buffer.from('{"id":"1","amount":8800}');
const now = new Date(1_800_000_000_000);
const headers = {
  'wechatpay-serial': 'PUB_KEY_ID_1',
  'wechatpay-timestamp': '1800000000',
  'wechatpay-nonce': 'nonce',
  'wechatpay-signature': createSign('RSA-SHA256')
    .update(`1800000000\nnonce\n${body.toString()}\n`)
    .sign(pair.privateKey, 'base64'),
};

test('the genuine message is trusted', () => {
  expect(distrust(keys, headers, body, now)).toBeNull();
});

test('one changed bit of the body is enough', () => {
  fc.assert(
    fc.property(fc.nat(body.length - 1), fc.nat(7), (at, bit) => {
      const changed = Buffer.from(body);
      changed[at]! ^= 1 << bit;
      expect(distrust(keys, headers, changed, now)).toBe('wrong signature');
    }),
  );
});

test.each(Object.keys(headers))('%s missing, doubled or changed is enough', (name) => {
  const changes: (string | string[] | undefined)[] = [undefined, [headers[name as 'wechatpay-nonce']], 'x'];
  for (const change of changes)
    expect(distrust(keys, { ...headers, [name]: change }, body, now)).not.toBeNull();
});

test('the public key is asked for before a platform certificate', () => {
  expect(preferredSerial(keys)).toBe('PUB_KEY_ID_1');
});

test('one changed bit of a sealed resource, tag included, opens nothing', () => {
  const key = 'k'.repeat(32);
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(key), Buffer.from('123456789012'));
  cipher.setAAD(Buffer.from('transaction'));
  const sealed = Buffer.concat([cipher.update('{"total":8800}'), cipher.final(), cipher.getAuthTag()]);
  const resource = (bytes: Buffer) => ({
    algorithm: 'AEAD_AES_256_GCM',
    ciphertext: bytes.toString('base64'),
    nonce: '123456789012',
    associated_data: 'transaction',
  });
  expect(openResource(key, resource(sealed))).toBe('{"total":8800}');
  fc.assert(
    fc.property(fc.nat(sealed.length - 1), fc.nat(7), (at, bit) => {
      const changed = Buffer.from(sealed);
      changed[at]! ^= 1 << bit;
      expect(() => openResource(key, resource(changed))).toThrow();
    }),
  );
});
