import { Controller, Inject, Query } from '@nestjs/common';
import { ListProductsQuery } from '@tongdian/shared/contract/catalog.dto';
import { adminListProducts, type AdminProductRow } from '@tongdian/shared/contract/catalog.routes';
import type { Page } from '@tongdian/shared/contract/route';
import { Handles } from '../platform/http/handles.js';
import { AdminCatalog } from './admin-catalog.js';

@Controller()
export class AdminCatalogController {
  constructor(@Inject(AdminCatalog) private readonly catalog: AdminCatalog) {}

  @Handles(adminListProducts)
  products(@Query() query: ListProductsQuery): Promise<Page<AdminProductRow>> {
    return this.catalog.list(query);
  }
}
