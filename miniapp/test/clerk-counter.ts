/** Customers and coupons for tests of the clerk's app: real ones, made over HTTP as their own apps would. */
import { randomInt, randomUUID } from 'node:crypto';
import type { CouponTemplateBody } from '@tongdian/shared/contract/coupons.dto';
import {
  adminCreateTemplate,
  adminPublishTemplate,
  claimCoupon,
  getCoupon,
} from '@tongdian/shared/contract/coupons.routes';
import { getProduct, listProducts } from '@tongdian/shared/contract/catalog.routes';
import { bindPhone, signIn } from '@tongdian/shared/contract/members.routes';
import {
  getPaymentState,
  payOrder,
  placeOrder,
  quoteOrder,
  type OrderView,
} from '@tongdian/shared/contract/orders.routes';
import { staffSignIn } from '@tongdian/shared/contract/staff.routes';
import { confirmScan, openCode, scanCode } from '@tongdian/shared/contract/verification.routes';
import { clientOf, type Call } from '../../scripts/src/journey/client';
import { phoneOf, shownDigits, shownQr } from '../../scripts/src/journey/phone';
import { stranger, type TestWorld } from './world';

export const PASSWORD = 'lampisle-demo';
const DAY = 86_400_000;

export interface Customer {
  call: Call;
  /** The last four of the phone number, as the clerk sees them. */
  tail: string;
  claim(template: string): Promise<string>;
  /** What the phone shows now, of the member or of one coupon. */
  digits(couponId?: string): Promise<string>;
  qr(couponId?: string): Promise<string>;
  stateOf(couponId: string): Promise<string>;
  /** Orders something to be fetched at this store and pays it; gives the order's number. */
  buyForPickup(storeId: string): Promise<string>;
}

export async function customer(world: TestWorld): Promise<Customer> {
  const number = `139${String(randomInt(1e8)).padStart(8, '0')}`;
  const phone = phoneOf(world.sandbox, stranger(), number);
  const entered = await clientOf(world.server)(signIn, {
    body: { platform: 'wechat', code: await phone.loginCode('wechat'), deviceId: randomUUID() },
  });
  const bound = await clientOf(world.server, entered.accessToken)(bindPhone, {
    body: await phone.phoneProof('wechat'),
  });
  const call = clientOf(world.server, bound.session.accessToken);
  const seed = (couponId?: string) => call(openCode, { body: couponId ? { couponId } : {} });
  return {
    call,
    tail: number.slice(-4),
    claim: async (template) => (await call(claimCoupon, { params: { id: template } })).id,
    digits: async (couponId) => shownDigits(await seed(couponId)),
    qr: async (couponId) => shownQr(await seed(couponId)),
    stateOf: async (couponId) => (await call(getCoupon, { params: { id: couponId } })).state,
    buyForPickup: async (storeId) => {
      const order = await placed(call, storeId);
      const { params } = await call(payOrder, { params: { id: order.id } });
      await phone.pay(params!);
      for (let tries = 0; tries < 50; tries += 1) {
        const { payment } = await call(getPaymentState, { params: { id: order.id } });
        if (payment === 'paid') return order.orderNo;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      throw new Error(`${order.orderNo} was never paid`);
    },
  };
}

/** The first thing that this store has. */
async function placed(call: Call, storeId: string): Promise<OrderView> {
  const delivery = { kind: 'pickup' as const, storeId };
  const { items } = await call(listProducts, { query: { pageSize: 50 } });
  for (const { id } of items)
    for (const sku of (await call(getProduct, { params: { id } })).skus) {
      const wish = { lines: [{ skuId: sku.id, quantity: 1 }], delivery, couponId: null };
      const quote = await call(quoteOrder, { body: wish });
      if (quote.lines[0]!.available > 0)
        return call(placeOrder, { body: { ...wish, payableFen: quote.payableFen } });
    }
  throw new Error('the store has nothing');
}

/** A published template for the counter; gives its id. */
export async function template(world: TestWorld, body: Partial<CouponTemplateBody> = {}): Promise<string> {
  const { call } = await staff(world, 'operator');
  const now = Date.now();
  const draft = await call(adminCreateTemplate, {
    body: {
      title: '到店券',
      kind: 'money_off',
      thresholdFen: 0,
      amountFen: 500,
      scope: { channels: ['store'] },
      totalCount: 1_000,
      perMember: 1,
      claimFrom: new Date(now - DAY).toISOString(),
      claimUntil: new Date(now + DAY).toISOString(),
      validDays: 7,
      claimable: true,
      ...body,
    },
  });
  return (await call(adminPublishTemplate, { params: { id: draft.id } })).id;
}

const known = new Map<string, Promise<{ call: Call; storeId: string }>>();

/** One session for each login and test file: signing in is limited to 20 a minute. */
export function staff(world: TestWorld, login: string): Promise<{ call: Call; storeId: string }> {
  const asked = known.get(login) ?? enter(world, login);
  known.set(login, asked);
  return asked;
}

async function enter(world: TestWorld, login: string): Promise<{ call: Call; storeId: string }> {
  const session = await clientOf(world.server)(staffSignIn, { body: { login, password: PASSWORD } });
  return { call: clientOf(world.server, session.accessToken), storeId: session.staff.stores[0]?.id ?? '' };
}

/** Another clerk, elsewhere, reads the same code; gives the act of confirming it. */
export async function elsewhere(
  world: TestWorld,
  code: string,
  couponId: string,
): Promise<() => Promise<unknown>> {
  const clerk = await staff(world, 'clerk.hubin');
  const body = { code, storeId: clerk.storeId, nonce: randomUUID(), entered: 'typed' as const };
  const { scanId } = await clerk.call(scanCode, { body });
  return () => clerk.call(confirmScan, { params: { id: scanId }, body: { couponIds: [couponId] } });
}
