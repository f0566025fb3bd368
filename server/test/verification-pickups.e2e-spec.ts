/** Orders that wait at a store are handed over by the same scan that uses coupons: all of it, or nothing. */
import { getCoupon } from '@tongdian/shared/contract/coupons.routes';
import { getOrder, payOrder, placeOrder } from '@tongdian/shared/contract/orders.routes';
import {
  clerkToday,
  confirmScan,
  listPickups,
  undoRedemption,
} from '@tongdian/shared/contract/verification.routes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { claimed, clerkCrowd, opened, publishedTemplate, scanned, shownCode } from './world-coupons.js';
import { makeBuyer, makeShop, type Buyer, type Shop } from './world-payments.js';
import { makeStore, staffToken, world, type World } from './world.js';

let w: World;
let operator: string;
let shop: Shop;
let clerk: string;

beforeAll(async () => {
  w = await world();
  operator = await staffToken(w, 'operator');
  shop = await makeShop(w, 8_800);
  clerk = (await clerkCrowd(w, 1, shop.storeId))[0]!;
});
afterAll(() => w.close());

/** A paid order that waits at the shop: a coupon takes all of it off, and ¥0 is a price like any other. */
async function waitingOrder(buyer: Buyer): Promise<{ orderId: string; couponId: string }> {
  const free = await publishedTemplate(w, operator, {
    kind: 'percent_off',
    percentBp: 10_000,
    amountFen: undefined,
    title: '全免券',
  });
  const coupon = await claimed(w, buyer.token, free.id);
  const order = (
    await w.call(placeOrder, {
      token: buyer.token,
      body: {
        lines: [{ skuId: shop.skuId, quantity: 2 }],
        delivery: { kind: 'pickup', storeId: shop.storeId },
        couponId: coupon.id,
        payableFen: 0,
      },
    })
  ).value;
  const locked = (await w.call(getCoupon, { params: { id: coupon.id }, token: buyer.token })).value;
  expect(locked).toMatchObject({ state: 'locked', lockedByOrderId: order.id });
  expect((await w.call(payOrder, { params: { id: order.id }, token: buyer.token })).value.params).toBeNull();
  return { orderId: order.id, couponId: coupon.id };
}

describe('an order that waits at the store', () => {
  it('was paid with the coupon that it locked', async () => {
    const buyer = await makeBuyer(w, 'wechat');
    const { orderId, couponId } = await waitingOrder(buyer);
    const order = (await w.call(getOrder, { params: { id: orderId }, token: buyer.token })).value;
    expect(order).toMatchObject({ state: 'ready_for_pickup', payableFen: 0, couponTitle: '全免券' });
    const coupon = (await w.call(getCoupon, { params: { id: couponId }, token: buyer.token })).value;
    expect(coupon).toMatchObject({ state: 'used', usedWhere: `订单 ${order.orderNo}` });
  });

  it('is handed over once by 12 clerks at once, together with a coupon', async () => {
    const buyer = await makeBuyer(w, 'wechat');
    const { orderId } = await waitingOrder(buyer);
    const coupon = await claimed(w, buyer.token, (await publishedTemplate(w, operator)).id);
    const waiting = (await w.call(listPickups, { query: { storeId: shop.storeId }, token: clerk })).value;
    expect(waiting.find((row) => row.orderId === orderId)).toMatchObject({
      goods: '晨雾 拼配豆 × 2',
      payableFen: 0,
    });
    const clerks = await clerkCrowd(w, 12, shop.storeId);
    const { qr } = shownCode(w, await opened(w, buyer.token));
    const scans = await Promise.all(clerks.map((by) => scanned(w, by, shop.storeId, qr)));
    expect(scans[0]!.value).toMatchObject({
      coupons: [{ couponId: coupon.id, refusal: null }],
      pickups: [{ orderId, refusal: null, lines: [{ quantity: 2 }] }],
    });
    expect(scans[0]!.value.member.phoneMasked).toMatch(/^139\*{4}\d{4}$/);
    const body = { couponIds: [coupon.id], orderIds: [orderId] };
    const answers = await Promise.all(
      scans.map((scan, index) =>
        w.call(confirmScan, { params: { id: scan.value.scanId }, body, token: clerks[index] }),
      ),
    );
    const won = answers.filter((answer) => answer.ok);
    expect(won).toHaveLength(1);
    for (const lost of answers.filter((answer) => !answer.ok)) expect(lost.problem.code).toBe('coupon_used');
    expect(won[0]!.value.orders).toMatchObject([{ orderId, goods: '晨雾 拼配豆 × 2' }]);
    const order = (await w.call(getOrder, { params: { id: orderId }, token: buyer.token })).value;
    expect(order.state).toBe('completed');
    expect(order.history.filter(({ event }) => event === 'hand_over')).toHaveLength(1);
    const undo = { params: { id: won[0]!.value.id }, body: { reason: '拿错了' } };
    const manager = await staffToken(w, 'manager', [shop.storeId]);
    expect((await w.call(undoRedemption, { ...undo, token: manager })).problem.code).toBe('undo_handed_over');
    const today = (await w.call(clerkToday, { query: { storeId: shop.storeId }, token: clerk })).value;
    expect(today.rows.find((row) => row.id === won[0]!.value.id)).toMatchObject({ undoBefore: null });
  });

  it('goes over no other counter, to no other member, and takes no coupon with it when it may not go', async () => {
    const buyer = await makeBuyer(w, 'wechat');
    const { orderId } = await waitingOrder(buyer);
    const coupon = await claimed(w, buyer.token, (await publishedTemplate(w, operator)).id);
    const elsewhere = await makeStore(w);
    const other = (await clerkCrowd(w, 1, elsewhere.id))[0]!;
    const there = (await scanned(w, other, elsewhere.id, shownCode(w, await opened(w, buyer.token)).qr))
      .value;
    expect(there.pickups).toEqual([]);
    const refused = await w.call(confirmScan, {
      params: { id: there.scanId },
      body: { couponIds: [coupon.id], orderIds: [orderId] },
      token: other,
    });
    expect(refused.problem.code).toBe('order_not_found');
    const stranger = await makeBuyer(w, 'wechat');
    const theirs = (await scanned(w, clerk, shop.storeId, shownCode(w, await opened(w, stranger.token)).qr))
      .value;
    const stolen = await w.call(confirmScan, {
      params: { id: theirs.scanId },
      body: { couponIds: [], orderIds: [orderId] },
      token: clerk,
    });
    expect(stolen.problem.code).toBe('order_not_found');
    const held = (await w.call(getCoupon, { params: { id: coupon.id }, token: buyer.token })).value;
    expect(held.state).toBe('issued');
  });
});
