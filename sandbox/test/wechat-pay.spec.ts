import { createHash, createSign } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  heardHeader,
  newNumber,
  openResource,
  openWorld,
  wechatMerchant,
  wechatOpenid,
  wechatSigned,
  type Json,
  type World,
} from './world.js';

let world: World;
let openid: string;
beforeAll(async () => {
  world = await openWorld();
  openid = await wechatOpenid(world);
});
afterAll(() => world.close());
beforeEach(() => world.reset());

const order = (no: string, more: Record<string, unknown> = {}) => ({
  description: '灯屿 咖啡豆',
  out_trade_no: no,
  notify_url: world.notifyUrl,
  amount: { total: 9800, currency: 'CNY' },
  payer: { openid },
  ...more,
});
const withoutAppId = ({ appId: _appId, ...params }: Json) => params;
const payOnPhone = (data: Json, act?: string) =>
  world.post('/device/wechat/pay', { user: 'lin', ...withoutAppId(data), ...(act ? { act } : {}) });
const buy = async (no = newNumber()) => {
  const merchant = wechatMerchant(world);
  const prepaid = (await merchant.pay.transactions_jsapi(order(no))) as Json;
  if (!prepaid.data) throw new Error(JSON.stringify(prepaid));
  const { json } = await payOnPhone(prepaid.data);
  return { no, merchant, errMsg: json['errMsg'] as string };
};

describe('WeChat Pay with the real SDK', () => {
  it('takes an order, is paid on the phone, tells it signed and sealed, and answers the query', async () => {
    const { no, merchant, errMsg } = await buy();
    expect(errMsg).toBe('requestPayment:ok');
    const [notify] = await world.hear(1);
    expect(wechatSigned(world, heardHeader(notify!), notify!.body)).toBe(true);
    expect(openResource(world, notify!.body)).toMatchObject({
      out_trade_no: no,
      trade_state: 'SUCCESS',
      amount: { total: 9800 },
      payer: { openid },
    });
    const query = (await merchant.pay.query({ out_trade_no: no })) as Json;
    expect(query.data).toMatchObject({
      trade_state: 'SUCCESS',
      transaction_id: openResource(world, notify!.body)['transaction_id'],
    });
  });
});

/** A request signed by hand, so that each part can be spoilt. */
async function rawCall(
  path: string,
  body: string,
  spoil: {
    timestamp?: number;
    nonce?: string;
    mchid?: string;
    serial?: string;
    signOver?: string;
    method?: string;
  } = {},
) {
  const env = world.sandbox.credentials;
  const method = spoil.method ?? 'POST';
  const timestamp = String(spoil.timestamp ?? Math.floor(Date.now() / 1000));
  const nonce = spoil.nonce ?? newNumber();
  const message = `${method}\n${path}\n${timestamp}\n${nonce}\n${spoil.signOver ?? body}\n`;
  const signature = createSign('RSA-SHA256')
    .update(message)
    .sign(env['WECHAT_PAY_MCH_PRIVATE_KEY']!, 'base64');
  const authorization = `WECHATPAY2-SHA256-RSA2048 mchid="${spoil.mchid ?? env['WECHAT_PAY_MCH_ID']}",nonce_str="${nonce}",timestamp="${timestamp}",serial_no="${spoil.serial ?? env['WECHAT_PAY_MCH_SERIAL']}",signature="${signature}"`;
  const response = await fetch(env['WECHAT_PAY_BASE'] + path, {
    method,
    body: method === 'GET' ? undefined : body,
    headers: {
      authorization,
      accept: 'application/json',
      'content-type': 'application/json',
      'user-agent': 'test',
    },
  });
  const text = await response.text();
  return { status: response.status, text, json: text ? JSON.parse(text) : null, headers: response.headers };
}
const PREPAY = '/v3/pay/transactions/jsapi';
const prepayBody = (no = newNumber(), more: Record<string, unknown> = {}) =>
  JSON.stringify({
    appid: world.sandbox.credentials['WECHAT_APP_ID'],
    mchid: world.sandbox.credentials['WECHAT_PAY_MCH_ID'],
    ...order(no, more),
  });

