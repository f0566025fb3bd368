/** The catalogue as operators see it: with stock, and with what is sold out. */
import { Inject, Injectable } from '@nestjs/common';
import type { ListProductsQuery } from '@tongdian/shared/contract/catalog.dto';
import type { AdminProductRow } from '@tongdian/shared/contract/catalog.routes';
import type { Page } from '@tongdian/shared/contract/route';
import { Database } from '../platform/database/database.js';
import { CatalogRepository } from './catalog.repository.js';

interface StockSums {
  productId: string;
  category: string;
  skus: number;
  onlineStock: number;
  storeStock: number;
}

@Injectable()
export class AdminCatalog {
  constructor(
    @Inject(CatalogRepository) private readonly catalog: CatalogRepository,
    @Inject(Database) private readonly db: Database,
  ) {}

  async list(query: ListProductsQuery): Promise<Page<AdminProductRow>> {
    const page = query.page ?? 1;
    const pageSize = query.pageSize ?? 20;
    const [cards, { total }] = await Promise.all([
      this.catalog.page(query, page, pageSize),
      this.catalog.summary(query),
    ]);
    const sums = await this.sums(cards.map((card) => card.id));
    const items = cards.map(({ id, name, picture, plate, fromFen, toFen }) => {
      const { category, skus, onlineStock, storeStock } = sums.get(id)!;
      return { id, name, picture, plate, fromFen, toFen, category, skus, onlineStock, storeStock };
    });
    return { items, total, page, pageSize };
  }

  private async sums(productIds: readonly string[]): Promise<Map<string, StockSums>> {
    const rows = await this.db.rows<StockSums>(
      `select p.id as "productId", c.name as category, count(distinct s.id)::int as skus,
              coalesce(sum(k.on_hand - k.reserved) filter (where l.kind = 'warehouse'), 0)::int as "onlineStock",
              coalesce(sum(k.on_hand - k.reserved) filter (where l.kind = 'store'), 0)::int as "storeStock"
       from products p join categories c on c.id = p.category_id
       left join skus s on s.product_id = p.id and s.on_sale
       left join stock k on k.sku_id = s.id left join stock_places l on l.id = k.place_id
       where p.id = any($1::uuid[]) group by p.id, c.name`,
      [productIds],
    );
    return new Map(rows.map((row) => [row.productId, row]));
  }
}
