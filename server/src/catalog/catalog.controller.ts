import { Controller, Inject, Param, Query } from '@nestjs/common';
import { ListProductsQuery } from '@tongdian/shared/contract/catalog.dto';
import {
  getProduct,
  listCategories,
  listProducts,
  type CategoryView,
  type ProductListView,
  type ProductView,
} from '@tongdian/shared/contract/catalog.routes';
import { Handles } from '../platform/http/handles.js';
import { IdPipe } from '../platform/http/validation.js';
import { CatalogService } from './catalog.service.js';

@Controller()
export class CatalogController {
  constructor(@Inject(CatalogService) private readonly catalog: CatalogService) {}

  @Handles(listCategories)
  categories(): Promise<CategoryView[]> {
    return this.catalog.categories();
  }

  @Handles(listProducts)
  products(@Query() query: ListProductsQuery): Promise<ProductListView> {
    return this.catalog.list(query);
  }

  @Handles(getProduct)
  product(@Param('id', IdPipe) id: string): Promise<ProductView> {
    return this.catalog.product(id);
  }
}
