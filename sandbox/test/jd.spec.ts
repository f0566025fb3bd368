import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newNumber, openWorld, type Json, type World } from './world.js';

let world: World;
let openId: string;
beforeAll(async () => {
  world = await openWorld();
  openId = await login('lin');
});
afterAll(() => world.close());
beforeEach(() => world.reset());

const env = () => world.sandbox.credentials;
const beijing = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');

async function jos(method: string, params: unknown, spoil: Record<string, string> = {}): Promise<Json> {
  const form: Record<string, string> = {
    method,
    app_key: env()['JD_APP_KEY']!,
    access_token: env()['JD_ACCESS_TOKEN']!,
    timestamp: beijing(),
    v: '2.0',
    '360buy_param_json': JSON.stringify(params),
    ...spoil,
  };
  const secret = env()['JD_APP_SECRET']!;
  const text = Object.keys(form)
    .sort()
    .map((key) => key + form[key])
    .join('');
  form['sign'] ??= createHash('md5')
    .update(secret + text + secret)
    .digest('hex')
    .toUpperCase();
  const response = await fetch(`${env()['JD_API_BASE']}/routerjson`, {
    method: 'POST',
    body: new URLSearchParams(form),
  });
  return response.json();
}

async function login(user: string): Promise<string> {
  const { json } = await world.post('/device/jd/isv-token', { user });
  const answer = await jos('jingdong.jos.token.source.to.openId', {
    token: json['token'],
    source: '01',
    appKey: env()['JD_APP_KEY'],
  });
  return answer.jingdong_jos_token_source_to_openId_responce.result.openId as string;
}

function signToken(parts: Record<string, string>): string {
  const text = Object.entries(parts)
    .map(([key, value]) => `${key}=${value}`)
    .join('&');
  return createHash('sha1').update(text).digest('hex').toUpperCase();
}

async function pay(
  path: string,
  params: Record<string, unknown>,
  spoil: { token?: string; timestamp?: string } = {},
): Promise<{ status: number; json: Json }> {
  const { JD_PAY_BASE, JD_PAY_ACCESS_KEY, JD_PAY_SECRET_KEY, JD_PAY_CUSTOMER_NUM, JD_PAY_SHOP_NUM } = env();
  const body = JSON.stringify({ customerNum: JD_PAY_CUSTOMER_NUM, shopNum: JD_PAY_SHOP_NUM, ...params });
  const timestamp = spoil.timestamp ?? String(Math.floor(Date.now() / 1000));
  const token = spoil.token ?? signToken({ secretKey: JD_PAY_SECRET_KEY!, timestamp, path, body });
  const headers = { 'content-type': 'application/json', accessKey: JD_PAY_ACCESS_KEY!, timestamp, token };
  const response = await fetch(JD_PAY_BASE + path, { method: 'POST', headers, body });
  return { status: response.status, json: await response.json() };
}

const order = (no: string, more: Record<string, unknown> = {}) => ({
  version: 'V4.0',
  requestNum: no,
  orderAmount: '66.00',
  bankType: 'JD',
  paySource: 'JD',
  authCode: openId,
  subOrderType: 'NORMAL',
  orderType: 'SALES',
  payType: 'ACTIVE',
  businessType: 'QRCODE_TRAD',
  payModel: 'ONCE',
  source: 'API',
  callbackUrl: world.notifyUrl,
  clientIp: '127.0.0.1',
  ...more,
});

const buy = async (no = newNumber()) => {
  const created = await pay('/api/createPayWithCheck', order(no));
  const { json } = await world.post('/device/jd/pay', { user: 'lin', bankRequest: created.json.bankRequest });
  return { no, status: json['status'] as string };
};

describe('JD', () => {
  it('takes an order, is paid on the phone, notifies with a token and answers the query', async () => {
    const { no, status } = await buy();
    expect(status).toBe('success');
    const [notify] = await world.hear(1);
    const { timestamp, token } = notify!.headers as Record<string, string>;
    expect(token).toBe(
      signToken({ secretKey: env()['JD_PAY_SECRET_KEY']!, timestamp: timestamp!, body: notify!.body }),
    );
    expect(JSON.parse(notify!.body)).toMatchObject({
      requestNum: no,
      orderAmount: '66.00',
      status: 'SUCCESS',
      subOpenId: openId,
    });
    expect((await pay('/api/queryOrderByRequestNum', { requestNum: no })).json).toMatchObject({
      status: 'SUCCESS',
      orderAmount: '66.00',
    });
  });
});

