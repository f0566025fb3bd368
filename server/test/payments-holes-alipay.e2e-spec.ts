/**
 * The known holes of alipay-sdk 4.14.0, each as an attack: first the SDK as it comes falls for it, then our
 * gateway does not. Then the rules of its notifies.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AlipaySdk } from 'alipay-sdk';
import { fen } from '@tongdian/shared/kernel/money';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { strictMembers } from '../src/platform/alipay/strict-json.js';
import { GatewayRefusal, NotifyRefused, UnknownResult } from '../src/platform/payment-gateway.js';
import { isSignedBy, readPublicKey } from '../src/platform/security/rsa.js';
import { alipayAnswer, alipayFields, alipayForm, payStage, rsaSign, type Stage } from './pay-stage.js';

let stage: Stage;
let sdk: AlipaySdk;
const QUERY = 'alipay.trade.query';
const NODE = 'alipay_trade_query_response';

beforeAll(async () => {
  stage = await payStage();
  const { appId, privateKey, publicKey, gateway } = stage.config.alipay;
  sdk = new AlipaySdk({
    appId,
    privateKey,
    keyType: 'PKCS8',
    alipayPublicKey: publicKey,
    gateway,
    camelcase: false,
  });
});
afterAll(() => stage.close());
beforeEach(() => void stage.heard.splice(0));

const open = {
  code: '10000',
  msg: 'Success',
  out_trade_no: 'order_000001',
  trade_no: 'T1',
  trade_status: 'WAIT_BUYER_PAY',
  total_amount: '88.00',
};
const paid = { ...open, trade_status: 'TRADE_SUCCESS', send_pay_date: '2026-06-13 14:32:05' };
const answer = (body: string, status = 200): void =>
  stage.answer(
    (_, response) => void response.writeHead(status, { 'content-type': 'text/html;charset=utf-8' }).end(body),
  );
const query = () => stage.alipay.query('order_000001');
const notify = (body: string | Buffer) => stage.alipay.readNotify(Buffer.from(body));
const intent = () => ({
  outTradeNo: 'order_000001',
  amountFen: fen(8_800),
  description: '晨雾 拼配豆 250g / 2 袋 = 省 & 香 😀',
  payer: 'open-id-1',
  expiresAt: new Date('2026-06-13T06:32:05Z'),
  notifyUrl: 'http://127.0.0.1/notify/alipay',
});

describe('hole 1: exec verifies only on demand', () => {
  test('the SDK believes an unsigned payment, ours does not', async () => {
    answer(JSON.stringify({ [NODE]: paid, sign: 'bm8=' }));
    expect(await sdk.exec(QUERY, { bizContent: {} })).toMatchObject({ trade_status: 'TRADE_SUCCESS' });
    expect((await query()).state).toBe('unknown');
  });

  test('a truly signed one is believed, slashes escaped as they are', async () => {
    answer(alipayAnswer(QUERY, { ...paid, url: 'http://a/b' }, stage.keys.alipay));
    expect(await query()).toMatchObject({
      state: 'paid',
      amountFen: 8_800,
      transactionNo: 'T1',
      paidAt: new Date('2026-06-13T06:32:05Z'),
    });
  });

  test('one changed after signing is not', async () => {
    answer(alipayAnswer(QUERY, open, stage.keys.alipay).replace('WAIT_BUYER_PAY', 'TRADE_SUCCESS'));
    expect((await query()).state).toBe('unknown');
  });

  test('one signed by a stranger is not', async () => {
    answer(alipayAnswer(QUERY, paid, stage.keys.stranger));
    expect((await query()).state).toBe('unknown');
  });
});

describe('hole 2: verification without a key is success', () => {
  test('the SDK warns and believes; our server does not start without the key', async () => {
    const { appId, privateKey, gateway } = stage.config.alipay;
    const keyless = new AlipaySdk({ appId, privateKey, keyType: 'PKCS8', gateway, camelcase: false });
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    answer(JSON.stringify({ [NODE]: paid, sign: 'bm8=' }));
    expect(await keyless.exec(QUERY, { bizContent: {} }, { validateSign: true })).toMatchObject({
      trade_status: 'TRADE_SUCCESS',
    });
    warn.mockRestore();
    await expect(payStage({ ALIPAY_PUBLIC_KEY: '' })).rejects.toThrow('ALIPAY_PUBLIC_KEY is not set');
  });
});

describe('hole 3: the signed node and the node that is read are two', () => {
  const doubled = () => {
    const genuine = alipayAnswer(QUERY, open, stage.keys.alipay);
    return `${genuine.slice(0, -1)},"${NODE}":${JSON.stringify(paid)}}`;
  };

  test('the SDK verifies the first and returns the second, ours takes neither', async () => {
    answer(doubled());
    expect(await sdk.exec(QUERY, { bizContent: {} }, { validateSign: true })).toMatchObject({
      trade_status: 'TRADE_SUCCESS',
    });
    expect((await query()).state).toBe('unknown');
  });

  test.each([
    [
      'an escaped name for the second node',
      () => doubled().replace(`,"${NODE}":{`, `,"\\u0061lipay_trade_query_response":{`),
    ],
    [
      'a second signature',
      () => alipayAnswer(QUERY, paid, stage.keys.stranger).replace('}', `}`).slice(0, -1) + `,"sign":"x"}`,
    ],
    [
      'a doubled key inside the node',
      () => `{"${NODE}":{"trade_status":"WAIT_BUYER_PAY","trade_status":"TRADE_SUCCESS"},"sign":"x"}`,
    ],
    [
      'an error_response beside the node',
      () => `${alipayAnswer(QUERY, open, stage.keys.alipay).slice(0, -1)},"error_response":{}}`,
    ],
    ['bytes after the end', () => `${alipayAnswer(QUERY, open, stage.keys.alipay)} {}`],
    ['an array', () => '[]'],
    ['no node', () => '{"sign":"x"}'],
    ['no sign', () => JSON.stringify({ [NODE]: paid })],
    ['half an answer', () => alipayAnswer(QUERY, paid, stage.keys.alipay).slice(0, 60)],
  ])('%s is refused', async (_, body) => {
    answer(body());
    expect((await query()).state).toBe('unknown');
  });
});

describe('hole 4: a notify chooses how it is verified', () => {
  const sha1 = () =>
    alipayForm(alipayFields(stage), stage.keys.alipay, { signType: 'RSA', digest: 'RSA-SHA1' });

  test('the SDK takes SHA-1 when the message says so, ours takes RSA2 only', async () => {
    expect(sdk.checkNotifySignV2(Object.fromEntries(new URLSearchParams(sha1())))).toBe(true);
    await expect(notify(sha1())).rejects.toThrow('another sign_type');
    const pretended = alipayForm(alipayFields(stage), stage.keys.alipay, {
      signType: 'RSA2',
      digest: 'RSA-SHA1',
    });
    await expect(notify(pretended)).rejects.toThrow('wrong signature');
  });

  test.each(['MD5', '', 'constructor'])('sign_type "%s" is refused, not a crash', async (signType) => {
    await expect(notify(alipayForm(alipayFields(stage), stage.keys.alipay, { signType }))).rejects.toThrow(
      NotifyRefused,
    );
  });

  test.each([
    ['app', { app_id: '2021000000000009' }, 'another app'],
    ['seller', { seller_id: '2088000000000009' }, 'another seller'],
    ['charset', { charset: 'gbk' }, 'another charset'],
    ['event', { notify_type: 'other' }, 'unknown event'],
    ['amount that is none', { total_amount: '88.001' }, 'malformed total_amount'],
    ['time of last month', { notify_time: '2026-01-01 00:00:00' }, 'outside the time window'],
  ])('a truly signed notify with another %s is refused', async (_, change, words) => {
    await expect(notify(alipayForm(alipayFields(stage, change), stage.keys.alipay))).rejects.toThrow(words);
  });

  test.each([
    ['a doubled field', (form: string) => `${form}&total_amount=0.01`, 'doubled field'],
    ['a doubled field by another spelling', (form: string) => `${form}&total%5Famount=0.01`, 'doubled field'],
    ['an array', (form: string) => form.replace('total_amount=', 'total_amount%5B%5D='), 'malformed name'],
    ['a broken escape', (form: string) => form.replace('subject=', 'subject=%'), 'malformed'],
    ['bytes that are no UTF-8', (form: string) => form.replace('subject=', 'subject=%FF%FE'), 'malformed'],
    ['raw bytes', (form: string) => form.replace('subject=', 'subject=晨'), 'not a form'],
    ['no signature', (form: string) => form.replace(/&sign=[^&]*/, ''), 'wrong signature'],
    ['nothing', () => '', 'not a form'],
  ])('%s is refused', async (_, change, words) => {
    await expect(notify(change(alipayForm(alipayFields(stage), stage.keys.alipay)))).rejects.toThrow(words);
  });

  test('one signed by a stranger is refused', async () => {
    await expect(notify(alipayForm(alipayFields(stage), stage.keys.stranger))).rejects.toThrow(
      'wrong signature',
    );
  });
});

