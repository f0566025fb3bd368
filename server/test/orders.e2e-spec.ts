/** Cart, quote and order over HTTP: the price that was seen, stock that is there, and nothing twice. */
import { adminInvariants } from '@tongdian/shared/contract/insights.routes';
import { listAddresses } from '@tongdian/shared/contract/members.routes';
import {
  addToCart,
  adminGetOrder,
  adminListOrders,
  cancelOrder,
  getCart,
  getOrder,
  listOrders,
  placeOrder,
  quoteOrder,
  setCartLine,
} from '@tongdian/shared/contract/orders.routes';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeGoods, makeShopper, makeWarehouse, type Goods, type Shopper } from './world-orders.js';
import { makeStore, signInMember, staffToken, world, type World } from './world.js';

let w: World;
let warehouse: string;
let store: { id: string; placeId: string };
let beans: Goods;
let buyer: Shopper;

beforeAll(async () => {
  w = await world();
  warehouse = await makeWarehouse(w);
  store = await makeStore(w);
  beans = await makeGoods(w, { stock: { [warehouse]: 100, [store.placeId]: 5 } });
  buyer = await makeShopper(w);
});
afterAll(() => w.close());

const stockOf = async (skuId: string, placeId: string) =>
  w.db.one<{ on_hand: number; reserved: number }>(
    'select on_hand, reserved from stock where sku_id = $1 and place_id = $2',
    [skuId, placeId],
  );
const ship = (who: Shopper) => ({ kind: 'ship' as const, addressId: who.addressId });
const order = (who: Shopper, goods: Goods, quantity: number, payableFen: number, key?: string) =>
  w.call(placeOrder, {
    token: who.token,
    key,
    body: { lines: [{ skuId: goods.skuId, quantity }], delivery: ship(who), couponId: null, payableFen },
  });

describe('the cart', () => {
  test('adds up, keeps what is ticked, and shows what cannot be sent with the stores that have it', async () => {
    const who = await makeShopper(w);
    const onlyInStore = await makeGoods(w, {
      name: '原装滤芯',
      stock: { [warehouse]: 0, [store.placeId]: 9 },
    });
    await w.call(addToCart, { token: who.token, body: { skuId: beans.skuId, quantity: 1 } });
    await w.call(addToCart, { token: who.token, body: { skuId: beans.skuId, quantity: 1 } });
    const { value: cart } = await w.call(addToCart, {
      token: who.token,
      body: { skuId: onlyInStore.skuId, quantity: 1 },
    });
    expect(cart.lines).toHaveLength(2);
    expect(cart.lines.find((line) => line.skuId === beans.skuId)?.quantity).toBe(2);
    const filter = cart.lines.find((line) => line.skuId === onlyInStore.skuId)!;
    expect(filter).toMatchObject({ onlineStock: 0, storesWithStock: [{ storeId: store.id, available: 9 }] });
    // Two bags of beans at ¥94 are sent free of charge.
    expect(cart.quote).toMatchObject({ listFen: 18_800, shippingFen: 0, payableFen: 18_800 });
    const unticked = await w.call(setCartLine, {
      token: who.token,
      params: { skuId: beans.skuId },
      body: { quantity: 2, selected: false },
    });
    expect(unticked.value.quote).toBeNull();
    await w.call(setCartLine, { token: who.token, params: { skuId: beans.skuId }, body: { quantity: 0 } });
    expect((await w.call(getCart, { token: who.token })).value.lines).toHaveLength(1);
  });

  test('a line may be set only where it is, and holds 99 at most', async () => {
    const who = await makeShopper(w);
    const put = (quantity: number) =>
      w.call(setCartLine, { token: who.token, params: { skuId: beans.skuId }, body: { quantity } });
    expect((await put(2)).problem.code).toBe('sku_not_found');
    expect((await put(100)).problem.code).toBe('invalid_input');
    for (const _ of [1, 2])
      await w.call(addToCart, { token: who.token, body: { skuId: beans.skuId, quantity: 60 } });
    expect((await w.call(getCart, { token: who.token })).value.lines[0]?.quantity).toBe(99);
  });

  test('the same key adds once', async () => {
    const who = await makeShopper(w);
    const add = () =>
      w.call(addToCart, { token: who.token, key: 'add-one-bag', body: { skuId: beans.skuId, quantity: 1 } });
    const [first, second] = [await add(), await add()];
    expect(second.value).toEqual(first.value);
    expect((await w.call(getCart, { token: who.token })).value.lines[0]?.quantity).toBe(1);
  });
});

