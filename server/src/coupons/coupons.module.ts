import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CatalogModule } from '../catalog/catalog.module.js';
import { MembersModule } from '../members/members.module.js';
import { StoresModule } from '../stores/stores.module.js';
import { AdminCouponsController } from './admin-coupons.controller.js';
import { CouponExpiry } from './coupon-expiry.js';
import { CouponTemplate, CouponTemplateVersion } from './coupon-template.entity.js';
import { Coupon, CouponEntry, CouponTaking } from './coupon.entity.js';
import { CouponClaims } from './coupons.claim.js';
import { CouponsController } from './coupons.controller.js';
import { CouponsOfMember } from './coupons-of-member.js';
import { CouponsRepository } from './coupons.repository.js';
import { CouponsService } from './coupons.service.js';
import { IssuingRepository } from './issuing.repository.js';
import { TemplatesRepository } from './templates.repository.js';
import { TemplatesService } from './templates.service.js';

@Module({
  imports: [
    CatalogModule,
    MembersModule,
    StoresModule,
    TypeOrmModule.forFeature([Coupon, CouponEntry, CouponTaking, CouponTemplate, CouponTemplateVersion]),
  ],
  controllers: [CouponsController, AdminCouponsController],
  providers: [
    CouponClaims,
    CouponExpiry,
    CouponsOfMember,
    CouponsRepository,
    CouponsService,
    IssuingRepository,
    TemplatesRepository,
    TemplatesService,
  ],
  exports: [CouponClaims, CouponsService, TemplatesService],
})
export class CouponsModule {}