describe('WeChat Pay refuses what was not signed by the merchant just now', () => {
  it.each([
    ['a changed body', { signOver: '{}' }],
    ['an old timestamp', { timestamp: Math.floor(Date.now() / 1000) - 301 }],
    ['a timestamp from the future', { timestamp: Math.floor(Date.now() / 1000) + 400 }],
    ['another merchant', { mchid: '1900000000' }],
    ['another certificate', { serial: 'ABCDEF' }],
  ])('%s', async (_name, spoil) => {
    expect(await rawCall(PREPAY, prepayBody(), spoil)).toMatchObject({
      status: 401,
      json: { code: 'SIGN_ERROR' },
    });
  });

  it('a nonce that came before, though the signature is right', async () => {
    const nonce = newNumber();
    expect((await rawCall(PREPAY, prepayBody(), { nonce })).status).toBe(200);
    expect(await rawCall(PREPAY, prepayBody(), { nonce })).toMatchObject({
      status: 401,
      json: { code: 'SIGN_ERROR' },
    });
  });

  it('signs its refusals too', async () => {
    const refused = await rawCall(PREPAY, prepayBody(), { signOver: '{}' });
    expect(wechatSigned(world, (name) => refused.headers.get(name) ?? '', refused.text)).toBe(true);
  });
});

describe('WeChat Pay refuses orders outside the documented limits', () => {
  it.each([
    ['a short order number', { out_trade_no: 'abc' }],
    ['an order number with other characters', { out_trade_no: 'abc#12345' }],
    ['a long description', { description: '长'.repeat(128) }],
    ['an amount of nothing', { amount: { total: 0, currency: 'CNY' } }],
    ['an amount in text', { amount: { total: '100', currency: 'CNY' } }],
    ['a fraction of a fen', { amount: { total: 1.5, currency: 'CNY' } }],
    ['another currency', { amount: { total: 100, currency: 'USD' } }],
    ['an unknown openid', { payer: { openid: 'nobody' } }],
    ['a notify address with a query', { notify_url: 'http://127.0.0.1:1/n?a=1' }],
    ['a notify address on another machine', { notify_url: 'https://example.com/notify' }],
    ['a null', { attach: null }],
    ['a character of four bytes', { description: '咖啡☕️🫘' }],
  ])('%s', async (_name, more) => {
    expect(await rawCall(PREPAY, prepayBody(newNumber(), more))).toMatchObject({
      status: 400,
      json: { code: 'PARAM_ERROR' },
    });
  });

  it('answers a repeat with the same prepay_id, and refuses other terms under the same number', async () => {
    const no = newNumber();
    const first = await rawCall(PREPAY, prepayBody(no));
    expect((await rawCall(PREPAY, prepayBody(no))).json).toEqual(first.json);
    expect(await rawCall(PREPAY, prepayBody(no, { description: '别的' }))).toMatchObject({
      status: 403,
      json: { code: 'OUT_TRADE_NO_USED' },
    });
  });
});

