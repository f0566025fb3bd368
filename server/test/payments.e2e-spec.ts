/** Paying on three platforms, as it should go, and with every message lost, doubled, forged or late. */
import { cancelOrder, getOrder, getPaymentState, payOrder } from '@tongdian/shared/contract/orders.routes';
import type { Platform } from '@tongdian/shared/kernel/platforms';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { InvariantsService } from '../src/insights/invariants.service.js';
import type { World } from './world.js';
import {
  begin,
  control,
  fault,
  makeBuyer,
  makeOrder,
  makeShop,
  noMoreFaults,
  orderState,
  outcomes,
  PAID_WORDS,
  paymentsOf,
  payWorld,
  PLATFORMS,
  refundsOf,
  refusedNotifies,
  tradeAt,
  typePassword,
  until,
  type Buyer,
  type Shop,
} from './world-payments.js';

let w: World;
let shop: Shop;

beforeAll(async () => {
  w = await payWorld();
  shop = await makeShop(w);
});
afterAll(() => w.close());
afterEach(() => noMoreFaults(w));

const tap = (buyer: Buyer, orderId: string) =>
  w.call(payOrder, { token: buyer.token, params: { id: orderId } });
const ask = async (buyer: Buyer, orderId: string) =>
  (await w.call(getPaymentState, { token: buyer.token, params: { id: orderId } })).value.payment;
const cancel = (buyer: Buyer, orderId: string) =>
  w.call(cancelOrder, { token: buyer.token, params: { id: orderId } });
const isPaid = (orderId: string) =>
  until('the order is paid', async () => (await orderState(w, orderId)) === 'ready_for_pickup');
const only = async (orderId: string) => {
  const payments = await paymentsOf(w, orderId);
  expect(payments).toHaveLength(1);
  return payments[0]!;
};

async function started(platform: Platform) {
  const buyer = await makeBuyer(w, platform);
  const orderId = await makeOrder(w, buyer, shop);
  const params = await begin(w, buyer, orderId);
  return { buyer, orderId, params, outTradeNo: (await only(orderId)).out_trade_no };
}

/** Once for each order: what being paid brings. */
async function effects(orderId: string) {
  return (await w.db.one<{ told: number; deducted: number; points: number }>(
    `select (select count(*)::int from outbox_events where name = 'order.paid' and cause = $1::text) as told,
            (select count(*)::int from stock_entries where kind = 'deduct' and cause = 'order:' || $1::text) as deducted,
            (select count(*)::int from points_lots where cause = 'order:' || $1::text) as points`,
    [orderId],
  ))!;
}

