import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newNumber, openWorld, type World } from './world.js';

let world: World;
let openId: string;
beforeAll(async () => {
  world = await openWorld();
  openId = await login('lin');
});
afterAll(() => world.close());
beforeEach(async () => {
  world.heard.length = 0;
  world.answer.status = 200;
  world.answer.body = 'success';
  await fetch(`${world.sandbox.url}/control/faults`, { method: 'DELETE' });
});

const env = () => world.sandbox.credentials;
const beijing = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');

async function jos(method: string, params: unknown, spoil: Record<string, string> = {}): Promise<any> {
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
): Promise<{ status: number; json: any }> {
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
