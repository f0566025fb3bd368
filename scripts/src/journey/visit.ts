// One member's visit on one platform: sign in, browse, claim, buy with a coupon, pay, redeem at the counter.
import { getProduct, listCategories, listProducts } from '@tongdian/shared/contract/catalog.routes';
import { claimCoupon, getCoupon, listClaimable, listWallet } from '@tongdian/shared/contract/coupons.routes';
import {
  addAddress,
  bindPhone,
  getMe,
  sendPhoneSms,
  signIn,
  type SessionView,
} from '@tongdian/shared/contract/members.routes';
import {
  addToCart,
  getOrder,
  getPaymentState,
  payOrder,
  placeOrder,
  quoteOrder,
  type OrderView,
} from '@tongdian/shared/contract/orders.routes';
import { getPoints } from '@tongdian/shared/contract/points.routes';
import { confirmScan, openCode, scanCode } from '@tongdian/shared/contract/verification.routes';
import type { Platform } from '@tongdian/shared/kernel/platforms';
import { clientOf, Refused, type Call } from './client.js';
import { findInAudit, publish, type Clerk } from './office.js';
import { shownDigits, shownQr, type Phone } from './phone.js';
import { must, until, type Steps } from './steps.js';

export interface Stage {
  server: string;
  steps: Steps;
  operator: Clerk;
  clerk: Clerk;
  otherClerk: Clerk;
  phone: Phone;
  /** The member that the same phone led to before, on another platform. */
  knownMemberId: string | null;
}

const device = (): string => crypto.randomUUID();

async function refusedAs(code: string, work: Promise<unknown>): Promise<void> {
  const error = await work.then(
    () => null,
    (failure: unknown) => failure,
  );
  must(
    error instanceof Refused && error.problem.code === code,
    `expected ${code}, got ${String(error ?? 'success')}`,
  );
}

async function bind(call: Call, phone: Phone, platform: Platform): Promise<SessionView> {
  const proof = await phone.phoneProof(platform);
  if (proof.proof === 'sms') {
    await call(sendPhoneSms, { body: { phone: proof.phone! } });
    proof.code = await phone.smsCode(proof.phone!);
  }
  const bound = await call(bindPhone, { body: proof });
  must(bound.outcome !== 'review', 'the phone was bound');
  return bound.session;
}

async function enter(stage: Stage, platform: Platform): Promise<{ call: Call; memberId: string }> {
  const { steps, phone, server } = stage;
  const stranger = await steps.run(platform, 'silent sign-in', async () => {
    const code = await phone.loginCode(platform);
    const session = await clientOf(server)(signIn, { body: { platform, code, deviceId: device() } });
    // Only WeChat says of a code that it was used; the others call it invalid.
    await refusedAs(
      platform === 'wechat' ? 'platform_code_used' : 'platform_code_invalid',
      clientOf(server)(signIn, { body: { platform, code, deviceId: device() } }),
    );
    return session;
  });
  const session = await steps.run(platform, 'phone by the platform', () =>
    bind(clientOf(server, stranger.accessToken), phone, platform),
  );
  await steps.run(platform, 'the same phone, the same member', async () => {
    must(session.member.phoneMasked !== null, 'a phone is bound');
    if (stage.knownMemberId) must(session.member.id === stage.knownMemberId, 'another member was made');
  });
  return { call: clientOf(server, session.accessToken), memberId: session.member.id };
}

/** A SKU that can be sent now. */
async function browse(stage: Stage, platform: Platform, call: Call): Promise<string> {
  return stage.steps.run(platform, 'browse categories, list, product', async () => {
    const categories = await call(listCategories, {});
    must(categories.length > 0, 'there are categories');
    const products = await call(listProducts, { query: { category: categories[0]!.id, pageSize: 20 } });
    const open = products.items.find((item) => !item.soldOut && item.fromFen > 1_000);
    must(!!open, 'something is in stock');
    const product = await call(getProduct, { params: { id: open.id } });
    const sku = product.skus.find((candidate) => candidate.onlineStock > 0);
    must(!!sku, `${product.name} can be sent`);
    return sku.id;
  });
}

async function claim(stage: Stage, platform: Platform, call: Call, channel: 'online' | 'store') {
  const title = `${channel === 'online' ? '网上' : '到店'}旅程券 ${Date.now() % 100_000}`;
  const template = await stage.steps.run(platform, `operator publishes a coupon (${channel})`, () =>
    publish(stage.operator.call, title, channel),
  );
  const coupon = await stage.steps.run(platform, `claim it (${channel})`, async () => {
    const open = await call(listClaimable, {});
    must(
      open.some((item) => item.templateId === template.id && item.refusal === null),
      'it is in the claim centre',
    );
    const key = crypto.randomUUID();
    const first = await call(claimCoupon, { params: { id: template.id }, key });
    const again = await call(claimCoupon, { params: { id: template.id }, key });
    must(first.id === again.id, 'a repeat answers as the first time');
    await refusedAs('coupon_limit_reached', call(claimCoupon, { params: { id: template.id } }));
    return first;
  });
  return { template, coupon };
}

