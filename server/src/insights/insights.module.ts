import { Module } from '@nestjs/common';
import { AdminOrdersRepository } from './admin-orders.repository.js';
import { AdminOrdersService } from './admin-orders.service.js';
import { InsightsController } from './insights.controller.js';
import { InvariantsService } from './invariants.service.js';
import { OverviewRepository } from './overview.repository.js';
import { OverviewService } from './overview.service.js';

@Module({
  controllers: [InsightsController],
  providers: [
    AdminOrdersRepository,
    AdminOrdersService,
    InvariantsService,
    OverviewRepository,
    OverviewService,
  ],
  exports: [InvariantsService],
})
export class InsightsModule {}
