/**
 * A stage for attacks on payments: the three gateways with keys of which the test holds the platforms' half,
 * and a neighbour that answers every call with whatever the test wants, truly signed or not.
 */
import { createCipheriv, createSign, generateKeyPairSync, randomBytes, type KeyObject } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Logger } from '@nestjs/common';
import { AlipayClient } from '../src/platform/alipay/client.js';
import { AlipayPay } from '../src/platform/alipay/alipay-pay.js';
import { Clock } from '../src/platform/clock.js';
import { readConfig, type Config } from '../src/platform/config.js';
import { HttpClient } from '../src/platform/http-client.js';
import { JdPay } from '../src/platform/jd/jd-pay.js';
import { JdPayClient } from '../src/platform/jd/pay-client.js';
import { jdPayToken } from '../src/platform/jd/pay-token.js';
import { WechatPay } from '../src/platform/wechat/wechat-pay.js';

export const SERIAL = 'PUB_KEY_ID_0116000000000000000000000001';
export const OLD_SERIAL = '5157F09EFDC096DE15EBE81A47057A7232F1B8E1';

export function rsaPair(): { publicKey: string; privateKey: string } {
  return generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
}

export function rsaSign(text: string, privateKey: string | KeyObject, digest = 'RSA-SHA256'): string {
  return createSign(digest).update(text).sign(privateKey, 'base64');
}

export interface Heard {
  method: string;
  url: string;
  headers: IncomingHttpHeaders;
  body: string;
}

type Reply = (heard: Heard, response: ServerResponse) => void;

export interface Stage {
  config: Config;
  http: HttpClient;
  wechat: WechatPay;
  alipay: AlipayPay;
  jd: JdPay;
  /** The platforms' private keys. */
  keys: { wechat: string; oldWechat: string; alipay: string; nextAlipay: string; stranger: string };
  neighbour: string;
  /** Every call so far, oldest first. */
  heard: Heard[];
  /** How the neighbour answers from now on. */
  answer(reply: Reply): void;
  close(): Promise<void>;
}

/** Made once a file: keys are slow to find. */
let pairs: ReturnType<typeof rsaPair>[] | null = null;

export async function payStage(change: Record<string, string> = {}): Promise<Stage> {
  Logger.overrideLogger(false);
  pairs ??= Array.from({ length: 7 }, rsaPair);
  const [merchant, wechat, oldWechat, app, alipay, nextAlipay, stranger] = pairs;
  const heard: Heard[] = [];
  let reply: Reply = (_, response) => void response.writeHead(404).end();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const call = {
        method: request.method ?? '',
        url: request.url ?? '',
        headers: request.headers,
        body: Buffer.concat(chunks).toString('utf8'),
      };
      heard.push(call);
      reply(call, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const neighbour = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const key = (): string => randomBytes(32).toString('base64');
  const config = readConfig({
    TONGDIAN_MODE: 'test',
    DATABASE_URL: 'postgres://unused',
    DATA_KEY: key(),
    INDEX_KEY: key(),
    TOKEN_KEY: key(),
    WECHAT_API_BASE: neighbour,
    WECHAT_APP_ID: 'wx0000000000000001',
    WECHAT_APP_SECRET: 'secret',
    WECHAT_PAY_BASE: `${neighbour}/wechat-pay`,
    WECHAT_PAY_MCH_ID: '1600000001',
    WECHAT_PAY_MCH_SERIAL: 'MERCHANT1',
    WECHAT_PAY_MCH_PRIVATE_KEY: merchant!.privateKey,
    WECHAT_PAY_MCH_CERT: merchant!.publicKey,
    WECHAT_PAY_API_V3_KEY: 'a'.repeat(32),
    WECHAT_PAY_PUBLIC_KEYS: JSON.stringify({
      [OLD_SERIAL]: oldWechat!.publicKey,
      [SERIAL]: wechat!.publicKey,
    }),
    ALIPAY_GATEWAY: `${neighbour}/gateway.do`,
    ALIPAY_ENDPOINT: neighbour,
    ALIPAY_APP_ID: '2021000000000001',
    ALIPAY_PRIVATE_KEY: app!.privateKey,
    ALIPAY_PUBLIC_KEY: alipay!.publicKey,
    ALIPAY_NEXT_PUBLIC_KEY: nextAlipay!.publicKey,
    ALIPAY_AES_KEY: randomBytes(16).toString('base64'),
    ALIPAY_SELLER_ID: '2088000000000001',
    JD_API_BASE: neighbour,
    JD_APP_KEY: 'app',
    JD_APP_SECRET: 'secret',
    JD_ACCESS_TOKEN: 'token',
    JD_PAY_BASE: `${neighbour}/jd-pay`,
    JD_PAY_ACCESS_KEY: 'access',
    JD_PAY_SECRET_KEY: 'jd-secret',
    JD_PAY_NEXT_SECRET_KEY: 'jd-next-secret',
    JD_PAY_CUSTOMER_NUM: '10001',
    JD_PAY_SHOP_NUM: '10002',
    SMS_BASE: neighbour,
    SMS_TOKEN: 'token',
    ...change,
  });
  const clock = new Clock();
  const http = new HttpClient();
  http.limits.totalMs = 800;
  return {
    config,
    http,
    wechat: new WechatPay(config, clock, http),
    alipay: new AlipayPay(config, clock, new AlipayClient(config, http)),
    jd: new JdPay(config, clock, new JdPayClient(config, clock, http)),
    keys: {
      wechat: wechat!.privateKey,
      oldWechat: oldWechat!.privateKey,
      alipay: alipay!.privateKey,
      nextAlipay: nextAlipay!.privateKey,
      stranger: stranger!.privateKey,
    },
    neighbour,
    heard,
    answer: (next) => void (reply = next),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await http.onApplicationShutdown();
    },
  };
}

