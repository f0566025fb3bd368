import { Controller, Inject, Param, Query } from '@nestjs/common';
import { PageQuery } from '@tongdian/shared/contract/paging.dto';
import type { Page } from '@tongdian/shared/contract/route';
import { SalesQuery } from '@tongdian/shared/contract/sales.dto';
import {
  adminListImports,
  adminListRefusals,
  adminListSales,
  type ImportRefusalRow,
  type ImportRunView,
  type SaleRow,
} from '@tongdian/shared/contract/sales.routes';
import { Handles } from '../platform/http/handles.js';
import { IdPipe } from '../platform/http/validation.js';
import { SalesService } from './sales.service.js';

@Controller()
export class SalesController {
  constructor(@Inject(SalesService) private readonly sales: SalesService) {}

  @Handles(adminListSales)
  list(@Query() query: SalesQuery): Promise<Page<SaleRow>> {
    return this.sales.list(query);
  }

  @Handles(adminListImports)
  runs(): Promise<ImportRunView[]> {
    return this.sales.runs();
  }

  @Handles(adminListRefusals)
  refusals(@Param('id', IdPipe) id: string, @Query() query: PageQuery): Promise<Page<ImportRefusalRow>> {
    return this.sales.refusals(id, query);
  }
}
