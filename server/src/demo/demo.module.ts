import { Module } from '@nestjs/common';
import { CatalogModule } from '../catalog/catalog.module.js';
import { CouponsModule } from '../coupons/coupons.module.js';
import { MembersModule } from '../members/members.module.js';
import { OrdersModule } from '../orders/orders.module.js';
import { StaffModule } from '../staff/staff.module.js';
import { StoresModule } from '../stores/stores.module.js';
import { DemoFill } from './demo-fill.js';
import { DemoRepository } from './demo.repository.js';
import { BrandFill } from './fill-brand.js';
import { YearFill } from './fill-year.js';

@Module({
  imports: [CatalogModule, CouponsModule, MembersModule, OrdersModule, StaffModule, StoresModule],
  providers: [BrandFill, DemoFill, DemoRepository, YearFill],
})
export class DemoModule {}