export const nowSeconds = (offset = 0): string => String(Math.floor(Date.now() / 1_000) + offset);

/** The four headers over a body, as WeChat Pay signs answers and notifies. */
export function wechatHeaders(
  body: string,
  privateKey: string,
  change: { serial?: string; timestamp?: string } = {},
): Record<string, string> {
  const timestamp = change.timestamp ?? nowSeconds();
  const nonce = randomBytes(16).toString('hex');
  return {
    'wechatpay-serial': change.serial ?? SERIAL,
    'wechatpay-timestamp': timestamp,
    'wechatpay-nonce': nonce,
    'wechatpay-signature': rsaSign(`${timestamp}\n${nonce}\n${body}\n`, privateKey),
  };
}

/** AEAD_AES_256_GCM as WeChat Pay seals a resource. */
export function sealResource(plain: object, apiV3Key: string, associated = 'transaction') {
  const nonce = randomBytes(6).toString('hex');
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(apiV3Key), Buffer.from(nonce));
  cipher.setAAD(Buffer.from(associated));
  const content = Buffer.concat([cipher.update(JSON.stringify(plain)), cipher.final(), cipher.getAuthTag()]);
  return {
    original_type: associated,
    algorithm: 'AEAD_AES_256_GCM',
    ciphertext: content.toString('base64'),
    associated_data: associated,
    nonce,
  };
}

/** A whole notify of a payment, as `change` wants it; the defaults are genuine. */
export function wechatNotify(
  stage: Stage,
  change: Record<string, unknown> = {},
): { body: string; plain: object } {
  const plain = {
    appid: stage.config.wechat.appId,
    mchid: stage.config.wechatPay.mchId,
    out_trade_no: 'order_000001',
    transaction_id: '4200000000000000000000000001',
    trade_state: 'SUCCESS',
    success_time: '2026-06-13T14:32:05+08:00',
    amount: { total: 8_800, currency: 'CNY' },
    ...change,
  };
  const body = JSON.stringify({
    id: 'notify-1',
    event_type: 'TRANSACTION.SUCCESS',
    resource: sealResource(plain, stage.config.wechatPay.apiV3Key),
  });
  return { body, plain };
}

/** The fields of a genuine notify of an Alipay payment. */
export function alipayFields(stage: Stage, change: Record<string, string> = {}): Record<string, string> {
  const shanghai = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
  return {
    notify_time: shanghai,
    notify_type: 'trade_status_sync',
    notify_id: '2026061300222143205001',
    app_id: stage.config.alipay.appId,
    charset: 'utf-8',
    version: '1.0',
    trade_no: '2026061322001400000000000001',
    out_trade_no: 'order_000001',
    seller_id: stage.config.alipay.sellerId,
    trade_status: 'TRADE_SUCCESS',
    subject: '晨雾 拼配豆 + 滤纸 100%',
    total_amount: '88.00',
    gmt_payment: shanghai,
    passback_params: '',
    ...change,
  };
}

/** The form as Alipay posts it. `signType` is what the message says of itself. */
export function alipayForm(
  fields: Record<string, string>,
  privateKey: string,
  options: { signType?: string; digest?: string; signTypeSigned?: boolean } = {},
): string {
  const signType = options.signType ?? 'RSA2';
  const signed = options.signTypeSigned ? { ...fields, sign_type: signType } : fields;
  const text = Object.keys(signed)
    .sort()
    .map((name) => `${name}=${signed[name]}`)
    .join('&');
  const sign = rsaSign(text, privateKey, options.digest);
  return new URLSearchParams({ ...fields, sign_type: signType, sign }).toString();
}

/** `{"<method>_response":…,"sign":"…"}` over the exact text of the node. */
export function alipayAnswer(method: string, node: object, privateKey: string): string {
  const text = JSON.stringify(node).replaceAll('/', '\\/');
  return `{"${method.replaceAll('.', '_')}_response":${text},"sign":"${rsaSign(text, privateKey)}"}`;
}

export function jdHeaders(body: string, secretKey: string, timestamp = nowSeconds()): Record<string, string> {
  return { timestamp, token: jdPayToken({ secretKey, timestamp, body }) };
}