describe('a quote', () => {
  test('names every step from the list price to the payable', async () => {
    const { value } = await w.call(quoteOrder, {
      token: buyer.token,
      body: { lines: [{ skuId: beans.skuId, quantity: 1 }], delivery: { kind: 'ship' } },
    });
    expect(value.steps).toEqual([
      { ruleId: 'shipping', kind: 'shipping', label: '运费', detail: null, amountFen: 1_200 },
    ]);
    expect(value.payableFen).toBe(9_400 + 1_200);
    expect(value.earnsPoints).toBe(94);
  });

  test('fetching at a store costs nothing and shows that store’s stock', async () => {
    const { value } = await w.call(quoteOrder, {
      token: buyer.token,
      body: { lines: [{ skuId: beans.skuId, quantity: 1 }], delivery: { kind: 'pickup', storeId: store.id } },
    });
    expect(value).toMatchObject({ payableFen: 9_400, shippingFen: 0, steps: [] });
    expect(value.lines[0]?.available).toBe(5);
  });

  test('refuses what is not there by name', async () => {
    const gone = await makeGoods(w, { onSale: false, stock: { [warehouse]: 5 } });
    const ask = (body: object) => w.call(quoteOrder, { token: buyer.token, body: body as never });
    expect(
      (await ask({ lines: [{ skuId: gone.skuId, quantity: 1 }], delivery: { kind: 'ship' } })).problem.code,
    ).toBe('sku_not_found');
    expect(
      (await ask({ lines: [{ skuId: beans.skuId, quantity: 1 }], delivery: { kind: 'pickup' } })).problem
        .errors,
    ).toContainEqual({
      field: 'delivery.storeId',
      rule: 'matches',
    });
    expect((await ask({ lines: [], delivery: { kind: 'ship' } })).problem.code).toBe('invalid_input');
    const empty = await makeShopper(w);
    const asked = await w.call(quoteOrder, { token: empty.token, body: { delivery: { kind: 'ship' } } });
    expect(asked.problem.code).toBe('cart_empty');
  });
});

describe('an order', () => {
  test('holds its stock, and gives it back when it is cancelled', async () => {
    const goods = await makeGoods(w, { stock: { [warehouse]: 3 } });
    const { value: placed } = await order(buyer, goods, 2, 18_800);
    expect(placed).toMatchObject({
      state: 'awaiting_payment',
      payableFen: 18_800,
      delivery: { kind: 'ship', recipient: '林晚' },
    });
    expect(placed.history.map((event) => event.event)).toEqual(['place']);
    expect(await stockOf(goods.skuId, warehouse)).toEqual({ on_hand: 3, reserved: 2 });
    const { value: cancelled } = await w.call(cancelOrder, { token: buyer.token, params: { id: placed.id } });
    expect(cancelled.state).toBe('cancelled');
    expect(await stockOf(goods.skuId, warehouse)).toEqual({ on_hand: 3, reserved: 0 });
    const again = await w.call(cancelOrder, { token: buyer.token, params: { id: placed.id } });
    expect(again.problem).toMatchObject({ code: 'order_state_wrong', detail: '订单现在已取消，不能这样做' });
  });

  test('is closed when nobody pays within thirty minutes', async () => {
    const goods = await makeGoods(w, { stock: { [warehouse]: 1 } });
    const { value: placed } = await order(buyer, goods, 1, 10_600);
    w.clock.travel(31 * 60_000);
    await w.work();
    w.clock.travel(-31 * 60_000);
    expect((await w.call(getOrder, { token: buyer.token, params: { id: placed.id } })).value.state).toBe(
      'closed',
    );
    expect(await stockOf(goods.skuId, warehouse)).toEqual({ on_hand: 1, reserved: 0 });
  });

  test('is refused at another price than the one seen, and nothing is held', async () => {
    const goods = await makeGoods(w, { stock: { [warehouse]: 3 } });
    const { problem } = await order(buyer, goods, 1, 9_400);
    expect(problem).toMatchObject({
      status: 409,
      code: 'price_changed',
      detail: '价格从 ¥94 变为 ¥106，再确认一次',
    });
    expect(await stockOf(goods.skuId, warehouse)).toEqual({ on_hand: 3, reserved: 0 });
  });

  test('with one line too many is refused whole', async () => {
    const [many, few] = [
      await makeGoods(w, { stock: { [warehouse]: 9 } }),
      await makeGoods(w, { name: '夜泊', stock: { [warehouse]: 1 } }),
    ];
    const { problem } = await w.call(placeOrder, {
      token: buyer.token,
      body: {
        lines: [
          { skuId: many.skuId, quantity: 1 },
          { skuId: few.skuId, quantity: 2 },
        ],
        delivery: ship(buyer),
        couponId: null,
        payableFen: 28_200,
      },
    });
    expect(problem).toMatchObject({ code: 'out_of_stock', detail: '夜泊只剩 1 件了' });
    expect(await stockOf(many.skuId, warehouse)).toEqual({ on_hand: 9, reserved: 0 });
  });

  test('needs a phone, and an address where goods are sent', async () => {
    const stranger = await signInMember(w, 'alipay', 'nobody-yet');
    const body = { lines: [{ skuId: beans.skuId, quantity: 1 }], couponId: null, payableFen: 10_600 };
    const without = await w.call(placeOrder, {
      token: stranger.accessToken,
      body: { ...body, delivery: { kind: 'ship' } },
    });
    expect(without.problem.code).toBe('phone_needed');
    const nowhere = await w.call(placeOrder, {
      token: buyer.token,
      body: { ...body, delivery: { kind: 'ship' } },
    });
    expect(nowhere.problem.code).toBe('address_needed');
    const other = await makeShopper(w);
    const foreign = await w.call(placeOrder, {
      token: buyer.token,
      body: { ...body, delivery: ship(other) },
    });
    expect(foreign.problem.status).toBe(404);
  });

  test('sent twice with one key is one order', async () => {
    const goods = await makeGoods(w, { stock: { [warehouse]: 9 } });
    const [first, second] = await Promise.all([
      order(buyer, goods, 1, 10_600, 'the-same-order'),
      order(buyer, goods, 1, 10_600, 'the-same-order'),
    ]);
    expect(first.value.id).toBe(second.value.id);
    expect(await stockOf(goods.skuId, warehouse)).toEqual({ on_hand: 9, reserved: 1 });
  });

  test('of somebody else is not found', async () => {
    const { value: placed } = await order(buyer, beans, 1, 10_600);
    const other = await makeShopper(w);
    for (const route of [getOrder, cancelOrder]) {
      expect((await w.call(route, { token: other.token, params: { id: placed.id } })).problem.code).toBe(
        'order_not_found',
      );
    }
    expect((await w.call(listOrders, { token: other.token, query: {} })).value.total).toBe(0);
    expect((await w.call(listAddresses, { token: other.token })).value).toHaveLength(1);
  });

  test('staff read it with the address masked', async () => {
    const { value: placed } = await order(buyer, beans, 1, 10_600);
    const operator = await staffToken(w, 'operator');
    const { value } = await w.call(adminGetOrder, { token: operator, params: { id: placed.id } });
    expect(value.delivery).toMatchObject({ recipient: '林*', address: '上海市上海市徐汇区 …' });
    const { value: page } = await w.call(adminListOrders, {
      token: operator,
      query: { search: placed.orderNo },
    });
    expect(page.items).toHaveLength(1);
  });
});

