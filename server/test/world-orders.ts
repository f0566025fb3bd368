/** Builders for tests of goods and orders: a warehouse, goods in it and in stores, and a buyer with an address. */
import type { Platform } from '@tongdian/shared/kernel/platforms';
import { addAddress } from '@tongdian/shared/contract/members.routes';
import { newId } from '../src/platform/new-id.js';
import { signInWithPhone, type World } from './world.js';

export interface Goods {
  productId: string;
  skuId: string;
  priceFen: number;
  categoryId: string;
}

export async function makeWarehouse(w: World): Promise<string> {
  const id = newId();
  await w.db.run("insert into stock_places (id, kind, name) values ($1, 'warehouse', '网上')", [id]);
  return id;
}

/** One product with one SKU; `stock` is what each place has on hand, with its ledger. */
export async function makeGoods(
  w: World,
  goods: {
    name?: string;
    priceFen?: number;
    memberPriced?: boolean;
    stock?: Record<string, number>;
    onSale?: boolean;
  } = {},
): Promise<Goods> {
  const [categoryId, productId, skuId] = [newId(), newId(), newId()];
  const {
    name = '晨雾 拼配豆 250g',
    priceFen = 9_400,
    memberPriced = false,
    stock = {},
    onSale = true,
  } = goods;
  await w.db.run("insert into categories (id, code, path, name) values ($1, $2, array[$1::uuid], '咖啡豆')", [
    categoryId,
    `c-${categoryId}`,
  ]);
  await w.db.run(
    `insert into products (id, code, category_id, category_path, name, subtitle, description, kind, picture, from_fen, to_fen, member_priced, on_sale, created_at)
     values ($1, $2, $3, array[$3::uuid], $4, '', '', 'consumable', 'x', $5, $5, $6, $7, now())`,
    [productId, `p-${productId}`, categoryId, name, priceFen, memberPriced, onSale],
  );
  await w.db.run(
    "insert into skus (id, product_id, code, list_price_fen, picture) values ($1, $2, $3, $4, 'x')",
    [skuId, productId, `s-${skuId}`, priceFen],
  );
  for (const [placeId, onHand] of Object.entries(stock)) {
    await w.db.run('insert into stock (sku_id, place_id, on_hand) values ($1, $2, $3)', [
      skuId,
      placeId,
      onHand,
    ]);
    await w.db.run(
      `insert into stock_entries (id, sku_id, place_id, kind, on_hand_delta, reserved_delta, cause, at) values ($1, $2, $3, 'receive', $4, 0, 'opening', now())`,
      [newId(), skuId, placeId, onHand],
    );
  }
  return { productId, skuId, priceFen, categoryId };
}

export interface Shopper {
  token: string;
  memberId: string;
  addressId: string;
}

let shoppers = 0;

export async function makeShopper(w: World, platform: Platform = 'wechat'): Promise<Shopper> {
  shoppers += 1;
  const phone = `137${String(10_000_000 + shoppers)}`;
  const { accessToken: token, member } = await signInWithPhone(w, platform, `shopper${shoppers}`, phone);
  const { value } = await w.call(addAddress, {
    token,
    body: {
      recipient: '林晚',
      phone,
      province: '上海市',
      city: '上海市',
      district: '徐汇区',
      detail: '武康路 1 号',
    },
  });
  return { token, memberId: member.id, addressId: value.id };
}