describe('WeChat Pay trades', () => {
  it('close an unpaid order with a signed 204, after which nobody can pay it', async () => {
    const no = newNumber();
    const merchant = wechatMerchant(world);
    const prepaid = (await merchant.pay.transactions_jsapi(order(no))) as Json;
    await merchant.pay.close(no);
    expect(merchant.last().status).toBe(204);
    expect(wechatSigned(world, (name) => merchant.last().headers.get(name) ?? '', '')).toBe(true);
    expect((await payOnPhone(prepaid.data)).json['errMsg']).toMatch(/^requestPayment:fail /);
    expect(((await merchant.pay.query({ out_trade_no: no })) as Json).data.trade_state).toBe('CLOSED');
  });

  it('stay unpaid when the buyer refuses, and a wrong paySign pays nothing', async () => {
    const no = newNumber();
    const merchant = wechatMerchant(world);
    const prepaid = (await merchant.pay.transactions_jsapi(order(no))) as Json;
    expect((await payOnPhone(prepaid.data, 'refuse')).json['errMsg']).toBe('requestPayment:fail cancel');
    expect((await payOnPhone({ ...prepaid.data, nonceStr: 'other' })).json['errMsg']).toMatch(/fail .*签名/);
    expect(
      (await world.post('/device/wechat/pay', { user: 'xu', ...withoutAppId(prepaid.data) })).json['errMsg'],
    ).toMatch(/fail /);
    expect(((await merchant.pay.query({ out_trade_no: no })) as Json).data.trade_state).toBe('NOTPAY');
  });

  it('are paid after closing when a person wants it, and the merchant is told', async () => {
    const no = newNumber();
    const merchant = wechatMerchant(world);
    await merchant.pay.transactions_jsapi(order(no));
    await merchant.pay.close(no);
    expect((await world.post(`/control/trades/wechat/${no}/act`, { act: 'pay' })).status).toBe(409);
    expect(
      (await world.post(`/control/trades/wechat/${no}/act`, { act: 'pay-after-close' })).json['state'],
    ).toBe('paid');
    await world.hear(1);
    expect(((await merchant.pay.query({ out_trade_no: no })) as Json).data.trade_state).toBe('SUCCESS');
  });

  it('held on the phone wait for the person at the control page', async () => {
    const no = newNumber();
    const prepaid = (await wechatMerchant(world).pay.transactions_jsapi(order(no))) as Json;
    const paying = payOnPhone(prepaid.data, 'hold');
    await expect.poll(async () => (await world.get(`/control/trades/wechat/${no}`)).awaited).toBe(true);
    await world.post(`/control/trades/wechat/${no}/act`, { act: 'pay' });
    expect((await paying).json['errMsg']).toBe('requestPayment:ok');
  });

  it('are told again until the merchant accepts', async () => {
    world.answer.status = 500;
    const { no } = await buy();
    await world.hear(2);
    world.answer.status = 204;
    await world.hear(3);
    const [told] = await world.get(`/control/notifies?outTradeNo=${no}`);
    expect(told.state).toBe('accepted');
    expect(new Set(world.heard.map(({ body }) => JSON.parse(body).id)).size).toBe(1);
    expect(new Set(world.heard.map(({ headers }) => headers['wechatpay-nonce'])).size).toBe(
      world.heard.length,
    );
  });
});

