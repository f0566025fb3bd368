/** Builders for tests of money: goods, orders, the buyer's phone, and what goes wrong at the platforms. */
import type { Platform } from '@tongdian/shared/kernel/platforms';
import { PLATFORMS } from '@tongdian/shared/kernel/platforms';
import { payOrder, placeOrder, type PaymentParams } from '@tongdian/shared/contract/orders.routes';
import { freePort } from '@tongdian/scripts/ports';
import { HttpClient } from '../src/platform/http-client.js';
import { newId } from '../src/platform/new-id.js';
import { makeStore, signInWithPhone, world, type World } from './world.js';

export { PLATFORMS };

export interface Shop {
  storeId: string;
  placeId: string;
  skuId: string;
  priceFen: number;
}

/** A world whose server the sandbox can reach, with short time-outs towards the platforms. */
export async function payWorld(): Promise<World> {
  const w = await world({ PORT: String(await freePort()) });
  w.server.get(HttpClient).limits.totalMs = 1_200;
  return w;
}

/** One kind of goods, to be picked up at one store. */
export async function makeShop(w: World, priceFen = 8_800, onHand = 1_000): Promise<Shop> {
  const { id: storeId, placeId } = await makeStore(w);
  const [category, product, skuId] = [newId(), newId(), newId()];
  await w.db.run("insert into categories (id, code, path, name) values ($1, $2, array[$1::uuid], '咖啡豆')", [
    category,
    `c-${category}`,
  ]);
  await w.db.run(
    `insert into products (id, code, category_id, category_path, name, subtitle, description, kind, picture, from_fen, to_fen, member_priced, created_at)
     values ($1, $2, $3, array[$3::uuid], '晨雾 拼配豆', '', '', 'consumable', 'x', $4, $4, false, now())`,
    [product, `p-${product}`, category, priceFen],
  );
  await w.db.run(
    "insert into skus (id, product_id, code, list_price_fen, picture) values ($1, $2, $3, $4, 'x')",
    [skuId, product, `s-${skuId}`, priceFen],
  );
  await w.db.run('insert into stock (sku_id, place_id, on_hand) values ($1, $2, $3)', [
    skuId,
    placeId,
    onHand,
  ]);
  await w.db.run(
    `insert into stock_entries (id, sku_id, place_id, kind, on_hand_delta, reserved_delta, cause, at)
     values ($1, $2, $3, 'receive', $4, 0, 'opening', now())`,
    [newId(), skuId, placeId, onHand],
  );
  return { storeId, placeId, skuId, priceFen };
}

export interface Buyer {
  user: string;
  platform: Platform;
  token: string;
}

let people = 0;

/** Somebody new with a verified phone; `phone` makes the same member of several. */
export async function makeBuyer(w: World, platform: Platform, phone?: string): Promise<Buyer> {
  const user = `buyer${++people}`;
  const number = phone ?? `139${String(10_000_000 + people)}`;
  const { accessToken } = await signInWithPhone(w, platform, user, number);
  return { user, platform, token: accessToken };
}

/** An unpaid order of `quantity` pieces, waiting for its money. */
export async function makeOrder(w: World, buyer: Buyer, shop: Shop, quantity = 1): Promise<string> {
  const { value } = await w.call(placeOrder, {
    token: buyer.token,
    body: {
      lines: [{ skuId: shop.skuId, quantity }],
      delivery: { kind: 'pickup', storeId: shop.storeId },
      couponId: null,
      payableFen: shop.priceFen * quantity,
    },
  });
  return value.id;
}

export async function begin(w: World, buyer: Buyer, orderId: string): Promise<PaymentParams> {
  const { params } = (await w.call(payOrder, { token: buyer.token, params: { id: orderId } })).value;
  if (!params) throw new Error('nothing to pay');
  return params;
}

/** The password is typed on the phone; gives the words of the platform. */
export async function typePassword(
  w: World,
  buyer: Pick<Buyer, 'user'>,
  params: PaymentParams,
  act: 'pay' | 'refuse' = 'pay',
): Promise<string> {
  const { platform, ...rest } = params;
  const said = await w.device<{ errMsg?: string; resultCode?: string; status?: string }>(`/${platform}/pay`, {
    user: buyer.user,
    act,
    ...rest,
  });
  return said.errMsg ?? said.resultCode ?? said.status ?? '';
}

export const PAID_WORDS: Record<Platform, string> = {
  wechat: 'requestPayment:ok',
  alipay: '9000',
  jd: 'success',
};

export interface PaymentRow {
  id: string;
  platform: Platform;
  state: string;
  out_trade_no: string;
  transaction_no: string | null;
  refusal: string | null;
}

/** Oldest first. */
export function paymentsOf(w: World, orderId: string): Promise<PaymentRow[]> {
  return w.db.rows<PaymentRow>(
    'select id, platform, state, out_trade_no, transaction_no, refusal from payments where order_id = $1 order by created_at, id',
    [orderId],
  );
}

export function refundsOf(
  w: World,
  orderId: string,
): Promise<{ state: string; cause: string; amount_fen: number; out_refund_no: string }[]> {
  return w.db.rows('select state, cause, amount_fen, out_refund_no from refunds where order_id = $1', [
    orderId,
  ]);
}

export async function orderState(w: World, orderId: string): Promise<string> {
  return (await w.db.one<{ state: string }>('select state from orders where id = $1', [orderId]))!.state;
}

/** How the notifies about a payment were taken, counted. */
export async function outcomes(w: World, outTradeNo: string): Promise<Record<string, number>> {
  const rows = await w.db.rows<{ outcome: string; n: number }>(
    'select outcome, count(*)::int as n from platform_notifies where out_trade_no = $1 group by outcome',
    [outTradeNo],
  );
  return Object.fromEntries(rows.map(({ outcome, n }) => [outcome, n]));
}

export async function refusedNotifies(w: World): Promise<string[]> {
  const rows = await w.db.rows<{ reason: string }>(
    "select reason from platform_notifies where outcome = 'refused' order by received_at, id",
  );
  return rows.map(({ reason }) => reason);
}

/** Orders a fault at the sandbox: what shall go wrong, where, how many times. */
export async function fault(
  w: World,
  order: {
    platform: Platform | '*';
    where: 'notify' | 'api';
    kind: string;
    method?: string;
    times?: number | null;
    delayMs?: number;
    instead?: boolean;
  },
): Promise<void> {
  await control(w, 'POST', '/faults', order);
}

export async function noMoreFaults(w: World): Promise<void> {
  await control(w, 'DELETE', '/faults');
}

export async function control<T = unknown>(
  w: World,
  method: string,
  path: string,
  body?: object,
): Promise<T> {
  const response = await fetch(`${w.sandbox.url}/control${path}`, {
    method,
    ...(body ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {}),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`control ${path} answered ${response.status}: ${text}`);
  return JSON.parse(text) as T;
}

/** What the platform itself says of a trade. */
export function tradeAt(
  w: World,
  platform: Platform,
  outTradeNo: string,
): Promise<{ state: string; refunds: { state: string; amountFen: number }[] }> {
  return control(w, 'GET', `/trades/${platform}/${outTradeNo}`);
}

export async function until(what: string, holds: () => Promise<boolean>, ms = 8_000): Promise<void> {
  for (const end = Date.now() + ms; Date.now() < end;) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`never: ${what}`);
}
