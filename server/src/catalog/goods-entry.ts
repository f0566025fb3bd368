/** Brings goods into the catalogue: places, categories, products with their SKUs, and first stock. */
import { Inject, Injectable } from '@nestjs/common';
import { newId } from '../platform/new-id.js';
import { Category } from './category.entity.js';
import { GoodsEntryRepository, type CountedStock } from './goods-entry.repository.js';
import { Product } from './product.entity.js';
import { Sku } from './sku.entity.js';
import { StockPlace } from './stock.entity.js';

export interface NewCategory {
  id: string;
  code: string;
  name: string;
  /** Ids from the root down to this one. */
  path: string[];
  sort: number;
}

export interface NewSku {
  id: string;
  code: string;
  barcode: string | null;
  options: Record<string, string>;
  listPriceFen: number;
  picture: string;
}

export interface NewProduct {
  id: string;
  code: string;
  categoryPath: string[];
  name: string;
  subtitle: string;
  description: string;
  kind: 'durable' | 'consumable';
  picture: string;
  plate: 'plate' | 'plate2' | 'plate3';
  optionNames: string[];
  memberPriced: boolean;
  warrantyMonths: number | null;
  needsInstallation: boolean;
  repurchaseDays: number | null;
  sort: number;
  /** In the order in which they are offered; at least one. */
  skus: NewSku[];
}

export interface Places {
  warehouse: string;
  /** By store id. */
  stores: Map<string, string>;
}

function toCategory({ id, code, name, path, sort }: NewCategory): Category {
  return Object.assign(new Category(), {
    id,
    code,
    name,
    path,
    sort,
    parentId: path.at(-2) ?? null,
    picture: null,
  });
}

function toProduct({ skus, ...product }: NewProduct, at: Date): Product {
  const prices = skus.map((sku) => sku.listPriceFen);
  return Object.assign(new Product(), {
    ...product,
    categoryId: product.categoryPath.at(-1)!,
    fromFen: Math.min(...prices),
    toFen: Math.max(...prices),
    sold: 0,
    onSale: true,
    createdAt: at,
  });
}

@Injectable()
export class GoodsEntry {
  constructor(@Inject(GoodsEntryRepository) private readonly goods: GoodsEntryRepository) {}

  /** A warehouse for the online shop and one place for each store. */
  async openPlaces(stores: readonly { id: string; name: string }[]): Promise<Places> {
    const warehouse = Object.assign(new StockPlace(), {
      id: newId(),
      kind: 'warehouse' as const,
      storeId: null,
      name: '网上',
    });
    const own = stores.map(({ id, name }) =>
      Object.assign(new StockPlace(), { id: newId(), kind: 'store' as const, storeId: id, name }),
    );
    await this.goods.addPlaces([warehouse, ...own]);
    return { warehouse: warehouse.id, stores: new Map(own.map((place) => [place.storeId!, place.id])) };
  }

  async enter(categories: readonly NewCategory[], products: readonly NewProduct[], at: Date): Promise<void> {
    const fromTheRoot = [...categories].sort((a, b) => a.path.length - b.path.length);
    await this.goods.addCategories(fromTheRoot.map(toCategory));
    await this.goods.addProducts(
      products.map((product) => toProduct(product, at)),
      products.flatMap((product) =>
        product.skus.map((sku, sort) =>
          Object.assign(new Sku(), { ...sku, productId: product.id, onSale: true, sort }),
        ),
      ),
    );
  }

  openStock(stock: readonly CountedStock[], at: Date): Promise<void> {
    return this.goods.open(stock, at);
  }

  /** A stocktaking, told apart from others by its cause. */
  takeStock(counted: readonly CountedStock[], cause: string, at: Date): Promise<void> {
    return this.goods.count(counted, cause, at);
  }
}
