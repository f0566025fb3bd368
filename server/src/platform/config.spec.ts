import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { ConfigError, readConfig } from './config.js';

const key = Buffer.alloc(32, 1).toString('base64');
const pem = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
}).publicKey;

/** All that production must be told; the addresses of the platforms are known. */
const production: Record<string, string> = {
  TONGDIAN_MODE: 'production',
  PUBLIC_URL: 'https://shop.example/',
  DATABASE_URL: 'postgres://db/tongdian',
  DATA_KEY: key,
  INDEX_KEY: key,
  TOKEN_KEY: key,
  WECHAT_APP_ID: 'wx1',
  WECHAT_APP_SECRET: 's',
  WECHAT_PAY_MCH_ID: '16',
  WECHAT_PAY_MCH_SERIAL: 'S',
  WECHAT_PAY_MCH_PRIVATE_KEY: pem,
  WECHAT_PAY_MCH_CERT: pem,
  WECHAT_PAY_API_V3_KEY: 'k'.repeat(32),
  WECHAT_PAY_PUBLIC_KEYS: JSON.stringify({ PUB_KEY_ID_1: pem }),
  ALIPAY_APP_ID: '2021',
  ALIPAY_PRIVATE_KEY: pem,
  ALIPAY_PUBLIC_KEY: pem,
  ALIPAY_AES_KEY: 'a',
  ALIPAY_SELLER_ID: '2088',
  JD_APP_KEY: 'k',
  JD_APP_SECRET: 's',
  JD_ACCESS_TOKEN: 't',
  JD_PAY_ACCESS_KEY: 'a',
  JD_PAY_SECRET_KEY: 's',
  JD_PAY_CUSTOMER_NUM: '1',
  JD_PAY_SHOP_NUM: '2',
  SMS_BASE: 'https://sms.example',
  SMS_TOKEN: 't',
};
const read = (change: Record<string, string | undefined> = {}) => readConfig({ ...production, ...change });

describe('in production', () => {
  test('the platforms are at their own addresses, and we at https', () => {
    expect(read()).toMatchObject({
      publicUrl: 'https://shop.example',
      wechatPay: { base: 'https://api.mch.weixin.qq.com' },
      alipay: { gateway: 'https://openapi.alipay.com/gateway.do', nextPublicKey: null },
      jdPay: { base: 'https://openapi.duolabao.com', nextSecretKey: null },
    });
  });

  test.each([
    ['WECHAT_PAY_BASE', 'http://127.0.0.1:4601/wechat-pay'],
    ['ALIPAY_GATEWAY', 'http://127.0.0.1:4601/alipay/gateway.do'],
    ['JD_PAY_BASE', 'http://127.0.0.1:4601/jd-pay'],
    ['SANDBOX_URL', 'http://127.0.0.1:4601'],
    ['PUBLIC_URL', 'http://shop.example'],
    ['PUBLIC_URL', undefined],
  ])('%s = %s stops the start', (name, value) => {
    expect(() => read({ [name]: value })).toThrow(ConfigError);
    expect(() => read({ [name]: value })).toThrow(name);
  });
});

test.each(['DATABASE_URL', 'WECHAT_PAY_MCH_PRIVATE_KEY', 'ALIPAY_PUBLIC_KEY', 'JD_PAY_SECRET_KEY'])(
  'without %s nothing starts, and the missing name is told',
  (name) => expect(() => read({ [name]: undefined })).toThrow(`${name} is not set`),
);

test('an APIv3 key of another length stops the start', () => {
  expect(() => read({ WECHAT_PAY_API_V3_KEY: 'k'.repeat(31) })).toThrow(
    'WECHAT_PAY_API_V3_KEY must be 32 bytes',
  );
});

test('a second key counts only with the time until which it is good', () => {
  expect(read({ ALIPAY_NEXT_PUBLIC_KEY: pem }).alipay.nextPublicKey).toBeNull();
  const until = '2026-06-13T00:00:00Z';
  const { jdPay } = read({ JD_PAY_NEXT_SECRET_KEY: 'next', JD_PAY_NEXT_SECRET_KEY_UNTIL: until });
  expect(jdPay.nextSecretKey).toEqual({ key: 'next', until: new Date(until) });
  expect(() => read({ JD_PAY_NEXT_SECRET_KEY: 'next', JD_PAY_NEXT_SECRET_KEY_UNTIL: 'soon' })).toThrow(
    'ISO-8601',
  );
});
