/** The house: one module for each feature; server.ts puts the platform floor under them. */
import { Module } from '@nestjs/common';
import { AuditModule } from './audit/audit.module.js';
import { CatalogModule } from './catalog/catalog.module.js';
import { CouponsModule } from './coupons/coupons.module.js';
import { DemoModule } from './demo/demo.module.js';
import { HealthController } from './health/health.controller.js';
import { InsightsModule } from './insights/insights.module.js';
import { MemberInsightsModule } from './insights/members/member-insights.module.js';
import { LevelsModule } from './levels/levels.module.js';
import { MembersModule } from './members/members.module.js';
import { OrdersModule } from './orders/orders.module.js';
import { PaymentsModule } from './payments/payments.module.js';
import { PointsModule } from './points/points.module.js';
import { SalesModule } from './sales/sales.module.js';
import { StaffModule } from './staff/staff.module.js';
import { StoresModule } from './stores/stores.module.js';
import { VerificationModule } from './verification/verification.module.js';

@Module({
  imports: [
    AuditModule,
    CatalogModule,
    CouponsModule,
    DemoModule,
    InsightsModule,
    LevelsModule,
    MemberInsightsModule,
    MembersModule,
    OrdersModule,
    PaymentsModule,
    PointsModule,
    SalesModule,
    StaffModule,
    StoresModule,
    VerificationModule,
  ],
  controllers: [HealthController],
})
export class AppModule {}