describe.each(PLATFORMS)('on %s', (platform) => {
  test('an order is paid by the notify: stock, points and events once', async () => {
    const { buyer, orderId, params, outTradeNo } = await started(platform);
    expect(await ask(buyer, orderId)).toBe('open');
    expect(await typePassword(w, buyer, params)).toBe(PAID_WORDS[platform]);
    await isPaid(orderId);
    expect(await only(orderId)).toMatchObject({
      platform,
      state: 'paid',
      transaction_no: expect.any(String) as string,
    });
    expect(await outcomes(w, outTradeNo)).toEqual({ accepted: 1 });
    expect(await effects(orderId)).toEqual({ told: 1, deducted: 1, points: 1 });
    expect(await ask(buyer, orderId)).toBe('paid');
    expect((await tap(buyer, orderId)).value.params).toBeNull();
    const { history } = (await w.call(getOrder, { token: buyer.token, params: { id: orderId } })).value;
    expect(history.find(({ event }) => event === 'pay')?.by).toBeTruthy();
  });

  test('a second tap goes on with the same payment, word for word', async () => {
    const { buyer, orderId, params } = await started(platform);
    expect((await tap(buyer, orderId)).value.params).toEqual(params);
    await only(orderId);
  });

  test('a buyer who closes the sheet can pay later', async () => {
    const { buyer, orderId, params } = await started(platform);
    await typePassword(w, buyer, params, 'refuse');
    expect(await ask(buyer, orderId)).toBe('open');
    await typePassword(w, buyer, await begin(w, buyer, orderId));
    await isPaid(orderId);
    await only(orderId);
  });

  test('eight taps at once are one payment', async () => {
    const buyer = await makeBuyer(w, platform);
    const orderId = await makeOrder(w, buyer, shop);
    const answers = await Promise.all(Array.from({ length: 8 }, () => tap(buyer, orderId)));
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200));
    await typePassword(w, buyer, answers[7]!.value.params!);
    await isPaid(orderId);
    await only(orderId);
    expect(await effects(orderId)).toMatchObject({ told: 1, deducted: 1 });
  });

  test.each(['duplicate', 'out-of-order', 'late', 'replay'])(
    'a notify that comes %s counts once',
    async (kind) => {
      await fault(w, { platform, where: 'notify', kind, delayMs: 120 });
      await fault(w, { platform, where: 'notify', kind: 'duplicate' });
      const { buyer, orderId, params, outTradeNo } = await started(platform);
      await typePassword(w, buyer, params);
      await isPaid(orderId);
      await until('the repeat came', async () => ((await outcomes(w, outTradeNo))['repeated'] ?? 0) >= 1);
      expect((await outcomes(w, outTradeNo))['accepted']).toBe(1);
      expect(await effects(orderId)).toMatchObject({ told: 1, deducted: 1, points: 1 });
    },
  );

  const spoilt = ['forged', 'wrong-key', 'wrong-amount', 'wrong-app', 'wrong-seller'];
  const special = { wechat: ['stale', 'signtest'], alipay: ['sign-type-rsa'], jd: ['stale'] }[platform];
  test.each([...spoilt, ...special])(
    'a notify that is %s is refused and recorded; the query finds the money',
    async (kind) => {
      const before = (await refusedNotifies(w)).length;
      await fault(w, { platform, where: 'notify', kind, instead: true });
      const { buyer, orderId, params } = await started(platform);
      await typePassword(w, buyer, params);
      await until('it was refused', async () => (await refusedNotifies(w)).length > before);
      expect(await orderState(w, orderId)).toBe('awaiting_payment');
      expect((await only(orderId)).state).toBe('open');
      expect(await ask(buyer, orderId)).toBe('paid');
      expect(await orderState(w, orderId)).toBe('ready_for_pickup');
      expect(await effects(orderId)).toMatchObject({ told: 1, deducted: 1, points: 1 });
    },
  );

  test('a notify made up for an order nobody paid changes nothing', async () => {
    const { buyer, orderId, outTradeNo } = await started(platform);
    await control(w, 'POST', '/notifies/resend', { platform, outTradeNo, as: 'forged' });
    expect(await orderState(w, orderId)).toBe('awaiting_payment');
    expect(await ask(buyer, orderId)).toBe('open');
  });

  test('the bytes of an old notify sent again are a repeat', async () => {
    const { buyer, orderId, params, outTradeNo } = await started(platform);
    await typePassword(w, buyer, params);
    await isPaid(orderId);
    await control(w, 'POST', '/notifies/resend', { platform, outTradeNo, as: 'replay' });
    expect(await outcomes(w, outTradeNo)).toEqual({ accepted: 1, repeated: 1 });
    expect(await effects(orderId)).toMatchObject({ told: 1, deducted: 1, points: 1 });
  });

  test('a lost notify heals by itself', async () => {
    await fault(w, { platform, where: 'notify', kind: 'forged', instead: true });
    const { buyer, orderId, params } = await started(platform);
    await typePassword(w, buyer, params);
    w.clock.travel(16_000);
    await w.work();
    expect(await orderState(w, orderId)).toBe('ready_for_pickup');
  });

  const unclear = [
    'timeout-before',
    'timeout-after',
    'half-body',
    ...(platform === 'jd' ? [] : ['forged', 'wrong-key']),
  ];
  test.each(unclear)('when the call meets %s, the next tap goes on with the same number', async (kind) => {
    const buyer = await makeBuyer(w, platform);
    const orderId = await makeOrder(w, buyer, shop);
    await fault(w, { platform, where: 'api', kind, method: 'prepay', times: kind === 'half-body' ? 3 : 1 });
    const first = await tap(buyer, orderId);
    expect([first.status, first.problem.code]).toEqual([503, 'payment_unavailable']);
    const { state, out_trade_no: number } = await only(orderId);
    expect(state).toBe('unknown');
    await typePassword(w, buyer, await begin(w, buyer, orderId));
    await isPaid(orderId);
    expect((await only(orderId)).out_trade_no).toBe(number);
  });

  test.each(['error-500', 'error-500-after'])('one %s in the call is not noticed', async (kind) => {
    const buyer = await makeBuyer(w, platform);
    const orderId = await makeOrder(w, buyer, shop);
    await fault(w, { platform, where: 'api', kind, method: 'prepay', times: 2 });
    await typePassword(w, buyer, await begin(w, buyer, orderId));
    await isPaid(orderId);
  });

  test('the server dies after the platform acted: whoever pays then is found', async () => {
    const buyer = await makeBuyer(w, platform);
    const orderId = await makeOrder(w, buyer, shop);
    await fault(w, { platform, where: 'api', kind: 'timeout-after', method: 'prepay' });
    await tap(buyer, orderId);
    const { id, out_trade_no: outTradeNo } = await only(orderId);
    // As a kill would leave it: the intent is committed, what the platform answered is not.
    await w.db.run("update payments set state = 'intended' where id = $1", [id]);
    await fault(w, { platform, where: 'notify', kind: 'forged', instead: true });
    await control(w, 'POST', `/trades/${platform}/${outTradeNo}/act`, { act: 'pay' });
    w.clock.travel(16_000);
    await w.work();
    expect(await orderState(w, orderId)).toBe('ready_for_pickup');
    expect((await only(orderId)).state).toBe('paid');
  });

  test('a query that tells another amount pays nothing and is recorded once', async () => {
    await fault(w, { platform, where: 'notify', kind: 'forged', instead: true });
    const { buyer, orderId, params } = await started(platform);
    await typePassword(w, buyer, params);
    await fault(w, { platform, where: 'api', kind: 'wrong-amount', method: 'query', times: 2 });
    expect(await ask(buyer, orderId)).toBe('open');
    w.clock.travel(3_000);
    expect(await ask(buyer, orderId)).toBe('open');
    const { id, refusal } = await only(orderId);
    expect(refusal).toContain('8801');
    const audit = await w.db.rows(
      "select 1 from audit_entries where action = 'payment.disagreed' and subject_id = $1",
      [id],
    );
    expect(audit).toHaveLength(1);
    w.clock.travel(3_000);
    expect(await ask(buyer, orderId)).toBe('paid');
  });

  test('cancelling closes the payment at the platform', async () => {
    const { buyer, orderId, params, outTradeNo } = await started(platform);
    expect((await cancel(buyer, orderId)).value.state).toBe('cancelled');
    await w.work();
    expect((await only(orderId)).state).toBe('closed');
    expect((await tradeAt(w, platform, outTradeNo)).state).toBe('closed');
    expect(await typePassword(w, buyer, params)).not.toBe(PAID_WORDS[platform]);
    expect((await tap(buyer, orderId)).problem.code).toBe('order_state_wrong');
    expect(await ask(buyer, orderId)).toBe('closed');
  });

  test('money that comes after closing goes back by itself, once', async () => {
    const { buyer, orderId, outTradeNo } = await started(platform);
    await cancel(buyer, orderId);
    await w.work();
    await control(w, 'POST', `/trades/${platform}/${outTradeNo}/act`, { act: 'pay-after-close' });
    await until('the money was seen', async () => (await only(orderId)).state === 'paid');
    await until('it is on its way back', async () => (await refundsOf(w, orderId))[0]?.state !== undefined);
    await w.work();
    w.clock.travel(16_000);
    await w.work();
    expect(await refundsOf(w, orderId)).toMatchObject([
      { state: 'done', cause: 'late-payment', amount_fen: 8_800 },
    ]);
    expect((await tradeAt(w, platform, outTradeNo)).refunds).toMatchObject([
      { state: 'success', amountFen: 8_800 },
    ]);
    expect(await orderState(w, orderId)).toBe('cancelled');
    expect(await ask(buyer, orderId)).toBe('refunded');
    // JD tells no refunds; the others' message about it is taken like any other.
    const told = platform === 'jd' ? 1 : 2;
    await until('the refund was told', async () => (await outcomes(w, outTradeNo))['accepted'] === told);
  });

  test('money that was faster than the cancelling goes back, also when its notify is lost', async () => {
    await fault(w, { platform, where: 'notify', kind: 'forged', instead: true });
    const { buyer, orderId, params, outTradeNo } = await started(platform);
    await typePassword(w, buyer, params);
    await cancel(buyer, orderId);
    await w.work();
    w.clock.travel(16_000);
    await w.work();
    expect(await refundsOf(w, orderId)).toMatchObject([{ state: 'done', cause: 'late-payment' }]);
    expect((await tradeAt(w, platform, outTradeNo)).refunds).toHaveLength(1);
  });

  test('money whose lateness nobody told is found by looking again', async () => {
    const { buyer, orderId, outTradeNo } = await started(platform);
    await cancel(buyer, orderId);
    await w.work();
    await fault(w, { platform, where: 'notify', kind: 'forged', instead: true });
    await control(w, 'POST', `/trades/${platform}/${outTradeNo}/act`, { act: 'pay-after-close' });
    w.clock.travel(61_000);
    await w.work();
    w.clock.travel(16_000);
    await w.work();
    expect(await refundsOf(w, orderId)).toMatchObject([{ state: 'done', cause: 'late-payment' }]);
    expect(buyer.token).toBeTruthy();
  });

  test.each(['timeout-before', 'timeout-after', 'error-500-after', 'half-body'])(
    'a refund that meets %s is sent under the same number until it is done',
    async (kind) => {
      const { buyer, orderId, outTradeNo } = await started(platform);
      await cancel(buyer, orderId);
      await w.work();
      await fault(w, {
        platform,
        where: 'api',
        kind,
        method: 'refund',
        times: kind.startsWith('timeout') ? 1 : 3,
      });
      await control(w, 'POST', `/trades/${platform}/${outTradeNo}/act`, { act: 'pay-after-close' });
      await until('the refund is unclear', async () =>
        ['unknown', 'done', 'processing'].includes((await refundsOf(w, orderId))[0]?.state ?? ''),
      );
      for (let round = 0; round < 3; round++) {
        w.clock.travel(61_000);
        await w.work();
      }
      expect(await refundsOf(w, orderId)).toMatchObject([{ state: 'done' }]);
      expect((await tradeAt(w, platform, outTradeNo)).refunds).toHaveLength(1);
    },
  );

  test('an order that nobody pays is closed here and there', async () => {
    const { orderId, outTradeNo } = await started(platform);
    w.clock.travel(31 * 60_000);
    await w.work();
    expect(await orderState(w, orderId)).toBe('closed');
    expect((await only(orderId)).state).toBe('closed');
    expect((await tradeAt(w, platform, outTradeNo)).state).toBe('closed');
  });

  test('paying against cancelling at once: money is either kept for the order or given back', async () => {
    const all = await Promise.all(Array.from({ length: 6 }, () => started(platform)));
    await Promise.all(
      all.flatMap(({ buyer, orderId, params }) => [typePassword(w, buyer, params), cancel(buyer, orderId)]),
    );
    await new Promise((resolve) => setTimeout(resolve, 200));
    for (let round = 0; round < 3; round++) {
      await w.work();
      w.clock.travel(61_000);
    }
    await w.work();
    for (const { orderId, outTradeNo } of all) {
      const [state, payment, refunds, trade] = await Promise.all([
        orderState(w, orderId),
        only(orderId),
        refundsOf(w, orderId),
        tradeAt(w, platform, outTradeNo),
      ]);
      const back = refunds.map((refund) => refund.state);
      expect({
        state,
        payment: payment.state,
        back,
        trade: trade.state,
        refunded: trade.refunds.length,
      }).toEqual(
        state === 'ready_for_pickup'
          ? { state, payment: 'paid', back: [], trade: 'paid', refunded: 0 }
          : trade.state === 'paid'
            ? { state: 'cancelled', payment: 'paid', back: ['done'], trade: 'paid', refunded: 1 }
            : { state: 'cancelled', payment: 'closed', back: [], trade: 'closed', refunded: 0 },
      );
    }
  });
});

