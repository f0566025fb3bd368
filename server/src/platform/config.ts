/** The environment, read and checked once, at the edge. Nothing else in the server touches process.env. */

export type Mode = 'production' | 'preview' | 'test';

/** A second key of a platform, good for a limited time. WeChat Pay needs none: its messages name their key. */
export interface Rotation {
  key: string;
  until: Date;
}

export interface Config {
  mode: Mode;
  port: number;
  publicUrl: string;
  databaseUrl: string;
  dataKey: Buffer;
  indexKey: Buffer;
  tokenKey: Buffer;
  /** Only outside production: where the stand-ins of the platforms are. */
  sandboxUrl: string | null;
  wechat: { apiBase: string; appId: string; appSecret: string };
  wechatPay: {
    base: string;
    mchId: string;
    mchSerial: string;
    mchPrivateKey: string;
    mchCert: string;
    apiV3Key: string;
    publicKeys: Record<string, string>;
  };
  alipay: {
    gateway: string;
    endpoint: string;
    appId: string;
    privateKey: string;
    publicKey: string;
    /** While Alipay changes its key: the other one, believed until then and no longer. */
    nextPublicKey: Rotation | null;
    aesKey: string;
    sellerId: string;
  };
  jd: { apiBase: string; appKey: string; appSecret: string; accessToken: string };
  jdPay: {
    base: string;
    accessKey: string;
    secretKey: string;
    nextSecretKey: Rotation | null;
    customerNum: string;
    shopNum: string;
  };
  sms: { base: string; token: string };
}

export const CONFIG = Symbol('config');

/** A setting that is missing or wrong: told to the person who starts the server in one line. */
export class ConfigError extends Error {}

const OFFICIAL: Record<string, string> = {
  WECHAT_API_BASE: 'https://api.weixin.qq.com',
  WECHAT_PAY_BASE: 'https://api.mch.weixin.qq.com',
  ALIPAY_GATEWAY: 'https://openapi.alipay.com/gateway.do',
  ALIPAY_ENDPOINT: 'https://openapi.alipay.com',
  JD_API_BASE: 'https://api.jd.com',
  JD_PAY_BASE: 'https://openapi.duolabao.com',
};

type Env = Record<string, string | undefined>;

function reader(env: Env, mode: Mode) {
  const text = (name: string): string => {
    const value = env[name]?.trim();
    if (!value) throw new ConfigError(`${name} is not set`);
    return value;
  };
  return {
    text,
    /** Production speaks to the official hosts only: a sandbox address or key there is a mistake. */
    base: (name: string): string => {
      const value = mode === 'production' ? (env[name]?.trim() ?? OFFICIAL[name]!) : text(name);
      if (mode === 'production' && OFFICIAL[name] && value !== OFFICIAL[name])
        throw new ConfigError(`${name} must be ${OFFICIAL[name]} in production`);
      return value.replace(/\/$/, '');
    },
    pem: (name: string): string => {
      const value = text(name).replace(/\\n/g, '\n');
      if (!value.includes('-----BEGIN ')) throw new ConfigError(`${name} is not a PEM`);
      return value;
    },
    key: (name: string): Buffer => {
      const key = Buffer.from(text(name), 'base64');
      if (key.length !== 32) throw new ConfigError(`${name} must be 32 bytes in base64`);
      return key;
    },
  };
}

function readMode(env: Env): Mode {
  const mode = env['TONGDIAN_MODE'] ?? 'production';
  if (mode !== 'production' && mode !== 'preview' && mode !== 'test')
    throw new ConfigError('TONGDIAN_MODE must be production, preview or test');
  return mode;
}

function readPort(env: Env): number {
  const port = Number(env['PORT'] ?? '4600');
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new ConfigError('PORT must be 0 to 65535');
  return port;
}

function readPublicKeys(text: string): Record<string, string> {
  let keys: unknown;
  try {
    keys = JSON.parse(text);
  } catch {
    throw new ConfigError('WECHAT_PAY_PUBLIC_KEYS is not JSON');
  }
  if (typeof keys !== 'object' || keys === null || Object.keys(keys).length === 0)
    throw new ConfigError('WECHAT_PAY_PUBLIC_KEYS must name at least one key');
  return keys as Record<string, string>;
}

