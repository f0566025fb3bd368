/**
 * The known holes of wechatpay-node-v3 2.2.1, each as an attack. Where the SDK itself can be asked, the test
 * first shows that it falls for it; then that our gateway does not.
 */
import { generateKeyPairSync } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import WxPay from 'wechatpay-node-v3';
import { fen } from '@tongdian/shared/kernel/money';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { GatewayRefusal, NotifyRefused, UnknownResult } from '../src/platform/payment-gateway.js';
import { strictBase64 } from '../src/platform/security/rsa.js';
import { distrust, openResource, readWechatPayKeys } from '../src/platform/wechat/pay-signature.js';
import {
  nowSeconds,
  OLD_SERIAL,
  payStage,
  rsaSign,
  sealResource,
  SERIAL,
  wechatHeaders,
  wechatNotify,
  type Stage,
} from './pay-stage.js';

let stage: Stage;
let sdk: InstanceType<typeof WxPay>;

beforeAll(async () => {
  stage = await payStage();
  const { wechat, wechatPay } = stage.config;
  sdk = new WxPay({
    appid: wechat.appId,
    mchid: wechatPay.mchId,
    serial_no: wechatPay.mchSerial,
    publicKey: Buffer.from(wechatPay.mchCert),
    privateKey: Buffer.from(wechatPay.mchPrivateKey),
    key: wechatPay.apiV3Key,
  });
});
afterAll(() => stage.close());
beforeEach(() => void stage.heard.splice(0));

const paid = () => ({ ...wechatNotify(stage).plain });
const notify = (body: string, headers: Record<string, string>) =>
  stage.wechat.readNotify(Buffer.from(body), headers);
const intent = () => ({
  outTradeNo: 'order_000001',
  amountFen: fen(8_800),
  description: '晨雾 拼配豆',
  payer: 'openid-1',
  expiresAt: new Date(Date.now() + 1_800_000),
  notifyUrl: `${stage.neighbour}/notify/wechat-pay`,
});

function answerWith(
  status: number,
  value: object | null,
  headersOf: (body: string) => Record<string, string>,
): void {
  const body = value === null ? '' : JSON.stringify(value);
  stage.answer((_, response) => void response.writeHead(status, headersOf(body)).end(body));
}
const signed = (body: string) => wechatHeaders(body, stage.keys.wechat);

describe('hole 1: answers are never verified', () => {
  test('a truly signed answer is believed', async () => {
    answerWith(200, paid(), signed);
    expect(await stage.wechat.query('order_000001')).toMatchObject({ state: 'paid', amountFen: 8_800 });
  });

  test('an answer without signature headers is not', async () => {
    answerWith(200, paid(), () => ({}));
    expect(await stage.wechat.query('order_000001')).toMatchObject({ state: 'unknown', amountFen: null });
  });

  test.each([
    ['signed by somebody else', (body: string) => wechatHeaders(body, stage.keys.stranger)],
    ['signed for another body', () => wechatHeaders('{}', stage.keys.wechat)],
    [
      'with the serial of another key',
      (body: string) => wechatHeaders(body, stage.keys.wechat, { serial: OLD_SERIAL }),
    ],
    [
      'five minutes old',
      (body: string) => wechatHeaders(body, stage.keys.wechat, { timestamp: nowSeconds(-301) }),
    ],
    [
      'from the future',
      (body: string) => wechatHeaders(body, stage.keys.wechat, { timestamp: nowSeconds(301) }),
    ],
    [
      'with a probe of WeChat',
      (body: string) => ({
        ...signed(body),
        'wechatpay-signature': `WECHATPAY/SIGNTEST/${signed(body)['wechatpay-signature']!.slice(0, 325)}`,
      }),
    ],
  ])('an answer %s is not', async (_, headersOf) => {
    answerWith(200, paid(), headersOf);
    expect(await stage.wechat.query('order_000001')).toMatchObject({ state: 'unknown' });
  });

  test('neither is a refusal that nobody signed: it proves nothing', async () => {
    answerWith(404, { code: 'ORDER_NOT_EXIST', message: '订单不存在' }, () => ({}));
    expect(await stage.wechat.query('order_000001')).toMatchObject({ state: 'unknown' });
    answerWith(404, { code: 'ORDER_NOT_EXIST', message: '订单不存在' }, signed);
    expect(await stage.wechat.query('order_000001')).toMatchObject({ state: 'absent' });
  });

  test('a closed order that nobody signed for is not closed', async () => {
    stage.answer((call, response) => {
      const open = JSON.stringify({ ...paid(), trade_state: 'NOTPAY' });
      if (call.method === 'GET') response.writeHead(200, signed(open)).end(open);
      else response.writeHead(204).end();
    });
    expect(await stage.wechat.close('order_000001')).toBe('unknown');
  });

  test.each([
    ['another order', { out_trade_no: 'order_000002' }],
    ['another merchant', { mchid: '1600000009' }],
    ['another app', { appid: 'wx0000000000000009' }],
    ['another currency', { amount: { total: 8_800, currency: 'USD' } }],
    ['no amount', { amount: {} }],
    ['a fraction of a fen', { amount: { total: 8_800.5, currency: 'CNY' } }],
    ['a state from the prototype', { trade_state: 'constructor' }],
  ])('a signed answer about %s is no payment of ours', async (_, change) => {
    answerWith(200, { ...paid(), ...change }, signed);
    expect((await stage.wechat.query('order_000001')).state).toBe('unknown');
  });
});

