import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  alipayMerchant,
  alipayOpenid,
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
let openids: { wechat: string; alipay: string };
beforeAll(async () => {
  world = await openWorld();
  openids = { wechat: await wechatOpenid(world), alipay: await alipayOpenid(world) };
});
afterAll(() => world.close());
beforeEach(() => world.reset());

const prepay = (merchant: ReturnType<typeof wechatMerchant>, no: string) =>
  merchant.pay.transactions_jsapi({
    description: '灯屿',
    out_trade_no: no,
    notify_url: world.notifyUrl,
    amount: { total: 9800, currency: 'CNY' },
    payer: { openid: openids.wechat },
  } as Json) as Promise<Json>;

async function buyWechat(no = newNumber()) {
  const merchant = wechatMerchant(world);
  await prepay(merchant, no);
  await world.post(`/control/trades/wechat/${no}/act`, { act: 'pay' });
  return { no, merchant };
}

async function buyAlipay(no = newNumber()) {
  const sdk = alipayMerchant(world);
  await sdk.exec('alipay.trade.create', {
    notify_url: world.notifyUrl,
    bizContent: {
      out_trade_no: no,
      total_amount: '88.80',
      subject: '灯屿',
      product_code: 'JSAPI_PAY',
      op_app_id: world.sandbox.credentials['ALIPAY_APP_ID'],
      buyer_open_id: openids.alipay,
    },
  });
  await world.post(`/control/trades/alipay/${no}/act`, { act: 'pay' });
  return { no, sdk };
}

const form = (body: string) => Object.fromEntries(new URLSearchParams(body));
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const orderOf = (body: string) => openResource(world, body)['out_trade_no'] as string;

