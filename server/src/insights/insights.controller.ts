import { Controller, Inject, Query } from '@nestjs/common';
import {
  adminInvariants,
  adminOverview,
  type InvariantView,
  type OverviewView,
} from '@tongdian/shared/contract/insights.routes';
import { AdminOrdersQuery } from '@tongdian/shared/contract/orders.dto';
import { adminListOrders, type AdminOrderRow } from '@tongdian/shared/contract/orders.routes';
import type { Page } from '@tongdian/shared/contract/route';
import { Handles } from '../platform/http/handles.js';
import { AdminOrdersService } from './admin-orders.service.js';
import { InvariantsService } from './invariants.service.js';
import { OverviewService } from './overview.service.js';

@Controller()
export class InsightsController {
  constructor(
    @Inject(OverviewService) private readonly overviews: OverviewService,
    @Inject(InvariantsService) private readonly books: InvariantsService,
    @Inject(AdminOrdersService) private readonly adminOrders: AdminOrdersService,
  ) {}

  @Handles(adminOverview)
  overview(): Promise<OverviewView> {
    return this.overviews.view();
  }

  @Handles(adminInvariants)
  invariants(): Promise<InvariantView[]> {
    return this.books.check();
  }

  @Handles(adminListOrders)
  orders(@Query() query: AdminOrdersQuery): Promise<Page<AdminOrderRow>> {
    return this.adminOrders.list(query);
  }
}