describe('races', () => {
  test('twenty buyers at once for five pieces: five orders, no piece twice', async () => {
    const goods = await makeGoods(w, { stock: { [warehouse]: 5 } });
    const buyers = await Promise.all(Array.from({ length: 20 }, () => makeShopper(w)));
    const answers = await Promise.all(buyers.map((who) => order(who, goods, 1, 10_600)));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(5);
    for (const answer of answers.filter((one) => !one.ok)) expect(answer.problem.code).toBe('out_of_stock');
    expect(await stockOf(goods.skuId, warehouse)).toEqual({ on_hand: 5, reserved: 5 });
  });

  test('orders of the same goods in opposite order do not block each other', async () => {
    const [a, b] = [
      await makeGoods(w, { stock: { [warehouse]: 100 } }),
      await makeGoods(w, { stock: { [warehouse]: 100 } }),
    ];
    const buyers = await Promise.all(Array.from({ length: 12 }, () => makeShopper(w)));
    const answers = await Promise.all(
      buyers.map((who, index) =>
        w.call(placeOrder, {
          token: who.token,
          body: {
            lines: (index % 2 ? [a, b] : [b, a]).map(({ skuId }) => ({ skuId, quantity: 1 })),
            delivery: ship(who),
            couponId: null,
            payableFen: 18_800,
          },
        }),
      ),
    );
    expect(answers.every((answer) => answer.ok)).toBe(true);
  });

  test('cancelling twice at once gives the stock back once', async () => {
    const goods = await makeGoods(w, { stock: { [warehouse]: 2 } });
    const { value: placed } = await order(buyer, goods, 2, 18_800);
    const cancel = () => w.call(cancelOrder, { token: buyer.token, params: { id: placed.id } });
    const answers = await Promise.all([cancel(), cancel(), cancel()]);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(await stockOf(goods.skuId, warehouse)).toEqual({ on_hand: 2, reserved: 0 });
  });

  test('after all this the books agree', async () => {
    const operator = await staffToken(w, 'operator');
    const { value } = await w.call(adminInvariants, { token: operator });
    expect(value.filter((book) => !book.ok)).toEqual([]);
    expect(value.length).toBeGreaterThan(8);
  });
});
