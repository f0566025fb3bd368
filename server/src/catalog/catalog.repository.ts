/** Reads of goods: lists a page at a time, one product whole, and the facts that pricing needs. */
import { Inject, Injectable } from '@nestjs/common';
import type { ListProductsQuery, ProductSort } from '@tongdian/shared/contract/catalog.dto';
import type { ProductCardView } from '@tongdian/shared/contract/catalog.routes';
import { Database } from '../platform/database/database.js';
import { Category } from './category.entity.js';
import { Product } from './product.entity.js';
import type { SkuFact } from './sku-fact.js';
import { Sku } from './sku.entity.js';

/** The only orders a list can have; never built from what a client sent. */
const ORDER: Record<ProductSort, string> = {
  default: 'p.sort, p.id',
  newest: 'p.created_at desc, p.id',
  'price-up': 'p.from_fen, p.id',
  'price-down': 'p.from_fen desc, p.id',
  popular: 'p.sold desc, p.id',
};

const MATCHES = `p.on_sale
  and ($1::uuid is null or p.category_path @> array[$1::uuid])
  and ($2::text is null or (p.name || ' ' || p.subtitle) ilike '%' || $2 || '%')`;

export interface StockSums {
  productId: string;
  category: string;
  skus: number;
  onlineStock: number;
  storeStock: number;
}

/** `%` and `_` are letters of a search, not patterns. */
function searchText(search: string | undefined): string | null {
  return search ? search.replace(/[\\%_]/g, '\\$&') : null;
}

@Injectable()
export class CatalogRepository {
  constructor(@Inject(Database) private readonly db: Database) {}

  categories(): Promise<Category[]> {
    return this.db.manager.find(Category, { order: { sort: 'ASC', code: 'ASC' } });
  }

  async productsPerCategory(): Promise<Map<string, number>> {
    const rows = await this.db.rows<{ id: string; products: number }>(
      `select c.id, count(p.id)::int as products from categories c
       left join products p on p.on_sale and p.category_path @> array[c.id] group by c.id`,
    );
    return new Map(rows.map((row) => [row.id, row.products]));
  }

  async page(query: ListProductsQuery, page: number, pageSize: number): Promise<ProductCardView[]> {
    return this.db.rows<ProductCardView>(
      `select p.id, p.name, p.subtitle, p.picture, p.plate, p.from_fen as "fromFen", p.to_fen as "toFen",
              p.member_priced as "memberPriced",
              not exists (select 1 from skus s join stock k on k.sku_id = s.id
                          where s.product_id = p.id and s.on_sale and k.on_hand > k.reserved) as "soldOut"
       from products p where ${MATCHES}
       order by ${ORDER[query.sort ?? 'default']} limit $3 offset $4`,
      [query.category ?? null, searchText(query.search), pageSize, (page - 1) * pageSize],
    );
  }

  async summary(
    query: ListProductsQuery,
  ): Promise<{ total: number; fromFen: number | null; toFen: number | null }> {
    const row = await this.db.one<{ total: number; fromFen: number | null; toFen: number | null }>(
      `select count(*)::int as total, min(p.from_fen) as "fromFen", max(p.to_fen) as "toFen" from products p where ${MATCHES}`,
      [query.category ?? null, searchText(query.search)],
    );
    return row!;
  }

  product(id: string): Promise<Product | null> {
    return this.db.manager.findOneBy(Product, { id, onSale: true });
  }

  skusOf(productId: string): Promise<Sku[]> {
    return this.db.manager.find(Sku, { where: { productId, onSale: true }, order: { sort: 'ASC' } });
  }

  async facts(skuIds: readonly string[]): Promise<Map<string, SkuFact>> {
    const rows = await this.db.rows<SkuFact>(
      `select s.id as "skuId", p.id as "productId", p.name, s.options, s.picture, p.plate,
              p.category_path as "categoryIds", s.list_price_fen as "unitListFen",
              p.member_priced as "memberPriced", (s.on_sale and p.on_sale) as "onSale"
       from skus s join products p on p.id = s.product_id where s.id = any($1::uuid[])`,
      [skuIds],
    );
    return new Map(rows.map((row) => [row.skuId, row]));
  }

  async names(ids: {
    products: readonly string[];
    categories: readonly string[];
    skus: readonly string[];
  }): Promise<Map<string, string>> {
    const rows = await this.db.rows<{ id: string; name: string }>(
      `select id, name from products where id = any($1::uuid[])
       union all select id, name from categories where id = any($2::uuid[])
       union all select s.id, p.name from skus s join products p on p.id = s.product_id where s.id = any($3::uuid[])`,
      [ids.products, ids.categories, ids.skus],
    );
    return new Map(rows.map((row) => [row.id, row.name]));
  }

  async raiseSold(lines: readonly { productId: string; quantity: number }[]): Promise<void> {
    await this.db.run(
      `update products p set sold = p.sold + w.quantity
       from (select product_id, sum(quantity)::int as quantity from unnest($1::uuid[], $2::int[]) as u(product_id, quantity)
             group by product_id order by product_id) w where p.id = w.product_id`,
      [lines.map((line) => line.productId), lines.map((line) => line.quantity)],
    );
  }

  /** How much there is of each product, on line and in stores. */
  async stockSums(productIds: readonly string[]): Promise<Map<string, StockSums>> {
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
