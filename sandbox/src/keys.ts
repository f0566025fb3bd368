/** Every key and secret of the stand-ins: made at the first start, kept only in the data folder, never in code. */
import { generateKeyPair, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { randomDigits, randomHex } from './crypto.js';
import type { DataFolder } from './data-folder.js';

export interface KeyPair {
  /** PKCS#8 PEM */ privateKey: string;
  /** SPKI PEM */ publicKey: string;
}

export interface Keys {
  version: 1;
  wechat: { appId: string; appSecret: string };
  wechatPay: {
    mchId: string;
    merchantSerial: string;
    merchant: KeyPair;
    apiV3Key: string;
    /** The WeChat Pay public key of new merchants. */ publicKeyId: string;
    publicKeyPair: KeyPair;
    /** The platform certificate of older merchants; both sign during a migration. */ platformSerial: string;
    platformPair: KeyPair;
  };
  alipay: {
    appId: string;
    sellerId: string;
    app: KeyPair;
    platform: KeyPair;
    /** The key that a rotation would switch to. */ nextPlatform: KeyPair;
    aesKey: string;
  };
  jd: { appKey: string; appSecret: string; accessToken: string };
  jdPay: {
    accessKey: string;
    secretKey: string;
    nextSecretKey: string;
    customerNum: string;
    shopNum: string;
  };
  sms: { token: string };
  /** A key that no merchant knows: forged messages are signed with it. */ stranger: KeyPair;
  /** Seeds openids, so that the same person keeps them over restarts. */ personaSeed: string;
}

const makePair = promisify(generateKeyPair);

async function rsaPair(): Promise<KeyPair> {
  return makePair('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
}

async function makeKeys(): Promise<Keys> {
  const [merchant, publicKeyPair, platformPair, app, platform, nextPlatform, stranger] = await Promise.all(
    Array.from({ length: 7 }, rsaPair),
  );
  if (!merchant || !publicKeyPair || !platformPair || !app || !platform || !nextPlatform || !stranger) {
    throw new Error('key generation gave fewer pairs than asked for');
  }
  return {
    version: 1,
    wechat: { appId: `wx${randomHex(8)}`, appSecret: randomHex(16) },
    wechatPay: {
      mchId: `16${randomDigits(8)}`,
      merchantSerial: randomHex(20).toUpperCase(),
      merchant,
      apiV3Key: randomHex(16),
      publicKeyId: `PUB_KEY_ID_0116${randomDigits(20)}`,
      publicKeyPair,
      platformSerial: randomHex(20).toUpperCase(),
      platformPair,
    },
    alipay: {
      appId: `2021${randomDigits(12)}`,
      sellerId: `2088${randomDigits(12)}`,
      app,
      platform,
      nextPlatform,
      aesKey: randomBytes(16).toString('base64'),
    },
    jd: { appKey: randomHex(16).toUpperCase(), appSecret: randomHex(16), accessToken: randomHex(16) },
    jdPay: {
      accessKey: randomHex(20),
      secretKey: randomHex(20),
      nextSecretKey: randomHex(20),
      customerNum: `1000${randomDigits(20)}`,
      shopNum: `1000${randomDigits(20)}`,
    },
    sms: { token: randomHex(24) },
    stranger,
    personaSeed: randomHex(16),
  };
}

/** The keys in the data folder, or fresh ones that are written there (mode 600). */
export async function openKeys(folder: DataFolder): Promise<Keys> {
  const kept = folder.read('keys.json') as Keys | null;
  if (kept?.version === 1) return kept;
  const keys = await makeKeys();
  folder.write('keys.json', keys);
  return keys;
}
