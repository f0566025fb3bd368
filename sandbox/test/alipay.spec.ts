import { createSign, generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { alipayMerchant, alipayOpenid, newNumber, openWorld, type Json, type World } from './world.js';

let world: World;
let openId: string;
beforeAll(async () => {
  world = await openWorld();
  openId = await alipayOpenid(world);
});
afterAll(() => world.close());
beforeEach(() => world.reset());

const SIGNED = { validateSign: true };
const order = (no: string, more: Record<string, unknown> = {}) => ({
  notify_url: world.notifyUrl,
  bizContent: {
    out_trade_no: no,
    total_amount: '88.80',
    subject: '灯屿 滤纸',
    product_code: 'JSAPI_PAY',
    op_app_id: world.sandbox.credentials['ALIPAY_APP_ID'],
    buyer_open_id: openId,
    ...more,
  },
});
const form = (body: string) => Object.fromEntries(new URLSearchParams(body));
const buy = async (no = newNumber()) => {
  const sdk = alipayMerchant(world);
  const created = await sdk.exec('alipay.trade.create', order(no), SIGNED);
  const { json } = await world.post('/device/alipay/pay', { user: 'lin', tradeNO: created['tradeNo'] });
  return { no, sdk, tradeNo: created['tradeNo'] as string, resultCode: json['resultCode'] as string };
};

describe('Alipay with the real SDK', () => {
  it('creates, is paid, notifies with a signature the SDK accepts, and answers the query signed', async () => {
    const { no, sdk, tradeNo, resultCode } = await buy();
    expect(resultCode).toBe('9000');
    const [notify] = await world.hear(1);
    const params = form(notify!.body);
    expect(sdk.checkNotifySignV2(params)).toBe(true);
    expect(params).toMatchObject({
      out_trade_no: no,
      trade_no: tradeNo,
      trade_status: 'TRADE_SUCCESS',
      total_amount: '88.80',
    });
    const query = await sdk.exec('alipay.trade.query', { bizContent: { out_trade_no: no } }, SIGNED);
    expect(query).toMatchObject({
      code: '10000',
      tradeStatus: 'TRADE_SUCCESS',
      totalAmount: '88.80',
      buyerOpenId: openId,
    });
  });

  it('speaks v3 as well, with answers that curl verifies by itself', async () => {
    const sdk = alipayMerchant(world);
    const no = newNumber();
    const { bizContent } = order(no);
    const created = await sdk.curl<Json>('POST', '/v3/alipay/trade/create', {
      body: { ...bizContent, notify_url: world.notifyUrl },
    });
    expect(created.data.out_trade_no).toBe(no);
    await world.post('/device/alipay/pay', { user: 'lin', tradeNO: created.data.trade_no });
    const query = await sdk.curl<Json>('POST', '/v3/alipay/trade/query', { body: { out_trade_no: no } });
    expect(query.data.trade_status).toBe('TRADE_SUCCESS');
    await world.hear(1);
  });
});

describe('Alipay refuses', () => {
  it('a request signed by someone else', async () => {
    const { privateKey } = generateKeyPairSync('rsa', {
      modulusLength: 2048,
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
      publicKeyEncoding: { type: 'spki', format: 'pem' },
    });
    const stranger = alipayMerchant(world, { privateKey });
    const answer = await stranger.exec(
      'alipay.trade.query',
      { bizContent: { out_trade_no: newNumber() } },
      SIGNED,
    );
    expect(answer).toMatchObject({ code: '40002', subCode: 'isv.invalid-signature' });
    await expect(
      stranger.curl('POST', '/v3/alipay/trade/query', { body: { out_trade_no: 'a' } }),
    ).rejects.toMatchObject({ code: 'isv.invalid-signature' });
  });

  it('a v3 nonce that came before', async () => {
    const env = world.sandbox.credentials;
    const path = '/v3/alipay/trade/query';
    const body = JSON.stringify({ out_trade_no: 'x' });
    const auth = `app_id=${env['ALIPAY_APP_ID']},nonce=${newNumber()},timestamp=${Date.now()}`;
    const sign = createSign('RSA-SHA256')
      .update(`${auth}\nPOST\n${path}\n${body}\n`)
      .sign(env['ALIPAY_PRIVATE_KEY']!, 'base64');
    const send = async () =>
      (
        await fetch(env['ALIPAY_ENDPOINT'] + path, {
          method: 'POST',
          body,
          headers: {
            authorization: `ALIPAY-SHA256withRSA ${auth},sign=${sign}`,
            'content-type': 'application/json',
          },
        })
      ).json() as Promise<Json>;
    expect((await send()).code).toBe('TRADE_NOT_EXIST');
    expect((await send()).code).toBe('isv.invalid-signature');
  });

  it.each([
    ['a wrong product code', { product_code: 'FACE_TO_FACE_PAYMENT' }],
    ['another app', { op_app_id: '2021000000000000' }],
    ['an unknown buyer', { buyer_open_id: 'nobody' }],
    ['three decimals', { total_amount: '1.001' }],
    ['nothing to pay', { total_amount: '0.00' }],
    ['a subject with a slash', { subject: 'a/b' }],
    ['an order number with a dash', { out_trade_no: 'a-b' }],
    ['a longer time than 15 days', { timeout_express: '16d' }],
  ])('%s', async (_name, more) => {
    const answer = await alipayMerchant(world).exec('alipay.trade.create', order(newNumber(), more), SIGNED);
    expect(answer).toMatchObject({ code: '40004', subCode: 'ACQ.INVALID_PARAMETER' });
  });

  it('an auth code that was used or is too old', async () => {
    const sdk = alipayMerchant(world);
    const grant = async (code: string) => {
      try {
        return (await sdk.exec('alipay.system.oauth.token', {
          grant_type: 'authorization_code',
          code,
        })) as Json;
      } catch (error) {
        return (error as Json).responseDataRaw;
      }
    };
    const { json } = await world.post('/device/alipay/auth-code', { user: 'xu' });
    expect((await grant(json['authCode'])).openId).toBeTruthy();
    expect(JSON.stringify(await grant(json['authCode']))).toContain('isv.code-invalid');
    const second = await world.post('/device/alipay/auth-code', { user: 'xu' });
    await world.post('/control/clock', { offsetMs: 181_000 });
    expect(JSON.stringify(await grant(second.json['authCode']))).toContain('isv.code-invalid');
  });
});

describe('Alipay refunds', () => {
  const refund = (sdk: ReturnType<typeof alipayMerchant>, no: string, amount: string, request?: string) =>
    sdk.exec(
      'alipay.trade.refund',
      {
        bizContent: {
          out_trade_no: no,
          refund_amount: amount,
          ...(request ? { out_request_no: request } : {}),
        },
      },
      SIGNED,
    );

  it('move money once, say so, and are told by the trade’s own notify', async () => {
    const { no, sdk } = await buy();
    await world.hear(1);
    const request = newNumber();
    expect(await refund(sdk, no, '8.80', request)).toMatchObject({ fundChange: 'Y', refundFee: '8.80' });
    expect(await refund(sdk, no, '8.80', request)).toMatchObject({ code: '10000', fundChange: 'N' });
    const [, told] = await world.hear(2);
    expect(sdk.checkNotifySignV2(form(told!.body))).toBe(true);
    expect(form(told!.body)).toMatchObject({
      trade_status: 'TRADE_SUCCESS',
      refund_fee: '8.80',
      out_biz_no: request,
    });
    const found = await sdk.exec(
      'alipay.trade.fastpay.refund.query',
      { bizContent: { out_trade_no: no, out_request_no: request } },
      SIGNED,
    );
    expect(found).toMatchObject({ refundStatus: 'REFUND_SUCCESS', refundAmount: '8.80' });
    const unknown = await sdk.exec(
      'alipay.trade.fastpay.refund.query',
      { bizContent: { out_trade_no: no, out_request_no: 'other' } },
      SIGNED,
    );
    expect(unknown).not.toHaveProperty('refundStatus');
    expect(unknown['code']).toBe('10000');
  });

  it('of everything close the trade, and its notify says TRADE_CLOSED with the refund', async () => {
    const { no, sdk } = await buy();
    await world.hear(1);
    await refund(sdk, no, '88.80');
    const [, told] = await world.hear(2);
    expect(form(told!.body)).toMatchObject({ trade_status: 'TRADE_CLOSED', refund_fee: '88.80' });
    const query = await sdk.exec('alipay.trade.query', { bizContent: { out_trade_no: no } }, SIGNED);
    expect(query['tradeStatus']).toBe('TRADE_CLOSED');
  });

  it('in part need a request number, and never exceed the trade', async () => {
    const { no, sdk } = await buy();
    expect((await refund(sdk, no, '1.00'))['subCode']).toBe('ACQ.INVALID_PARAMETER');
    expect((await refund(sdk, no, '88.81', 'r1'))['subCode']).toMatch(/^ACQ\./);
    expect((await refund(sdk, no, '88.81', 'r1'))['fundChange']).toBeUndefined();
  });
});

describe('Alipay trades', () => {
  it('close when their time is up, with a notify that has no refund', async () => {
    const sdk = alipayMerchant(world);
    const no = newNumber();
    await sdk.exec('alipay.trade.create', order(no, { timeout_express: '5m' }), SIGNED);
    await world.post('/control/clock', { offsetMs: 301_000 });
    const [told] = await world.hear(1);
    expect(form(told!.body)['trade_status']).toBe('TRADE_CLOSED');
    expect(form(told!.body)).not.toHaveProperty('refund_fee');
  });

  it('are closed by the merchant only while unpaid', async () => {
    const sdk = alipayMerchant(world);
    const no = newNumber();
    const created = await sdk.exec('alipay.trade.create', order(no), SIGNED);
    expect((await sdk.exec('alipay.trade.close', { bizContent: { out_trade_no: no } }, SIGNED))['code']).toBe(
      '10000',
    );
    expect(
      (await world.post('/device/alipay/pay', { user: 'lin', tradeNO: created['tradeNo'] })).json[
        'resultCode'
      ],
    ).toBe('4000');
    const paid = await buy();
    expect(
      (await sdk.exec('alipay.trade.close', { bizContent: { out_trade_no: paid.no } }, SIGNED))['subCode'],
    ).toBe('ACQ.TRADE_STATUS_ERROR');
  });

  it('keep a notify’s id when they tell it again, until the answer is exactly "success"', async () => {
    const fast = await openWorld({ speedUp: 1200 });
    const at = world;
    try {
      world = fast;
      openId = await alipayOpenid(fast);
      await fast.reset();
      fast.answer.body = 'SUCCESS';
      await buy();
      await fast.hear(2);
      fast.answer.body = 'success';
      const all = await fast.hear(3);
      expect(new Set(all.map(({ body }) => form(body)['notify_id'])).size).toBe(1);
    } finally {
      await fast.close();
      world = at;
      openId = await alipayOpenid(world);
    }
  });
});

describe('the phone button', () => {
  it('gives a payload that the SDK’s key opens, signed with its double quotes', async () => {
    const sdk = alipayMerchant(world);
    const { json } = await world.post('/device/alipay/phone', { user: 'lin' });
    const { response, sign } = JSON.parse(json['response'] as string) as { response: string; sign: string };
    expect(sdk.rsaCheck(`"${response}"`, sign)).toBe(true);
    expect(sdk.rsaCheck(response, sign)).toBe(false);
    expect(JSON.stringify(sdk.aesDecrypt(response))).toContain('13900002071');
  });
});

describe('a refund that fails', () => {
  it('answers 10000 without a change of funds, and books nothing', async () => {
    const { no, sdk } = await buy();
    await world.fault({ platform: 'alipay', where: 'api', kind: 'refund-fails' });
    const wish = { bizContent: { out_trade_no: no, refund_amount: '1.00', out_request_no: 'r1' } };
    expect(await sdk.exec('alipay.trade.refund', wish, SIGNED)).toMatchObject({
      code: '10000',
      fundChange: 'N',
    });
    const found = await sdk.exec(
      'alipay.trade.fastpay.refund.query',
      { bizContent: { out_trade_no: no, out_request_no: 'r1' } },
      SIGNED,
    );
    expect(found).not.toHaveProperty('refundStatus');
    expect(await sdk.exec('alipay.trade.refund', wish, SIGNED)).toMatchObject({ fundChange: 'Y' });
  });
});

describe('an app that Alipay has not moved to open_id', () => {
  it('knows people by user_id, in log-in, order, query and notify', async () => {
    const old = await openWorld({ alipayIds: 'user_id' });
    try {
      await old.reset();
      const sdk = alipayMerchant(old);
      const { json } = await old.post('/device/alipay/auth-code', { user: 'lin' });
      const session = await sdk.exec(
        'alipay.system.oauth.token',
        { grant_type: 'authorization_code', code: json['authCode'] },
        SIGNED,
      );
      expect(session).not.toHaveProperty('openId');
      expect(session['userId']).toMatch(/^2088\d{12}$/);
      const created = await sdk.exec('alipay.trade.create', {
        notify_url: old.notifyUrl,
        bizContent: {
          out_trade_no: newNumber(),
          total_amount: '1.00',
          subject: 'a',
          product_code: 'JSAPI_PAY',
          op_app_id: old.sandbox.credentials['ALIPAY_APP_ID'],
          buyer_id: session['userId'],
        },
      });
      const paid = await old.post('/device/alipay/pay', { user: 'lin', tradeNO: created['tradeNo'] });
      expect(paid.json['resultCode']).toBe('9000');
      const [told] = await old.hear(1);
      expect(form(told!.body)['buyer_id']).toBe(session['userId']);
    } finally {
      await old.close();
    }
  });
});