describe('notifies', () => {
  test.each([
    ['without sign_type in the text', false],
    ['with it', true],
  ])('a genuine one signed %s is read; %% and + survive', async (_, signTypeSigned) => {
    expect(
      await notify(alipayForm(alipayFields(stage), stage.keys.alipay, { signTypeSigned })),
    ).toMatchObject({
      notifyId: '2026061300222143205001',
      outTradeNo: 'order_000001',
      kind: 'payment',
      payment: { state: 'paid', amountFen: 8_800, transactionNo: '2026061322001400000000000001' },
    });
  });

  test.each(['TRADE_SUCCESS', 'TRADE_CLOSED'])(
    'with refund_fee it tells a refund, also under %s',
    async (trade_status) => {
      const fields = alipayFields(stage, {
        trade_status,
        refund_fee: '88.00',
        gmt_refund: '2026-06-14 10:00:00.123',
        out_biz_no: 'refund_000001',
      });
      expect(await notify(alipayForm(fields, stage.keys.alipay))).toMatchObject({
        kind: 'refund',
        payment: null,
        refund: { outRefundNo: 'refund_000001', state: 'done' },
      });
    },
  );

  test('closed without a refund is closed', async () => {
    const fields = alipayFields(stage, { trade_status: 'TRADE_CLOSED' });
    expect((await notify(alipayForm(fields, stage.keys.alipay))).payment?.state).toBe('closed');
  });

  test('the answer is the seven bytes or it is not', () => {
    expect(stage.alipay.answer(true)).toEqual({ status: 200, contentType: 'text/plain', body: 'success' });
    expect(stage.alipay.answer(false).body).not.toBe('success');
  });
});

