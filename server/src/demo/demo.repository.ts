/** Rows of the demo brand that no use case makes yet: places, goods, levels, and payments of the past. */
import { Inject, Injectable } from '@nestjs/common';
import type { Platform } from '@tongdian/shared/kernel/platforms';
import { Category } from '../catalog/category.entity.js';
import { Product } from '../catalog/product.entity.js';
import { Sku } from '../catalog/sku.entity.js';
import { Stock, StockPlace } from '../catalog/stock.entity.js';
import { Database } from '../platform/database/database.js';
import { newId } from '../platform/new-id.js';
import { Store } from '../stores/store.entity.js';

export interface DemoGoods {
  categories: Category[];
  products: Product[];
  skus: Sku[];
  stock: { skuId: string; placeId: string; onHand: number }[];
}

export interface DemoLevelRow {
  id: string;
  rank: number;
  name: string;
  threshold: number;
  memberPriceBp: number;
  pointsMultiplierBp: number;
}

@Injectable()
export class DemoRepository {
  constructor(@Inject(Database) private readonly db: Database) {}

  /** A brand is there when it has a store. */
  async isEmpty(): Promise<boolean> {
    const row = await this.db.one<{ stores: number }>('select count(*)::int as stores from stores');
    return row!.stores === 0;
  }

  /** For one big transaction: what is filled need not reach the disk statement by statement. */
  async speedUp(): Promise<void> {
    await this.db.run('set local synchronous_commit = off');
  }

  async addStores(stores: Store[], places: StockPlace[]): Promise<void> {
    await this.db.manager.insert(Store, stores);
    await this.db.manager.insert(StockPlace, places);
  }

  async addLevels(levels: readonly DemoLevelRow[]): Promise<void> {
    for (const level of levels) {
      await this.db.run(
        'insert into levels (id, rank, name, threshold, member_price_bp, points_multiplier_bp) values ($1, $2, $3, $4, $5, $6)',
        [level.id, level.rank, level.name, level.threshold, level.memberPriceBp, level.pointsMultiplierBp],
      );
    }
  }

  /** Stock comes with its ledger: every piece was received once. */
  async addGoods(goods: DemoGoods, at: Date): Promise<void> {
    for (const category of goods.categories) await this.db.manager.insert(Category, category);
    await this.db.manager.insert(Product, goods.products);
    await this.db.manager.insert(Sku, goods.skus);
    await this.db.manager.insert(
      Stock,
      goods.stock.map((row) => ({ ...row, reserved: 0 })),
    );
    const there = goods.stock.filter((row) => row.onHand > 0);
    await this.db.run(
      `insert into stock_entries (id, sku_id, place_id, kind, on_hand_delta, reserved_delta, cause, at)
       select id, sku_id, place_id, 'receive', on_hand, 0, 'opening', $5
       from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::int[]) as s(id, sku_id, place_id, on_hand)`,
      [
        there.map(() => newId()),
        there.map((row) => row.skuId),
        there.map((row) => row.placeId),
        there.map((row) => row.onHand),
        at,
      ],
    );
  }

  /** A payment that a platform took in the past. */
  async addPayment(payment: {
    id: string;
    orderId: string;
    memberId: string;
    platform: Platform;
    outTradeNo: string;
    amountFen: number;
    transactionNo: string;
    at: Date;
  }): Promise<void> {
    await this.db.run(
      `insert into payments (id, order_id, member_id, platform, out_trade_no, amount_fen, state, payer, transaction_no, paid_at, created_at)
       values ($1, $2, $3, $4, $5, $6, 'paid', 'preview', $7, $8, $8)`,
      [
        payment.id,
        payment.orderId,
        payment.memberId,
        payment.platform,
        payment.outTradeNo,
        payment.amountFen,
        payment.transactionNo,
        payment.at,
      ],
    );
  }

  /** A stocktaking: what is on hand becomes what was counted, and the ledger says by how much it was off. */
  async takeStock(counted: DemoGoods['stock'], at: Date): Promise<void> {
    await this.db.run(
      `with counted as (
         select id, sku_id, place_id, on_hand from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::int[]) as c(id, sku_id, place_id, on_hand)),
       off as (
         select c.id, c.sku_id, c.place_id, greatest(c.on_hand, k.reserved) - k.on_hand as delta
         from counted c join stock k using (sku_id, place_id)),
       entry as (
         insert into stock_entries (id, sku_id, place_id, kind, on_hand_delta, reserved_delta, cause, at)
         select id, sku_id, place_id, 'adjust', delta, 0, 'stocktaking', $5 from off where delta <> 0)
       update stock k set on_hand = k.on_hand + off.delta from off where k.sku_id = off.sku_id and k.place_id = off.place_id`,
      [
        counted.map(() => newId()),
        counted.map((row) => row.skuId),
        counted.map((row) => row.placeId),
        counted.map((row) => row.onHand),
        at,
      ],
    );
  }

  /** The planner must know what it has before the first visitor asks. */
  async analyze(): Promise<void> {
    await this.db.run('analyze');
  }
}