describe('faults of notifies', () => {
  it('duplicate: each is sent twice, both signed, with one id', async () => {
    await world.fault({ platform: '*', where: 'notify', kind: 'duplicate', times: null });
    await buyWechat();
    await world.hear(2);
    await pause(100);
    expect(world.heard).toHaveLength(2);
    expect(world.heard.every((each) => wechatSigned(world, heardHeader(each), each.body))).toBe(true);
    expect(new Set(world.heard.map(({ body }) => JSON.parse(body).id)).size).toBe(1);
    expect(world.heard[0]!.headers['wechatpay-nonce']).not.toBe(world.heard[1]!.headers['wechatpay-nonce']);
  });

  /** Eight held notifies are released at once, so that no clock decides these two tests. */
  async function payEight(): Promise<string[]> {
    const numbers: string[] = [];
    for (let count = 0; count < 8; count++) numbers.push((await buyWechat()).no);
    return numbers;
  }

  it('out of order: notifies of different trades come newest first, and none is lost', async () => {
    await world.fault({
      platform: 'wechat',
      where: 'notify',
      kind: 'out-of-order',
      times: null,
      delayMs: 60_000,
    });
    const numbers = await payEight();
    await world.hear(8);
    expect(world.heard.map(({ body }) => orderOf(body))).toEqual(numbers.reverse());
  });

  it('out of order: a lonely notify waits no longer than ordered', async () => {
    await world.fault({ platform: 'wechat', where: 'notify', kind: 'out-of-order', delayMs: 300 });
    const at = Date.now();
    await buyWechat();
    const [told] = await world.hear(1);
    expect(told!.at - at).toBeGreaterThanOrEqual(290);
  });

  it('out of order and duplicate together', async () => {
    await world.fault({ platform: '*', where: 'notify', kind: 'out-of-order', times: null, delayMs: 60_000 });
    await world.fault({ platform: '*', where: 'notify', kind: 'duplicate', times: null });
    const numbers = await payEight();
    await world.hear(16);
    expect(world.heard.map(({ body }) => orderOf(body))).toEqual(numbers.reverse().flatMap((no) => [no, no]));
  });

  it('late: held back as long as it was ordered', async () => {
    await world.fault({ platform: 'wechat', where: 'notify', kind: 'late', delayMs: 400 });
    const at = Date.now();
    await buyWechat();
    const [told] = await world.hear(1);
    expect(told!.at - at).toBeGreaterThanOrEqual(390);
  });

  it('forged: a message nobody here signed comes before the true one, or instead of it', async () => {
    await world.fault({ platform: 'wechat', where: 'notify', kind: 'forged' });
    await buyWechat();
    const [forged, genuine] = await world.hear(2);
    expect(wechatSigned(world, heardHeader(forged!), forged!.body)).toBe(false);
    expect(() => openResource(world, forged!.body)).toThrow();
    expect(wechatSigned(world, heardHeader(genuine!), genuine!.body)).toBe(true);
    await world.fault({ platform: 'alipay', where: 'notify', kind: 'forged', instead: true });
    const { sdk } = await buyAlipay();
    await world.hear(3);
    await pause(100);
    expect(world.heard).toHaveLength(3);
    expect(sdk.checkNotifySignV2(form(world.heard[2]!.body))).toBe(false);
  });

  it.each([
    ['wrong-amount', (plain: Json) => plain.amount.total === 9801],
    ['wrong-app', (plain: Json) => plain.appid !== world.sandbox.credentials['WECHAT_APP_ID']],
    ['wrong-seller', (plain: Json) => plain.mchid !== world.sandbox.credentials['WECHAT_PAY_MCH_ID']],
  ])('%s: correctly signed, but not our payment', async (kind, isWrong) => {
    await world.fault({ platform: 'wechat', where: 'notify', kind });
    await buyWechat();
    const [wrong, genuine] = await world.hear(2);
    expect(wechatSigned(world, heardHeader(wrong!), wrong!.body)).toBe(true);
    expect(isWrong(openResource(world, wrong!.body))).toBe(true);
    expect(isWrong(openResource(world, genuine!.body))).toBe(false);
  });

  it.each([
    ['wrong-amount', 'total_amount', '88.81'],
    ['wrong-app', 'app_id', null],
    ['wrong-seller', 'seller_id', null],
  ])('%s on Alipay passes the SDK’s signature check', async (kind, field, value) => {
    await world.fault({ platform: 'alipay', where: 'notify', kind, instead: true });
    const { sdk } = await buyAlipay();
    const [wrong] = await world.hear(1);
    const params = form(wrong!.body);
    expect(sdk.checkNotifySignV2(params)).toBe(true);
    if (value) expect(params[field]).toBe(value);
    else expect(Object.values(world.sandbox.credentials)).not.toContain(params[field]);
  });

  it('replay: the very bytes and headers come again', async () => {
    await world.fault({ platform: 'wechat', where: 'notify', kind: 'replay', delayMs: 100 });
    await buyWechat();
    const [first, again] = await world.hear(2);
    expect(again!.body).toBe(first!.body);
    expect(again!.headers['wechatpay-signature']).toBe(first!.headers['wechatpay-signature']);
  });

  it('stale: signed right, eleven minutes ago', async () => {
    await world.fault({ platform: 'wechat', where: 'notify', kind: 'stale', instead: true });
    await buyWechat();
    const [told] = await world.hear(1);
    expect(wechatSigned(world, heardHeader(told!), told!.body)).toBe(true);
    expect(Date.now() / 1000 - Number(told!.headers['wechatpay-timestamp'])).toBeGreaterThan(600);
  });

  it('signtest: a probe whose signature must fail', async () => {
    await world.fault({ platform: 'wechat', where: 'notify', kind: 'signtest' });
    await buyWechat();
    const [probe, genuine] = await world.hear(2);
    expect(probe!.headers['wechatpay-signature']).toMatch(/^WECHATPAY\/SIGNTEST\//);
    expect(wechatSigned(world, heardHeader(probe!), probe!.body)).toBe(false);
    expect(wechatSigned(world, heardHeader(genuine!), genuine!.body)).toBe(true);
  });

  it('rotated-key: signed by the other key that the merchant holds', async () => {
    await world.fault({ platform: 'wechat', where: 'notify', kind: 'rotated-key' });
    await buyWechat();
    const [told] = await world.hear(1);
    expect(told!.headers['wechatpay-serial']).not.toMatch(/^PUB_KEY_ID_/);
    expect(wechatSigned(world, heardHeader(told!), told!.body)).toBe(true);
  });

  it('wrong-key: a serial that nobody knows', async () => {
    await world.fault({ platform: 'wechat', where: 'notify', kind: 'wrong-key', instead: true });
    await buyWechat();
    const [told] = await world.hear(1);
    expect(world.sandbox.credentials['WECHAT_PAY_PUBLIC_KEYS']).not.toContain(
      told!.headers['wechatpay-serial'],
    );
  });

  it('sign-type-rsa: a SHA-1 signature, which the SDK accepts and a merchant must not', async () => {
    await world.fault({ platform: 'alipay', where: 'notify', kind: 'sign-type-rsa', instead: true });
    const { sdk } = await buyAlipay();
    const [told] = await world.hear(1);
    expect(form(told!.body)['sign_type']).toBe('RSA');
    expect(sdk.checkNotifySignV2(form(told!.body))).toBe(true);
  });

  it('are used as often as ordered, and then no more', async () => {
    await world.fault({ platform: 'wechat', where: 'notify', kind: 'duplicate', times: 1 });
    await buyWechat();
    await world.hear(2);
    await buyWechat();
    await world.hear(3);
    await pause(100);
    expect(world.heard).toHaveLength(3);
    expect(await world.get('/control/faults')).toEqual([]);
  });
});

describe('faults of answers', () => {
  const api = (platform: string, kind: string, more: Record<string, unknown> = {}) =>
    world.fault({ platform, where: 'api', kind, ...more });
  const stateOf = async (platform: string, no: string) =>
    (await world.get(`/control/trades/${platform}/${no}`)).state;

  it('timeout-before: no answer, and nothing happened', async () => {
    await api('wechat', 'timeout-before', { method: 'prepay', delayMs: 150 });
    const no = newNumber();
    await expect(prepay(wechatMerchant(world), no)).rejects.toThrow();
    expect(await stateOf('wechat', no)).toBeUndefined();
  });

  it('timeout-after: no answer, but it happened', async () => {
    await api('wechat', 'timeout-after', { method: 'prepay', delayMs: 150 });
    const no = newNumber();
    await expect(prepay(wechatMerchant(world), no)).rejects.toThrow();
    expect(await stateOf('wechat', no)).toBe('open');
  });

  it('half-body: the line breaks in the middle of an answer to something that happened', async () => {
    // Twice: the SDK's HTTP client repeats a call once by itself when the line breaks.
    await api('alipay', 'half-body', { method: 'alipay.trade.create', times: 2 });
    const no = newNumber();
    await expect(
      alipayMerchant(world).exec('alipay.trade.create', {
        bizContent: {
          out_trade_no: no,
          total_amount: '1.00',
          subject: 'a',
          product_code: 'JSAPI_PAY',
          op_app_id: world.sandbox.credentials['ALIPAY_APP_ID'],
          buyer_open_id: openids.alipay,
        },
      }),
    ).rejects.toThrow();
    expect(await stateOf('alipay', no)).toBe('open');
  });

  it.each([
    ['error-500', 500, 'SYSTEM_ERROR', undefined],
    ['error-500-after', 500, 'SYSTEM_ERROR', 'open'],
    ['error-429', 429, 'RATELIMIT_EXCEEDED', undefined],
  ])('%s: signed, with the platform’s own code', async (kind, status, code, state) => {
    await api('wechat', kind, { method: 'jsapi' });
    const merchant = wechatMerchant(world);
    const no = newNumber();
    await prepay(merchant, no);
    const reply = merchant.last();
    expect(reply).toMatchObject({ status, json: { code } });
    expect(wechatSigned(world, (name) => reply.headers.get(name) ?? '', reply.text)).toBe(true);
    expect(await stateOf('wechat', no)).toBe(state);
    expect((await prepay(merchant, no)).status).toBe(200);
  });

  it.each(['wrong-key', 'forged', 'signtest'])('%s: the answer fails verification', async (kind) => {
    await api('wechat', kind, { method: 'prepay' });
    const merchant = wechatMerchant(world);
    await prepay(merchant, newNumber());
    const reply = merchant.last();
    expect(wechatSigned(world, (name) => reply.headers.get(name) ?? '', reply.text)).toBe(false);
  });

  it('rotated-key: the answer is signed by the other key', async () => {
    await api('wechat', 'rotated-key');
    const merchant = wechatMerchant(world);
    await prepay(merchant, newNumber());
    const reply = merchant.last();
    expect(reply.headers.get('wechatpay-serial')).not.toMatch(/^PUB_KEY_ID_/);
    expect(wechatSigned(world, (name) => reply.headers.get(name) ?? '', reply.text)).toBe(true);
  });

  it('wrong-amount: a query answer that is signed and wrong', async () => {
    const { no, merchant } = await buyWechat();
    await api('wechat', 'wrong-amount', { method: 'query' });
    expect(((await merchant.pay.query({ out_trade_no: no })) as Json).data.amount.total).toBe(9801);
    expect(((await merchant.pay.query({ out_trade_no: no })) as Json).data.amount.total).toBe(9800);
  });

  it('duplicate-key-response: the SDK’s own check passes and hands out the forged node', async () => {
    const no = newNumber();
    const sdk = alipayMerchant(world);
    await sdk.exec('alipay.trade.create', {
      bizContent: {
        out_trade_no: no,
        total_amount: '1.00',
        subject: 'a',
        product_code: 'JSAPI_PAY',
        op_app_id: world.sandbox.credentials['ALIPAY_APP_ID'],
        buyer_open_id: openids.alipay,
      },
    });
    await api('alipay', 'duplicate-key-response');
    const query = await sdk.exec(
      'alipay.trade.query',
      { bizContent: { out_trade_no: no } },
      { validateSign: true },
    );
    expect(query['tradeStatus']).toBe('TRADE_SUCCESS');
    expect((await world.get(`/control/trades/alipay/${no}`)).state).toBe('open');
  });

  it('wrong-key and rotated-key on Alipay: the configured key refuses, the next key takes the second', async () => {
    const sdk = alipayMerchant(world);
    const next = alipayMerchant(world, {
      alipayPublicKey: world.sandbox.credentials['ALIPAY_NEXT_PUBLIC_KEY'],
    });
    const ask = (client: typeof sdk) =>
      client.exec('alipay.trade.query', { bizContent: { out_trade_no: 'x' } }, { validateSign: true });
    await api('alipay', 'wrong-key');
    await expect(ask(sdk)).rejects.toThrow();
    await api('alipay', 'rotated-key', { times: 2 });
    await expect(ask(sdk)).rejects.toThrow();
    expect(await ask(next)).toMatchObject({ subCode: 'ACQ.TRADE_NOT_EXIST' });
  });
});

describe('fault orders', () => {
  it.each([
    [{ platform: 'jd', where: 'api', kind: 'wrong-key' }, 'no-such-fault'],
    [{ platform: 'wechat', where: 'notify', kind: 'sign-type-rsa' }, 'no-such-fault'],
    [{ platform: 'wechat', where: 'notify', kind: 'timeout-before' }, 'no-such-fault'],
    [{ platform: 'wechat', where: 'notify', kind: 'nonsense' }, 'bad-request'],
    [{ platform: 'wechat', where: 'notify', kind: 'late', delay: 5 }, 'bad-request'],
    [{ platform: 'wechat', where: 'notify', kind: 'late', times: 0 }, 'bad-request'],
    [{ platform: 'wechat', where: 'notify' }, 'bad-request'],
  ])('%o is refused as %s', async (order, code) => {
    expect(await world.post('/control/faults', order)).toMatchObject({ status: 400, json: { code } });
  });

  it('a forged payment of an unpaid order can be made up, and changes nothing here', async () => {
    const no = newNumber();
    await prepay(wechatMerchant(world), no);
    const { json } = await world.post('/control/notifies/resend', {
      platform: 'wechat',
      outTradeNo: no,
      as: 'forged',
    });
    expect(json).toMatchObject({ faults: ['forged'], state: 'accepted' });
    expect(world.heard).toHaveLength(1);
    expect((await world.get(`/control/trades/wechat/${no}`)).state).toBe('open');
  });

  it('a sent notify can be sent again, anew or as the same bytes', async () => {
    const { no } = await buyWechat();
    const [first] = await world.hear(1);
    const [{ id }] = await world.get(`/control/notifies?outTradeNo=${no}`);
    await world.post('/control/notifies/resend', { id, as: 'replay' });
    await world.post('/control/notifies/resend', { id });
    const [, replayed, fresh] = await world.hear(3);
    expect(replayed!.headers['wechatpay-nonce']).toBe(first!.headers['wechatpay-nonce']);
    expect(fresh!.headers['wechatpay-nonce']).not.toBe(first!.headers['wechatpay-nonce']);
  });
});
