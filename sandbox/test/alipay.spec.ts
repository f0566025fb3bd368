import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { alipayMerchant, alipayOpenid, newNumber, openWorld, type World } from './world.js';

let world: World;
let openId: string;
beforeAll(async () => {
  world = await openWorld();
  openId = await alipayOpenid(world);
});
afterAll(() => world.close());
beforeEach(async () => {
  world.heard.length = 0;
  world.answer.status = 200;
  world.answer.body = 'success';
  await fetch(`${world.sandbox.url}/control/faults`, { method: 'DELETE' });
});

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
    const created = await sdk.curl<any>('POST', '/v3/alipay/trade/create', {
      body: { ...bizContent, notify_url: world.notifyUrl },
    });
    expect(created.data.out_trade_no).toBe(no);
    await world.post('/device/alipay/pay', { user: 'lin', tradeNO: created.data.trade_no });
    const query = await sdk.curl<any>('POST', '/v3/alipay/trade/query', { body: { out_trade_no: no } });
    expect(query.data.trade_status).toBe('TRADE_SUCCESS');
    await world.hear(1);
  });
});
