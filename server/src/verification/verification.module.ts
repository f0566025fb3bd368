import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CouponsModule } from '../coupons/coupons.module.js';
import { MembersModule } from '../members/members.module.js';
import { OrdersModule } from '../orders/orders.module.js';
import { StoresModule } from '../stores/stores.module.js';
import { CodeSeed } from './code-seed.entity.js';
import { CodesController } from './codes.controller.js';
import { CodesRepository } from './codes.repository.js';
import { CodesService } from './codes.service.js';
import { CounterController } from './counter.controller.js';
import { CounterWallet } from './counter-wallet.js';
import { Redemption, RedemptionItem, Scan } from './redemption.entity.js';
import { RedemptionViews } from './redemption-views.js';
import { RedemptionsRepository } from './redemptions.repository.js';
import { RedemptionsService } from './redemptions.service.js';
import { ScansService } from './scans.service.js';
import { SeedsService } from './seeds.service.js';
import { TodayService } from './today.service.js';
import { UndoService } from './undo.service.js';
import { VerificationOfMember } from './verification-of-member.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([CodeSeed, Redemption, RedemptionItem, Scan]),
    CouponsModule,
    MembersModule,
    OrdersModule,
    StoresModule,
  ],
  controllers: [CodesController, CounterController],
  providers: [
    CodesRepository,
    CodesService,
    CounterWallet,
    RedemptionViews,
    RedemptionsRepository,
    RedemptionsService,
    ScansService,
    SeedsService,
    TodayService,
    UndoService,
    VerificationOfMember,
  ],
})
export class VerificationModule {}