async function order(
  stage: Stage,
  platform: Platform,
  call: Call,
  skuId: string,
  couponId: string,
): Promise<OrderView> {
  const { steps } = stage;
  await steps.run(platform, 'add to cart', async () => {
    const cart = await call(addToCart, { body: { skuId, quantity: 1 } });
    must(cart.quote !== null && cart.quote.payableFen > 0, 'the cart is priced');
  });
  const quote = await steps.run(platform, 'quote with the coupon', async () => {
    const asked = await call(quoteOrder, { body: { delivery: { kind: 'ship' }, couponId } });
    must(asked.appliedCouponId === couponId, 'the coupon applies');
    const sum = asked.listFen + asked.steps.reduce((total, step) => total + step.amountFen, 0);
    must(sum === asked.payableFen, `the steps add up to ${sum}, not ${asked.payableFen}`);
    return asked;
  });
  return steps.run(platform, 'order at that price', async () => {
    const address = await call(addAddress, {
      body: {
        recipient: '林晚',
        phone: await stage.phone.number(),
        province: '上海市',
        city: '上海市',
        district: '徐汇区',
        detail: '武康路 1 号',
      },
    });
    const delivery = { kind: 'ship' as const, addressId: address.id };
    await refusedAs(
      'price_changed',
      call(placeOrder, { body: { delivery, couponId, payableFen: quote.payableFen + 1 } }),
    );
    const placed = await call(placeOrder, { body: { delivery, couponId, payableFen: quote.payableFen } });
    const locked = await call(getCoupon, { params: { id: couponId } });
    must(
      locked.state === 'locked' && locked.lockedByOrderId === placed.id,
      'the coupon is locked on the order',
    );
    return placed;
  });
}

async function pay(stage: Stage, platform: Platform, call: Call, placed: OrderView): Promise<void> {
  await stage.steps.run(platform, 'pay on the platform', async () => {
    const start = await call(payOrder, { params: { id: placed.id } });
    must(
      start.params !== null && start.amountFen === placed.payableFen,
      'the amount is the one of the order',
    );
    must(start.params.platform === platform, 'the payment is on this platform');
    const again = await call(payOrder, { params: { id: placed.id } });
    must(
      JSON.stringify(again.params) === JSON.stringify(start.params),
      'a second tap goes on with the same payment',
    );
    await stage.phone.pay(start.params);
  });
  await stage.steps.run(platform, 'verified notify makes it paid', async () => {
    const paid = await until('paid', async () => {
      const now = await call(getOrder, { params: { id: placed.id } });
      return now.state === 'paid' ? now : null;
    });
    must(paid.paidAt !== null, 'the time of payment is kept');
    const state = await call(getPaymentState, { params: { id: placed.id } });
    must(state.payment === 'paid', 'the payment is paid');
  });
}

async function rewards(
  stage: Stage,
  platform: Platform,
  call: Call,
  placed: OrderView,
  couponId: string,
): Promise<void> {
  await stage.steps.run(platform, 'points, level, coupon used', async () => {
    const points = await call(getPoints, { query: {} });
    const earned = points.entries.items.filter((entry) => entry.reason.includes(placed.orderNo));
    must(earned.length === 1 && earned[0]!.delta === placed.earnsPoints, 'the points of the order came once');
    const me = await call(getMe, {});
    must(me.level.level.name.length > 0 && me.level.growth > 0, 'a level and growth are shown');
    const coupon = await call(getCoupon, { params: { id: couponId } });
    must(coupon.state === 'used', `the coupon is used, not ${coupon.state}`);
  });
}

async function counter(stage: Stage, platform: Platform, call: Call, couponId: string): Promise<void> {
  const { steps, clerk, otherClerk } = stage;
  const typed = platform !== 'wechat';
  const scan = await steps.run(platform, `clerk ${typed ? 'types' : 'scans'} the rotating code`, async () => {
    const wallet = await call(listWallet, { query: { tab: 'usable' } });
    must(
      wallet.items.some((coupon) => coupon.id === couponId),
      'the coupon is in the wallet',
    );
    const seed = await call(openCode, { body: { couponId } });
    const code = typed ? shownDigits(seed) : shownQr(seed);
    const body = {
      code,
      storeId: clerk.storeId,
      nonce: device(),
      entered: typed ? ('typed' as const) : ('scan' as const),
    };
    const seen = await clerk.call(scanCode, { body });
    must(
      seen.coupons.some((coupon) => coupon.couponId === couponId && coupon.chosen && !coupon.refusal),
      'the coupon is previewed',
    );
    const retry = await clerk.call(scanCode, { body });
    must(retry.scanId === seen.scanId, 'a retry of the scan is the same scan');
    const other = await otherClerk.call(scanCode, {
      body: { ...body, storeId: otherClerk.storeId, nonce: device() },
    });
    return { mine: seen.scanId, other: other.scanId };
  });
  await steps.run(platform, 'confirmed exactly once', async () => {
    const body = { couponIds: [couponId], billFen: 10_000 };
    const done = await clerk.call(confirmScan, { params: { id: scan.mine }, body });
    must(done.offFen === 500, `the coupon took ${done.offFen} off`);
    const again = await clerk.call(confirmScan, { params: { id: scan.mine }, body });
    must(again.id === done.id, 'a retry answers as the first time');
    const refused = await otherClerk.call(confirmScan, { params: { id: scan.other }, body }).then(
      () => null,
      (error: unknown) => error,
    );
    must(refused instanceof Refused && refused.problem.status === 409, 'another clerk is refused by name');
  });
}

/** Returns the member, so that the next platform can be held against it. */
export async function visit(stage: Stage, platform: Platform): Promise<string> {
  const { call, memberId } = await enter(stage, platform);
  const skuId = await browse(stage, platform, call);
  const online = await claim(stage, platform, call, 'online');
  const placed = await order(stage, platform, call, skuId, online.coupon.id);
  await pay(stage, platform, call, placed);
  await rewards(stage, platform, call, placed, online.coupon.id);
  const store = await claim(stage, platform, call, 'store');
  await counter(stage, platform, call, store.coupon.id);
  await stage.steps.run(platform, 'operator finds each step in the audit log', () =>
    findInAudit(stage.operator.call, store.template, store.coupon.id),
  );
  return memberId;
}