describe('WeChat Pay refunds', () => {
  const refund = (
    merchant: ReturnType<typeof wechatMerchant>,
    no: string,
    refundNo: string,
    fen: number,
    more = {},
  ) =>
    merchant.pay.refunds({
      out_trade_no: no,
      out_refund_no: refundNo,
      notify_url: world.notifyUrl,
      amount: { refund: fen, total: 9800, currency: 'CNY' },
      ...more,
    } as Json) as Promise<Json>;

  it('are accepted, settle a moment later, are told sealed, and count once however often they are asked', async () => {
    const { no, merchant } = await buy();
    await world.hear(1);
    const refundNo = newNumber();
    expect((await refund(merchant, no, refundNo, 800)).data.status).toBe('PROCESSING');
    const [, told] = await world.hear(2);
    expect(JSON.parse(told!.body).event_type).toBe('REFUND.SUCCESS');
    const plain = openResource(world, told!.body);
    expect(plain).toMatchObject({
      out_refund_no: refundNo,
      refund_status: 'SUCCESS',
      amount: { refund: 800, total: 9800 },
    });
    expect(plain).not.toHaveProperty('status');
    expect((await refund(merchant, no, refundNo, 800)).data.status).toBe('SUCCESS');
    expect((await refund(merchant, no, refundNo, 900)).status).toBe(400);
    expect(((await merchant.pay.find_refunds(refundNo)) as Json).data.amount.refund).toBe(800);
    expect(((await merchant.pay.query({ out_trade_no: no })) as Json).data.trade_state).toBe('REFUND');
  });

  it('of one order keep a minute apart and never exceed it', async () => {
    const own = world;
    world = await openWorld({ speedUp: 1 });
    try {
      await world.reset();
      openid = await wechatOpenid(world);
      const { no, merchant } = await buy();
      expect((await refund(merchant, no, newNumber(), 800)).status).toBe(200);
      expect((await refund(merchant, no, newNumber(), 800)).status).toBe(429);
      await world.post('/control/clock', { offsetMs: 120_000 });
      expect((await refund(merchant, no, newNumber(), 9001)).status).toBe(400);
      expect((await refund(merchant, no, newNumber(), 9000)).status).toBe(200);
    } finally {
      await world.close();
      world = own;
      openid = await wechatOpenid(world);
    }
  });

  it('of an unpaid order are refused', async () => {
    const no = newNumber();
    const merchant = wechatMerchant(world);
    await merchant.pay.transactions_jsapi(order(no));
    expect((await refund(merchant, no, newNumber(), 100)).status).toBe(400);
    expect((await refund(merchant, newNumber(), newNumber(), 100)).status).toBe(404);
  });
});

describe('time', () => {
  it('a prepay_id lives two hours, and a repeat then brings a new one', async () => {
    const no = newNumber();
    const first = (await wechatMerchant(world).pay.transactions_jsapi(order(no))) as Json;
    await world.post('/control/clock', { offsetMs: 2 * 3_600_000 });
    expect((await payOnPhone(first.data)).json['errMsg']).toMatch(/过期/);
    await world.post('/control/clock', { offsetMs: 0 });
    expect((await payOnPhone(first.data)).json['errMsg']).toBe('requestPayment:ok');
  });

  it('time_expire ends paying but does not close the trade; a week does', async () => {
    const no = newNumber();
    const merchant = wechatMerchant(world);
    const inTwoMinutes = new Date(Date.now() + 120_000).toISOString().replace(/\.\d+Z/, '+00:00');
    const prepaid = (await merchant.pay.transactions_jsapi(order(no, { time_expire: inTwoMinutes }))) as Json;
    await world.post('/control/clock', { offsetMs: 180_000 });
    expect((await payOnPhone(prepaid.data)).json['errMsg']).toMatch(/fail /);
    expect((await world.get(`/control/trades/wechat/${no}`)).state).toBe('open');
    await world.post('/control/clock', { offsetMs: 8 * 86_400_000 });
    expect((await world.get(`/control/trades/wechat/${no}`)).state).toBe('closed');
  });
});

