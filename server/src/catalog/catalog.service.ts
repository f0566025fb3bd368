/** The goods a brand sells: what shoppers browse and what pricing builds on. */
import { Inject, Injectable } from '@nestjs/common';
import type { ListProductsQuery } from '@tongdian/shared/contract/catalog.dto';
import type { CategoryView, ProductListView, ProductView } from '@tongdian/shared/contract/catalog.routes';
import { Problem } from '../platform/problem.js';
import { CatalogRepository } from './catalog.repository.js';
import type { SkuFact } from './sku-fact.js';
import { toCategoryTree, toProductView } from './catalog.views.js';
import { StockRepository } from './stock.repository.js';

const PAGE_SIZE = 20;

@Injectable()
export class CatalogService {
  constructor(
    @Inject(CatalogRepository) private readonly catalog: CatalogRepository,
    @Inject(StockRepository) private readonly stock: StockRepository,
  ) {}

  async categories(): Promise<CategoryView[]> {
    const [categories, products] = await Promise.all([
      this.catalog.categories(),
      this.catalog.productsPerCategory(),
    ]);
    return toCategoryTree(categories, products);
  }

  async list(query: ListProductsQuery): Promise<ProductListView> {
    const page = query.page ?? 1;
    const pageSize = query.pageSize ?? PAGE_SIZE;
    const [items, summary] = await Promise.all([
      this.catalog.page(query, page, pageSize),
      this.catalog.summary(query),
    ]);
    const { total, fromFen, toFen } = summary;
    return { items, total, page, pageSize, priceRange: fromFen === null ? null : { fromFen, toFen: toFen! } };
  }

  /** Refuses with product_not_found, also for what is off the shelf. */
  async product(id: string): Promise<ProductView> {
    const product = await this.catalog.product(id);
    if (!product) throw new Problem('product_not_found');
    const skus = await this.catalog.skusOf(id);
    const [stock, names] = await Promise.all([
      this.stock.ofSkus(skus.map((sku) => sku.id)),
      this.catalog.names({ products: [], categories: product.categoryPath, skus: [] }),
    ]);
    return toProductView(product, skus, stock, names);
  }

  /** Facts by SKU id; ids that name nothing are left out. */
  skuFacts(skuIds: readonly string[]): Promise<Map<string, SkuFact>> {
    return this.catalog.facts(skuIds);
  }

  /** Names of products, categories and SKUs by id, for texts like "豆和耗材". */
  namesOf(ids: {
    products: readonly string[];
    categories: readonly string[];
    skus: readonly string[];
  }): Promise<Map<string, string>> {
    return this.catalog.names(ids);
  }

  raiseSold(lines: readonly { productId: string; quantity: number }[]): Promise<void> {
    return this.catalog.raiseSold(lines);
  }
}
