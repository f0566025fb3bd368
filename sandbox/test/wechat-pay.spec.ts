import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  heardHeader,
  newNumber,
  openResource,
  openWorld,
  wechatMerchant,
  wechatOpenid,
  wechatSigned,
  type World,
} from './world.js';

let world: World;
let openid: string;
beforeAll(async () => {
  world = await openWorld();
  openid = await wechatOpenid(world);
});
afterAll(() => world.close());
beforeEach(async () => {
  world.heard.length = 0;
  world.answer.status = 200;
  await fetch(`${world.sandbox.url}/control/faults`, { method: 'DELETE' });
});

const order = (no: string, more: Record<string, unknown> = {}) => ({
  description: '灯屿 咖啡豆',
  out_trade_no: no,
  notify_url: world.notifyUrl,
  amount: { total: 9800, currency: 'CNY' },
  payer: { openid },
  ...more,
});
const payOnPhone = (data: any, act?: string) => {
  const { appId: _appId, ...params } = data;
  return world.post('/device/wechat/pay', { user: 'lin', ...params, ...(act ? { act } : {}) });
};
const buy = async (no = newNumber()) => {
  const merchant = wechatMerchant(world);
  const prepaid = (await merchant.pay.transactions_jsapi(order(no))) as any;
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
    const query = (await merchant.pay.query({ out_trade_no: no })) as any;
    expect(query.data).toMatchObject({
      trade_state: 'SUCCESS',
      transaction_id: openResource(world, notify!.body)['transaction_id'],
    });
  });
});
