/** The catalogue as operators see it: with stock, and with what is sold out. */
import { Inject, Injectable } from '@nestjs/common';
import type { ListProductsQuery } from '@tongdian/shared/contract/catalog.dto';
import type { AdminProductRow } from '@tongdian/shared/contract/catalog.routes';
import type { Page } from '@tongdian/shared/contract/route';
import { CatalogRepository } from './catalog.repository.js';

@Injectable()
export class AdminCatalog {
  constructor(@Inject(CatalogRepository) private readonly catalog: CatalogRepository) {}

  async list(query: ListProductsQuery): Promise<Page<AdminProductRow>> {
    const page = query.page ?? 1;
    const pageSize = query.pageSize ?? 20;
    const [cards, { total }] = await Promise.all([
      this.catalog.page(query, page, pageSize),
      this.catalog.summary(query),
    ]);
    const sums = await this.catalog.stockSums(cards.map((card) => card.id));
    const items = cards.map(({ id, name, picture, plate, fromFen, toFen }) => {
      const { category, skus, onlineStock, storeStock } = sums.get(id)!;
      return { id, name, picture, plate, fromFen, toFen, category, skus, onlineStock, storeStock };
    });
    return { items, total, page, pageSize };
  }
}