describe('hole 2: the tag of AES-GCM is not checked', () => {
  const tampered = () => {
    const resource = sealResource({ amount: { total: 100 } }, stage.config.wechatPay.apiV3Key);
    const bytes = Buffer.from(resource.ciphertext, 'base64');
    // "1" becomes "9": one yuan becomes nine hundred fen.
    bytes['{"amount":{"total":'.length]! ^= '1'.charCodeAt(0) ^ '9'.charCodeAt(0);
    return { ...resource, ciphertext: bytes.toString('base64') };
  };

  test('the SDK returns the changed amount, ours throws', () => {
    const resource = tampered();
    const fooled = sdk.decipher_gcm(resource.ciphertext, resource.associated_data, resource.nonce);
    expect(fooled).toEqual({ amount: { total: 900 } });
    expect(() => openResource(stage.config.wechatPay.apiV3Key, resource)).toThrow();
  });

  test.each([
    ['a wrong key', (r: object) => [r, 'b'.repeat(32)]],
    ['another associated data', (r: object) => [{ ...r, associated_data: 'refund' }, null]],
    ['no associated data', (r: object) => [{ ...r, associated_data: undefined }, null]],
    [
      'a cut tag',
      (r: { ciphertext: string }) => [
        { ...r, ciphertext: Buffer.from(r.ciphertext, 'base64').subarray(0, -1).toString('base64') },
        null,
      ],
    ],
    ['a ciphertext shorter than a tag', (r: object) => [{ ...r, ciphertext: 'AAAA' }, null]],
    ['another algorithm', (r: object) => [{ ...r, algorithm: 'NONE' }, null]],
    ['a nonce of another length', (r: object) => [{ ...r, nonce: 'short' }, null]],
  ])('%s is refused', (_, change) => {
    const [resource, key] = change(sealResource({ a: 1 }, stage.config.wechatPay.apiV3Key) as never) as [
      object,
      string | null,
    ];
    expect(() => openResource(key ?? stage.config.wechatPay.apiV3Key, resource)).toThrow();
  });

  test('an empty associated data may be left out', () => {
    const { associated_data: _, ...resource } = sealResource({ a: 1 }, stage.config.wechatPay.apiV3Key, '');
    expect(openResource(stage.config.wechatPay.apiV3Key, resource)).toBe('{"a":1}');
  });

  test('a notify with a changed resource is refused although its signature is right', async () => {
    const body = JSON.stringify({ id: 'n', event_type: 'TRANSACTION.SUCCESS', resource: tampered() });
    await expect(notify(body, signed(body))).rejects.toThrow(NotifyRefused);
  });
});

describe('hole 3: a signature of any age is good', () => {
  test('the SDK takes one of 2001, ours does not', async () => {
    const { body } = wechatNotify(stage);
    const old = wechatHeaders(body, stage.keys.wechat, { timestamp: '1000000000' });
    (WxPay as unknown as { certificates: Record<string, string> }).certificates[SERIAL] =
      stage.config.wechatPay.publicKeys[SERIAL]!;
    const fooled = await sdk.verifySign({
      body,
      serial: SERIAL,
      signature: old['wechatpay-signature']!,
      timestamp: old['wechatpay-timestamp']!,
      nonce: old['wechatpay-nonce']!,
    });
    expect(fooled).toBe(true);
    await expect(notify(body, old)).rejects.toThrow('outside the time window');
  });

  test('the window is 300 seconds on both sides', () => {
    const keys = readWechatPayKeys(stage.config.wechatPay.publicKeys);
    const at = (offset: number) =>
      distrust(
        keys,
        wechatHeaders('{}', stage.keys.wechat, { timestamp: '1800000000' }),
        Buffer.from('{}'),
        new Date((1_800_000_000 + offset) * 1_000),
      );
    expect([at(-300), at(-299), at(0), at(299), at(300)].map((doubt) => doubt === null)).toEqual([
      false,
      true,
      true,
      true,
      false,
    ]);
  });

  test.each([
    ['a URL-safe alphabet', (s: string) => s.replaceAll('+', '-').replaceAll('/', '_')],
    ['a line break', (s: string) => `${s.slice(0, 64)}\n${s.slice(64)}`],
    ['no padding', (s: string) => s.replace(/=+$/, '')],
    ['nothing', () => ''],
  ])('a signature with %s is not canonical', (_, change) => {
    const keys = readWechatPayKeys(stage.config.wechatPay.publicKeys);
    const headers = wechatHeaders('{}', stage.keys.wechat);
    const changed = change(headers['wechatpay-signature']!.replace(/^.{4}/, 'ab+/'));
    expect(
      distrust(keys, { ...headers, 'wechatpay-signature': changed }, Buffer.from('{}'), new Date()),
    ).not.toBeNull();
    // The same letters, canonical: what is refused above is the form, before any key is asked.
    expect(strictBase64(changed)).toBeNull();
  });
});

