/** Statements that bring goods and stock into the catalogue. */
import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { newId } from '../platform/new-id.js';
import { Category } from './category.entity.js';
import { Product } from './product.entity.js';
import { Sku } from './sku.entity.js';
import { Stock, StockPlace } from './stock.entity.js';

export interface CountedStock {
  skuId: string;
  placeId: string;
  onHand: number;
}

function columns(rows: readonly CountedStock[]): unknown[] {
  return [
    rows.map(() => newId()),
    rows.map((row) => row.skuId),
    rows.map((row) => row.placeId),
    rows.map((row) => row.onHand),
  ];
}

@Injectable()
export class GoodsEntryRepository {
  constructor(@Inject(Database) private readonly db: Database) {}

  async addPlaces(places: readonly StockPlace[]): Promise<void> {
    await this.db.manager.insert(StockPlace, [...places]);
  }

  /** Parents before their children. */
  async addCategories(categories: readonly Category[]): Promise<void> {
    for (const category of categories) await this.db.manager.insert(Category, category);
  }

  async addProducts(products: readonly Product[], skus: readonly Sku[]): Promise<void> {
    await this.db.manager.insert(Product, [...products]);
    await this.db.manager.insert(Sku, [...skus]);
  }

  /** First stock of SKUs, with its ledger: every piece was received once. */
  async open(stock: readonly CountedStock[], at: Date): Promise<void> {
    await this.db.manager.insert(
      Stock,
      stock.map((row) => ({ ...row, reserved: 0 })),
    );
    await this.db.run(
      `insert into stock_entries (id, sku_id, place_id, kind, on_hand_delta, reserved_delta, cause, at)
       select id, sku_id, place_id, 'receive', on_hand, 0, 'opening', $5
       from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::int[]) as s(id, sku_id, place_id, on_hand)`,
      [...columns(stock.filter((row) => row.onHand > 0)), at],
    );
  }

  /** What is on hand becomes what was counted (but never less than is reserved); the ledger says by how much it was off. */
  async count(counted: readonly CountedStock[], cause: string, at: Date): Promise<void> {
    await this.db.run(
      `with counted as (
         select id, sku_id, place_id, on_hand from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::int[]) as c(id, sku_id, place_id, on_hand)),
       off as (
         select c.id, c.sku_id, c.place_id, greatest(c.on_hand, k.reserved) - k.on_hand as delta
         from counted c join stock k using (sku_id, place_id)),
       entry as (
         insert into stock_entries (id, sku_id, place_id, kind, on_hand_delta, reserved_delta, cause, at)
         select id, sku_id, place_id, 'adjust', delta, 0, $6, $5 from off where delta <> 0)
       update stock k set on_hand = k.on_hand + off.delta from off where k.sku_id = off.sku_id and k.place_id = off.place_id`,
      [...columns(counted), at, cause],
    );
  }
}