describe('two devices of one member', () => {
  test('the second begins on another platform: the first payment ends, only one can be paid', async () => {
    const phone = '13700001111';
    const onWechat = await makeBuyer(w, 'wechat', phone);
    const onAlipay = await makeBuyer(w, 'alipay', phone);
    const orderId = await makeOrder(w, onAlipay, shop);
    const first = await begin(w, onAlipay, orderId);
    const fresh = { ...onWechat };
    const second = await begin(w, fresh, orderId);
    expect(second.platform).toBe('wechat');
    expect(await typePassword(w, onAlipay, first)).not.toBe('9000');
    await typePassword(w, onWechat, second);
    await isPaid(orderId);
    expect((await paymentsOf(w, orderId)).map(({ platform, state }) => [platform, state])).toEqual([
      ['alipay', 'closed'],
      ['wechat', 'paid'],
    ]);
  });

  test('the first was paid while the second began: nothing is paid twice', async () => {
    const phone = '13700002222';
    const onJd = await makeBuyer(w, 'jd', phone);
    const onWechat = await makeBuyer(w, 'wechat', phone);
    const orderId = await makeOrder(w, onWechat, shop);
    const first = await begin(w, onWechat, orderId);
    await fault(w, { platform: 'wechat', where: 'notify', kind: 'late', delayMs: 3_000 });
    await typePassword(w, onWechat, first);
    expect((await tap(onJd, orderId)).value.params).toBeNull();
    expect(await orderState(w, orderId)).toBe('ready_for_pickup');
    await only(orderId);
  });

  test('the platform does not say whether the first can end: the second has to wait', async () => {
    const phone = '13700003333';
    const onJd = await makeBuyer(w, 'jd', phone);
    const onWechat = await makeBuyer(w, 'wechat', phone);
    const orderId = await makeOrder(w, onWechat, shop);
    await begin(w, onWechat, orderId);
    await fault(w, { platform: 'wechat', where: 'api', kind: 'wrong-key', method: 'close' });
    expect((await tap(onJd, orderId)).problem.code).toBe('payment_unknown');
    await only(orderId);
  });

  test('both payments arrive after all: the second goes back', async () => {
    const phone = '13700004444';
    const onAlipay = await makeBuyer(w, 'alipay', phone);
    const onWechat = await makeBuyer(w, 'wechat', phone);
    const orderId = await makeOrder(w, onWechat, shop);
    await begin(w, onAlipay, orderId);
    const second = await begin(w, onWechat, orderId);
    await typePassword(w, onWechat, second);
    await isPaid(orderId);
    const [alipay] = await paymentsOf(w, orderId);
    await control(w, 'POST', `/trades/alipay/${alipay!.out_trade_no}/act`, { act: 'pay-after-close' });
    await until('it is on its way back', async () => (await refundsOf(w, orderId)).length === 1);
    await w.work();
    w.clock.travel(16_000);
    await w.work();
    expect(await refundsOf(w, orderId)).toMatchObject([{ state: 'done', cause: 'second-payment' }]);
    expect(await ask(onWechat, orderId)).toBe('paid');
  });
});