describe('hole 4: keys in one static table, and unknown ones are fetched', () => {
  test.each(['constructor', '__proto__', 'toString', 'PUB_KEY_ID_0'])(
    'serial "%s" names no key, and nobody is called',
    async (serial) => {
      const { body } = wechatNotify(stage);
      await expect(notify(body, wechatHeaders(body, stage.keys.wechat, { serial }))).rejects.toThrow(
        'unknown serial',
      );
      expect(stage.heard).toEqual([]);
    },
  );

  test('the SDK falls over the prototype instead', async () => {
    const params = {
      body: '{}',
      serial: 'constructor',
      signature: 'AA==',
      timestamp: nowSeconds(),
      nonce: 'n',
    };
    await expect(sdk.verifySign(params)).rejects.toThrow(TypeError);
  });

  test('a key given to the SDK’s table by another merchant opens nothing here', async () => {
    const thief = generateKeyPairSync('rsa', {
      modulusLength: 2048,
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    });
    (WxPay as unknown as { certificates: Record<string, string> }).certificates['THIEF'] = thief.publicKey;
    const { body } = wechatNotify(stage);
    await expect(notify(body, wechatHeaders(body, thief.privateKey, { serial: 'THIEF' }))).rejects.toThrow(
      'unknown serial',
    );
  });
});

describe('hole 5: no public-key mode', () => {
  test('every call asks for answers signed with the public key, and says who calls', async () => {
    answerWith(200, { prepay_id: 'wx001' }, signed);
    await stage.wechat.create(intent());
    const { headers, url, body } = stage.heard[0]!;
    expect(headers['wechatpay-serial']).toBe(SERIAL);
    expect(headers.accept).toBe('application/json');
    expect(headers['user-agent']).toMatch(/^tongdian-server/);
    expect(url).toBe('/wechat-pay/v3/pay/transactions/jsapi');
    expect(JSON.parse(body)).toMatchObject({
      amount: { total: 8_800, currency: 'CNY' },
      payer: { openid: 'openid-1' },
    });
  });

  test('while WeChat switches, the platform certificate is good too', async () => {
    const { body } = wechatNotify(stage);
    expect(
      await notify(body, wechatHeaders(body, stage.keys.oldWechat, { serial: OLD_SERIAL })),
    ).toMatchObject({
      outTradeNo: 'order_000001',
      payment: { state: 'paid', amountFen: 8_800 },
    });
  });
});

describe('its transport', () => {
  test('a redirect is not followed: no Authorization for strangers', async () => {
    stage.answer((call, response) => {
      if (call.url.startsWith('/wechat-pay'))
        response.writeHead(302, { location: `${stage.neighbour}/thief` }).end();
      else response.writeHead(200).end('{}');
    });
    await expect(stage.wechat.create(intent())).rejects.toThrow(UnknownResult);
    expect(stage.heard.filter((call) => call.url === '/thief')).toEqual([]);
  });

  test('a silent neighbour is given up, and not asked again at once', async () => {
    stage.answer(() => undefined);
    const begun = performance.now();
    await expect(stage.wechat.create(intent())).rejects.toThrow(UnknownResult);
    expect(performance.now() - begun).toBeLessThan(3_000);
    expect(stage.heard).toHaveLength(1);
  });

  test('500, SYSTEM_ERROR and a cut line are tried three times, signed anew each time', async () => {
    let tries = 0;
    stage.answer((call, response) => {
      tries += 1;
      const busy = JSON.stringify({ code: 'SYSTEM_ERROR', message: '系统错误' });
      const good = JSON.stringify({ prepay_id: 'wx002' });
      if (tries === 1) response.socket?.destroy();
      else if (tries === 2) response.writeHead(500, signed(busy)).end(busy);
      else response.writeHead(200, signed(good)).end(good);
      void call;
    });
    const { params } = await stage.wechat.create(intent());
    expect(params).toMatchObject({ package: 'prepay_id=wx002' });
    expect(new Set(stage.heard.map((call) => call.headers.authorization)).size).toBe(3);
    expect(new Set(stage.heard.map((call) => call.body)).size).toBe(1);
  });

  test('a clear no is not tried again', async () => {
    answerWith(400, { code: 'PARAM_ERROR', message: '参数错误' }, signed);
    await expect(stage.wechat.create(intent())).rejects.toThrow(GatewayRefusal);
    expect(stage.heard).toHaveLength(1);
  });

  test('nonces come from the system’s randomness, 32 hex digits, in the call and in paySign', async () => {
    answerWith(200, { prepay_id: 'wx003' }, signed);
    const { params } = await stage.wechat.create(intent());
    expect(stage.heard[0]!.headers.authorization).toMatch(/nonce_str="[0-9a-f]{32}"/);
    if (params.platform !== 'wechat') throw new Error('another platform');
    expect(params.nonceStr).toMatch(/^[0-9a-f]{32}$/);
    const text = `${stage.config.wechat.appId}\n${params.timeStamp}\n${params.nonceStr}\n${params.package}\n`;
    expect(params.paySign).toBe(rsaSign(text, stage.config.wechatPay.mchPrivateKey));
  });
});