describe('JD log-in', () => {
  it('gives the same openId for the same person, and its xid', async () => {
    expect(await login('lin')).toBe(openId);
    const answer = await jos('jingdong.jos.oauth.rpc.xid.openId2Xid', {
      appKey: env()['JD_APP_KEY'],
      openId,
    });
    expect(answer.jingdong_jos_oauth_rpc_xid_openId2Xid_responce.returnType).toMatchObject({
      code: 0,
      data: expect.stringMatching(/^o\*AAR/),
    });
  });

  it('gives no openId for a token that was used', async () => {
    const { json } = await world.post('/device/jd/isv-token', { user: 'he' });
    const ask = () =>
      jos('jingdong.jos.token.source.to.openId', {
        token: json['token'],
        source: '01',
        appKey: env()['JD_APP_KEY'],
      });
    expect((await ask()).jingdong_jos_token_source_to_openId_responce.result.openId).toBeTruthy();
    expect((await ask()).jingdong_jos_token_source_to_openId_responce.result.openId).toBeUndefined();
  });

  it.each([
    ['a wrong signature', { sign: 'A'.repeat(32) }],
    ['a clock eight hours off', { timestamp: '2026-01-01 00:00:00' }],
    ['a wrong access token', { access_token: 'other' }],
    ['an unknown method', { method: 'jingdong.unknown' }],
  ])('refuses %s', async (_name, spoil: Record<string, string>) => {
    const answer = await jos(
      'jingdong.jos.token.source.to.openId',
      { token: 'x', source: '01', appKey: env()['JD_APP_KEY'] },
      spoil,
    );
    expect(answer.error_response).toMatchObject({ code: expect.any(String), zh_desc: expect.any(String) });
  });
});

describe('JD 收银', () => {
  it('refuses a wrong token, an old timestamp and another shop', async () => {
    expect((await pay('/api/createPayWithCheck', order(newNumber()), { token: 'A'.repeat(40) })).status).toBe(
      401,
    );
    expect(
      (await pay('/api/createPayWithCheck', order(newNumber()), { timestamp: '1700000000' })).status,
    ).toBe(401);
    expect((await pay('/api/createPayWithCheck', order(newNumber(), { shopNum: '1' }))).json.errorCode).toBe(
      'SHOP_INVALID',
    );
    expect(
      (await pay('/api/createPayWithCheck', order(newNumber(), { orderAmount: '1' }))).json.errorCode,
    ).toBe('ILLEGAL_ARGUMENT');
    expect(
      (await pay('/api/createPayWithCheck', order(newNumber(), { orderAmount: 66 }))).json.errorCode,
    ).toBe('ILLEGAL_ARGUMENT');
  });

  it('pays nothing on a bankRequest that it did not make', async () => {
    const created = await pay('/api/createPayWithCheck', order(newNumber()));
    const forged = { ...created.json.bankRequest, sign: '0'.repeat(64) };
    expect((await world.post('/device/jd/pay', { user: 'lin', bankRequest: forged })).json['status']).toBe(
      'fail',
    );
    expect(
      (await world.post('/device/jd/pay', { user: 'xu', bankRequest: created.json.bankRequest })).json[
        'status'
      ],
    ).toBe('fail');
  });

  it('closes an unpaid order and keeps a paid one', async () => {
    const no = newNumber();
    await pay('/api/createPayWithCheck', order(no));
    expect((await pay('/api/close', { requestNum: no })).json).toMatchObject({
      success: true,
      status: 'CLOSED',
    });
    const paid = await buy();
    expect((await pay('/api/close', { requestNum: paid.no })).json.errorCode).toBe('ORDER_PAID');
    expect((await pay('/api/cancel', { requestNum: paid.no })).json.errorCode).toBe('ORDER_PAID');
  });

  it('accepts a refund once per number, settles it, and never refunds more than was paid', async () => {
    const { no } = await buy();
    const wish = {
      requestVersion: 'V4.0',
      requestNum: no,
      refundPartAmount: '6.00',
      refundRequestNum: newNumber(),
      extMap: { refund_status_type: '1' },
    };
    expect((await pay('/api/refundByRequestNum', wish)).json.status).toBe('PROCESSING');
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect((await pay('/api/refundByRequestNum', wish)).json.status).toBe('SUCCESS');
    expect(
      (await pay('/api/queryRefundOrderByRequestNum', { refundRequestNum: wish.refundRequestNum })).json,
    ).toMatchObject({ status: 'SUCCESS', refundAmount: '6.00' });
    expect(
      (
        await pay('/api/refundByRequestNum', {
          ...wish,
          refundPartAmount: '60.01',
          refundRequestNum: newNumber(),
        })
      ).json.errorCode,
    ).toBe('REFUND_AMOUNT_EXCEEDED');
  });
});

describe('a refund that fails', () => {
  it('is accepted, ends FAILED, and the money can be refunded under another number', async () => {
    const { no } = await buy();
    await world.fault({ platform: 'jd', where: 'api', kind: 'refund-fails' });
    const wish = (refundRequestNum: string) => ({
      requestVersion: 'V4.0',
      requestNum: no,
      refundPartAmount: '66.00',
      refundRequestNum,
    });
    const first = newNumber();
    expect((await pay('/api/refundByRequestNum', wish(first))).json.status).toBe('PROCESSING');
    const ask = async () =>
      (await pay('/api/queryRefundOrderByRequestNum', { refundRequestNum: first })).json.status;
    await expect.poll(ask).toBe('FAILED');
    expect((await pay('/api/refundByRequestNum', wish(newNumber()))).json.success).toBe(true);
  });
});