/** Where the platforms send their messages: in production they call https only, and nobody calls this machine's loop. */
function readPublicUrl(env: Env, mode: Mode, port: number): string {
  const value = env['PUBLIC_URL']?.trim();
  if (mode === 'production' && !value?.startsWith('https://'))
    throw new ConfigError('PUBLIC_URL must be the https:// address of this server in production');
  return (value || `http://127.0.0.1:${port}`).replace(/\/$/, '');
}

/** `NAME` counts only together with `NAME_UNTIL` (ISO-8601): a second key must not stay for ever. */
function readRotation(env: Env, name: string): Rotation | null {
  const key = env[name]?.trim().replace(/\\n/g, '\n');
  const until = env[`${name}_UNTIL`]?.trim();
  if (!key || !until) return null;
  const at = new Date(until);
  if (Number.isNaN(at.getTime())) throw new ConfigError(`${name}_UNTIL must be an ISO-8601 time`);
  return { key, until: at };
}

/** Throws ConfigError with the name of the first setting that is missing or wrong. */
export function readConfig(env: Env): Config {
  const mode = readMode(env);
  const port = readPort(env);
  const { text, base, pem, key } = reader(env, mode);
  const apiV3Key = text('WECHAT_PAY_API_V3_KEY');
  if (Buffer.byteLength(apiV3Key) !== 32) throw new ConfigError('WECHAT_PAY_API_V3_KEY must be 32 bytes');
  const sandboxUrl = env['SANDBOX_URL']?.trim() || null;
  if (mode === 'production' && sandboxUrl) throw new ConfigError('SANDBOX_URL is not for production');
  return {
    mode,
    port,
    publicUrl: readPublicUrl(env, mode, port),
    databaseUrl: text('DATABASE_URL'),
    dataKey: key('DATA_KEY'),
    indexKey: key('INDEX_KEY'),
    tokenKey: key('TOKEN_KEY'),
    sandboxUrl,
    wechat: {
      apiBase: base('WECHAT_API_BASE'),
      appId: text('WECHAT_APP_ID'),
      appSecret: text('WECHAT_APP_SECRET'),
    },
    wechatPay: {
      base: base('WECHAT_PAY_BASE'),
      mchId: text('WECHAT_PAY_MCH_ID'),
      mchSerial: text('WECHAT_PAY_MCH_SERIAL'),
      mchPrivateKey: pem('WECHAT_PAY_MCH_PRIVATE_KEY'),
      mchCert: pem('WECHAT_PAY_MCH_CERT'),
      apiV3Key,
      publicKeys: readPublicKeys(text('WECHAT_PAY_PUBLIC_KEYS')),
    },
    alipay: {
      gateway: base('ALIPAY_GATEWAY'),
      endpoint: base('ALIPAY_ENDPOINT'),
      appId: text('ALIPAY_APP_ID'),
      privateKey: pem('ALIPAY_PRIVATE_KEY'),
      publicKey: pem('ALIPAY_PUBLIC_KEY'),
      nextPublicKey: readRotation(env, 'ALIPAY_NEXT_PUBLIC_KEY'),
      aesKey: text('ALIPAY_AES_KEY'),
      sellerId: text('ALIPAY_SELLER_ID'),
    },
    jd: {
      apiBase: base('JD_API_BASE'),
      appKey: text('JD_APP_KEY'),
      appSecret: text('JD_APP_SECRET'),
      accessToken: text('JD_ACCESS_TOKEN'),
    },
    jdPay: {
      base: base('JD_PAY_BASE'),
      accessKey: text('JD_PAY_ACCESS_KEY'),
      secretKey: text('JD_PAY_SECRET_KEY'),
      nextSecretKey: readRotation(env, 'JD_PAY_NEXT_SECRET_KEY'),
      customerNum: text('JD_PAY_CUSTOMER_NUM'),
      shopNum: text('JD_PAY_SHOP_NUM'),
    },
    sms: { base: text('SMS_BASE').replace(/\/$/, ''), token: text('SMS_TOKEN') },
  };
}
