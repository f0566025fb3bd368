/** The house: one module for each feature; server.ts puts the platform floor under them. */
import { Module } from '@nestjs/common';
import { CatalogModule } from './catalog/catalog.module.js';
import { CouponsModule } from './coupons/coupons.module.js';
import { HealthController } from './health/health.controller.js';
import { MembersModule } from './members/members.module.js';
import { StaffModule } from './staff/staff.module.js';
import { StoresModule } from './stores/stores.module.js';

@Module({
  imports: [CatalogModule, CouponsModule, MembersModule, StaffModule, StoresModule],
  controllers: [HealthController],
})
export class AppModule {}