describe('the trade bill', () => {
  it('is ready at ten the next morning, in yuan, with its digest', async () => {
    const own = world;
    world = await openWorld();
    try {
      await world.reset();
      openid = await wechatOpenid(world);
      const { no } = await buy();
      const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
      const path = `/v3/bill/tradebill?bill_date=${today}&bill_type=ALL&tar_type=GZIP`;
      expect((await rawCall(path, '', { method: 'GET' })).status).toBe(400);
      await world.post('/control/clock', { offsetMs: 86_400_000 * 2 });
      const now = Math.floor(Date.now() / 1000) + 86_400 * 2;
      const offer = await rawCall(path, '', { method: 'GET', timestamp: now });
      expect(offer.json).toMatchObject({ hash_type: 'SHA1' });
      const file = await download(offer.json.download_url, now);
      const text = gunzipSync(Buffer.from(await file.arrayBuffer()));
      expect(file.headers.get('wechatpay-signature')).toBeNull();
      expect(createHash('sha1').update(text).digest('hex')).toBe(offer.json.hash_value);
      const [, row] = text.toString('utf8').split('\r\n');
      expect(row!.split(',').every((field) => field.startsWith('`'))).toBe(true);
      expect(row).toContain(`\`${no},`);
      expect(row).toContain('`98.00');
    } finally {
      await world.close();
      world = own;
      openid = await wechatOpenid(world);
    }
  });

  function download(url: string, timestamp: number): Promise<Response> {
    const env = world.sandbox.credentials;
    const path = url.replace(env['WECHAT_PAY_BASE']!, '');
    const nonce = newNumber();
    const signature = createSign('RSA-SHA256')
      .update(`GET\n${path}\n${timestamp}\n${nonce}\n\n`)
      .sign(env['WECHAT_PAY_MCH_PRIVATE_KEY']!, 'base64');
    const authorization = `WECHATPAY2-SHA256-RSA2048 mchid="${env['WECHAT_PAY_MCH_ID']}",nonce_str="${nonce}",timestamp="${timestamp}",serial_no="${env['WECHAT_PAY_MCH_SERIAL']}",signature="${signature}"`;
    return fetch(url, { headers: { authorization, accept: '*/*', 'user-agent': 'test' } });
  }
});

describe('a refund that fails', () => {
  it('is accepted, ends ABNORMAL, and is told so', async () => {
    const { no, merchant } = await buy();
    await world.hear(1);
    await world.fault({ platform: '*', where: 'api', kind: 'refund-fails' });
    const refundNo = newNumber();
    const wish = {
      out_trade_no: no,
      out_refund_no: refundNo,
      notify_url: world.notifyUrl,
      amount: { refund: 100, total: 9800, currency: 'CNY' },
    };
    expect(((await merchant.pay.refunds(wish as Json)) as Json).data.status).toBe('PROCESSING');
    const [, told] = await world.hear(2);
    expect(JSON.parse(told!.body).event_type).toBe('REFUND.ABNORMAL');
    expect(openResource(world, told!.body)).toMatchObject({
      out_refund_no: refundNo,
      refund_status: 'ABNORMAL',
    });
    expect(((await merchant.pay.find_refunds(refundNo)) as Json).data.status).toBe('ABNORMAL');
  });
});

describe('shipping information', () => {
  it('is taken for a paid order, corrected once, and no more', async () => {
    const { no } = await buy();
    const { credentials: env } = world.sandbox;
    const { json } = await world.post('/wechat/cgi-bin/stable_token', {
      grant_type: 'client_credential',
      appid: env['WECHAT_APP_ID'],
      secret: env['WECHAT_APP_SECRET'],
    });
    const upload = async (more: Record<string, unknown> = {}) =>
      (
        await world.post(`/wechat/wxa/sec/order/upload_shipping_info?access_token=${json['access_token']}`, {
          order_key: { order_number_type: 1, mchid: env['WECHAT_PAY_MCH_ID'], out_trade_no: no },
          logistics_type: 4,
          delivery_mode: 1,
          shipping_list: [{ item_desc: '咖啡豆' }],
          upload_time: '2026-06-13T13:29:35.120+08:00',
          payer: { openid },
          ...more,
        })
      ).json['errcode'];
    expect(
      await upload({
        order_key: { order_number_type: 1, mchid: env['WECHAT_PAY_MCH_ID'], out_trade_no: newNumber() },
      }),
    ).toBe(10060001);
    expect(await upload({ logistics_type: 1 })).toBe(47001);
    expect(await upload({ payer: { openid: 'other' } })).toBe(40003);
    expect(await upload()).toBe(0);
    expect(await upload()).toBe(47001);
    expect(await upload({ upload_time: '2026-06-13T13:29:36.120+08:00' })).toBe(0);
    expect(await upload({ upload_time: '2026-06-13T13:29:37.120+08:00' })).toBe(10060003);
  });
});