describe('calls', () => {
  test('a trade is created for the mini-program, its text cleaned, in Shanghai’s time', async () => {
    answer(
      alipayAnswer(
        'alipay.trade.create',
        { code: '10000', msg: 'Success', out_trade_no: 'order_000001', trade_no: 'T1' },
        stage.keys.alipay,
      ),
    );
    expect((await stage.alipay.create(intent())).params).toEqual({ platform: 'alipay', tradeNO: 'T1' });
    const call = stage.heard[0]!;
    const params = new URLSearchParams([call.url.split('?')[1] ?? '', call.body].filter(Boolean).join('&'));
    const biz = JSON.parse(params.get('biz_content')!) as Record<string, string>;
    expect(biz).toEqual({
      out_trade_no: 'order_000001',
      total_amount: '88.00',
      subject: '晨雾 拼配豆 250g 2 袋 省 香',
      product_code: 'JSAPI_PAY',
      op_app_id: stage.config.alipay.appId,
      buyer_open_id: 'open-id-1',
      seller_id: stage.config.alipay.sellerId,
      time_expire: '2026-06-13 14:32:05',
    });
    expect(params.get('sign_type')).toBe('RSA2');
    expect(params.get('notify_url')).toBe('http://127.0.0.1/notify/alipay');
    expect(
      Math.abs(Date.parse(`${params.get('timestamp')!.replace(' ', 'T')}+08:00`) - Date.now()),
    ).toBeLessThan(5_000);
  });

  test('20000 is tried again with the same number, a clear no is not', async () => {
    let tries = 0;
    stage.answer((_, response) => {
      tries += 1;
      const node =
        tries < 3
          ? { code: '20000', msg: 'busy', sub_code: 'aop.unknow-error' }
          : { code: '10000', out_trade_no: 'order_000001', trade_no: 'T1' };
      response.end(alipayAnswer('alipay.trade.create', node, stage.keys.alipay));
    });
    await stage.alipay.create(intent());
    expect(tries).toBe(3);
    stage.heard.splice(0);
    answer(
      alipayAnswer(
        'alipay.trade.create',
        { code: '40004', sub_code: 'ACQ.INVALID_PARAMETER', sub_msg: '参数无效' },
        stage.keys.alipay,
      ),
    );
    await expect(stage.alipay.create(intent())).rejects.toThrow(GatewayRefusal);
    expect(stage.heard).toHaveLength(1);
  });

  test('a no that nobody signed is no answer', async () => {
    answer(
      JSON.stringify({ alipay_trade_create_response: { code: '40004', sub_code: 'ACQ.X' }, sign: 'bm8=' }),
    );
    await expect(stage.alipay.create(intent())).rejects.toThrow(UnknownResult);
  });

  test('a refund is done only with fund_change=Y', async () => {
    const refund = {
      ...intent(),
      transactionNo: null,
      outRefundNo: 'r1',
      refundFen: fen(800),
      totalFen: fen(8_800),
      reason: '退',
    };
    const say = (fund_change?: string): void =>
      answer(
        alipayAnswer(
          'alipay.trade.refund',
          { code: '10000', msg: 'Success', out_trade_no: 'order_000001', fund_change, refund_fee: '8.00' },
          stage.keys.alipay,
        ),
      );
    say('Y');
    expect((await stage.alipay.refund(refund)).state).toBe('done');
    say('N');
    expect((await stage.alipay.refund(refund)).state).toBe('processing');
    say();
    expect((await stage.alipay.refund(refund)).state).toBe('processing');
  });

  test('the next key is believed until its time and no longer', async () => {
    const body = () => alipayAnswer(QUERY, paid, stage.keys.nextAlipay);
    answer(body());
    expect((await query()).state).toBe('unknown');
    const pair = await payStage({
      ALIPAY_NEXT_PUBLIC_KEY_UNTIL: new Date(Date.now() + 60_000).toISOString(),
    });
    pair.answer((_, response) => void response.end(alipayAnswer(QUERY, paid, pair.keys.nextAlipay)));
    expect((await pair.alipay.query('order_000001')).state).toBe('paid');
    await pair.close();
    const late = await payStage({ ALIPAY_NEXT_PUBLIC_KEY_UNTIL: '2026-01-01T00:00:00Z' });
    late.answer((_, response) => void response.end(alipayAnswer(QUERY, paid, late.keys.nextAlipay)));
    expect((await late.alipay.query('order_000001')).state).toBe('unknown');
    await late.close();
  });
});

const vectors =
  process.env['TONGDIAN_REFERENCE'] ?? join(import.meta.dirname, '..', '..', '..', 'shared', 'vectors');

test.skipIf(!existsSync(vectors))(
  'the public vector of a signed answer verifies (skipped where it is not beside the checkout)',
  () => {
    const {
      response_raw: raw,
      response_key: key,
      alipay_public_key_pem: pem,
    } = JSON.parse(readFileSync(join(vectors, 'alipay-response.json'), 'utf8')) as Record<string, string>;
    const members = strictMembers(raw!);
    const sign = JSON.parse(members.get('sign')!) as string;
    expect(isSignedBy(readPublicKey(pem!, 'vector'), members.get(key!)!, sign)).toBe(true);
    expect(
      isSignedBy(readPublicKey(pem!, 'vector'), members.get(key!)!.replace('Success', 'success'), sign),
    ).toBe(false);
    expect(rsaSign('x', stage.keys.stranger)).not.toBe(sign);
  },
);