describe('notifies', () => {
  test('a genuine one is read', async () => {
    const { body } = wechatNotify(stage);
    expect(await notify(body, signed(body))).toEqual({
      notifyId: 'notify-1',
      outTradeNo: 'order_000001',
      kind: 'payment',
      refund: null,
      payment: {
        state: 'paid',
        amountFen: 8_800,
        transactionNo: '4200000000000000000000000001',
        paidAt: new Date('2026-06-13T06:32:05.000Z'),
      },
    });
  });

  test.each([
    ['another app', { appid: 'wx0000000000000009' }],
    ['another merchant', { mchid: '1600000009' }],
    ['no number', { transaction_id: undefined }],
  ])('one for %s is refused', async (_, change) => {
    const { body } = wechatNotify(stage, change);
    await expect(notify(body, signed(body))).rejects.toThrow(NotifyRefused);
  });

  test.each(['', 'null', '[]', '{"id":1}', '{"id":"x"}', '{"id":"x","event_type":"OTHER","resource":{}}'])(
    'a signed %s is refused',
    async (body) => {
      await expect(notify(body, signed(body))).rejects.toThrow(NotifyRefused);
    },
  );

  test('the reason of a refusal holds nothing of the message', async () => {
    const body = '{"id":"x","secret":';
    const error = await notify(body, signed(body)).catch((reason: Error) => reason);
    expect((error as Error).message).toBe('not valid JSON');
  });

  test('a refund is read with its own numbers', async () => {
    const plain = {
      mchid: stage.config.wechatPay.mchId,
      out_trade_no: 'order_000001',
      out_refund_no: 'refund_000001',
      refund_id: '503',
      refund_status: 'SUCCESS',
      amount: { total: 8_800, refund: 800 },
    };
    const resource = sealResource(plain, stage.config.wechatPay.apiV3Key, 'refund');
    const body = JSON.stringify({ id: 'r-1', event_type: 'REFUND.SUCCESS', resource });
    expect((await notify(body, signed(body))).refund).toMatchObject({
      outRefundNo: 'refund_000001',
      state: 'done',
      refundFen: 800,
    });
  });
});

const vectors =
  process.env['TONGDIAN_REFERENCE'] ?? join(import.meta.dirname, '..', '..', '..', 'shared', 'vectors');
const vector = (name: string) =>
  JSON.parse(readFileSync(join(vectors, name), 'utf8')) as {
    cases: Record<string, string>[];
    public_key_pem?: string;
  };

describe.skipIf(!existsSync(vectors))(
  'public vectors (skipped where they are not beside the checkout)',
  () => {
    test('AES-256-GCM opens, and the tampered one does not', () => {
      for (const each of vector('wechatpay-aes-gcm.json').cases.filter(
        ({ algo }) => algo === 'aes-256-gcm',
      )) {
        const resource = {
          algorithm: 'AEAD_AES_256_GCM',
          ciphertext: each['ciphertext'],
          nonce: each['nonce'],
          associated_data: each['associated_data'],
        };
        expect(openResource(each['key']!, resource)).toBe(each['plaintext']);
        expect(() =>
          openResource(each['key']!, { ...resource, ciphertext: each['tampered_ciphertext_base64'] }),
        ).toThrow();
      }
    });

    test('the SDK builds the five lines of the reference', () => {
      for (const each of vector('wechatpay-authorization-canonical.json').cases) {
        let text = '';
        Object.assign(sdk, { sha256WithRsa: (signedText: string) => ((text = signedText), '') });
        sdk.getSignature(
          each['method']!,
          each['nonce']!,
          String(each['timestamp']),
          each['canonical_url']!,
          each['body'] || undefined,
        );
        expect(text).toBe(each['message']);
      }
    });
  },
);
