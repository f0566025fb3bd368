import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CatalogModule } from '../catalog/catalog.module.js';
import { CouponsModule } from '../coupons/coupons.module.js';
import { LevelsModule } from '../levels/levels.module.js';
import { MembersModule } from '../members/members.module.js';
import { PointsModule } from '../points/points.module.js';
import { StoresModule } from '../stores/stores.module.js';
import { Baskets } from './basket.js';
import { CartOfMember } from './cart-of-member.js';
import { CartController } from './cart.controller.js';
import { CartRepository } from './cart.repository.js';
import { CartService } from './cart.service.js';
import { Order, OrderEventRow, OrderLine } from './order.entity.js';
import { OrderClosing } from './order-closing.js';
import { OrderFulfilment } from './order-fulfilment.js';
import { OrderPayments } from './order-payments.js';
import { OrderPickups } from './order-pickups.js';
import { OrdersController } from './orders.controller.js';
import { OrderPlacing } from './orders.place.js';
import { OrdersRepository } from './orders.repository.js';
import { OrdersService } from './orders.service.js';
import { QuoteService } from './quote.service.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([Order, OrderLine, OrderEventRow]),
    CatalogModule,
    CouponsModule,
    LevelsModule,
    MembersModule,
    PointsModule,
    StoresModule,
  ],
  controllers: [CartController, OrdersController],
  providers: [
    Baskets,
    CartOfMember,
    CartRepository,
    CartService,
    OrderClosing,
    OrderFulfilment,
    OrderPayments,
    OrderPickups,
    OrderPlacing,
    OrdersRepository,
    OrdersService,
    QuoteService,
  ],
  exports: [Baskets, OrderFulfilment, OrderPayments, OrderPickups, OrderPlacing, OrdersService],
})
export class OrdersModule {}