describe('an order of ¥0', () => {
  test('is paid at once, and no platform hears of it', async () => {
    const free = await makeShop(w, 0);
    const buyer = await makeBuyer(w, 'wechat');
    const orderId = await makeOrder(w, buyer, free);
    expect((await tap(buyer, orderId)).value).toEqual({ orderId, amountFen: 0, params: null });
    expect(await orderState(w, orderId)).toBe('ready_for_pickup');
    expect(await paymentsOf(w, orderId)).toEqual([]);
    expect((await tap(buyer, orderId)).value.params).toBeNull();
    expect(await effects(orderId)).toMatchObject({ told: 1, deducted: 1 });
  });
});

describe('whose order', () => {
  test('somebody else’s order is not found, neither to pay nor to ask about', async () => {
    const { orderId } = await started('wechat');
    const other = await makeBuyer(w, 'wechat');
    expect((await tap(other, orderId)).problem.code).toBe('order_not_found');
    expect(
      (await w.call(getPaymentState, { token: other.token, params: { id: orderId } })).problem.code,
    ).toBe('order_not_found');
  });
});

describe('the notify addresses', () => {
  const paths = { wechat: '/notify/wechat-pay', alipay: '/notify/alipay', jd: '/notify/jd-pay' };
  const post = (platform: Platform, body: string, headers: Record<string, string> = {}) =>
    fetch(w.url + paths[platform], { method: 'POST', body, headers });

  test.each(PLATFORMS)('%s: garbage of any kind is refused and recorded, never a 500', async (platform) => {
    const bodies = ['', '{', '[]', 'null', '{"a":1}', 'a=1&a=2', '%', 'x'.repeat(10_000)];
    const types = [
      'application/json',
      'application/x-www-form-urlencoded',
      'text/xml',
      'multipart/form-data; boundary=x',
    ];
    const before = (await refusedNotifies(w)).length;
    for (const body of bodies)
      for (const type of types)
        expect((await post(platform, body, { 'content-type': type })).status).toBe(401);
    expect((await refusedNotifies(w)).length).toBe(before + bodies.length * types.length);
  });

  test.each(PLATFORMS)('%s: more than 64 KB is not even read', async (platform) => {
    expect((await post(platform, 'x'.repeat(70_000))).status).toBe(413);
  });

  test('the answers are the platforms’ own words', async () => {
    expect(await (await post('wechat', '{}')).json()).toEqual({ code: 'FAIL', message: '失败' });
    expect(await (await post('alipay', 'a=1')).text()).toBe('fail');
    expect(await (await post('jd', '{}')).text()).toBe('fail');
  });

  test('WeChat’s second key signs notifies too, Alipay’s does not before its time', async () => {
    await fault(w, { platform: 'wechat', where: 'notify', kind: 'rotated-key' });
    const one = await started('wechat');
    await typePassword(w, one.buyer, one.params);
    await isPaid(one.orderId);
    const before = (await refusedNotifies(w)).length;
    await fault(w, { platform: 'alipay', where: 'notify', kind: 'rotated-key' });
    const two = await started('alipay');
    await typePassword(w, two.buyer, two.params);
    await until('it was refused', async () => (await refusedNotifies(w)).length > before);
    expect(await orderState(w, two.orderId)).toBe('awaiting_payment');
  });
});

test('after all of this the books agree: every invariant, to the fen', async () => {
  await w.work();
  const broken = (await w.server.get(InvariantsService).check()).filter(({ ok }) => !ok);
  expect(broken).toEqual([]);
});
