import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { MembersModule } from '../members/members.module.js';
import { OrdersModule } from '../orders/orders.module.js';
import { PaymentGatewaysModule } from '../platform/payment-gateways.module.js';
import { NotifiesController } from './notifies.controller.js';
import { NotifiesRepository } from './notifies.repository.js';
import { NotifiesService } from './notifies.service.js';
import { PaymentClosing } from './payment-closing.js';
import { PaymentStarting } from './payment-starting.js';
import { PaymentWatch } from './payment-watch.js';
import { Payment } from './payment.entity.js';
import { PaymentsController } from './payments.controller.js';
import { PaymentsRepository } from './payments.repository.js';
import { PaymentsService } from './payments.service.js';
import { Refund } from './refund.entity.js';
import { Refunding } from './refunding.js';
import { RefundsRepository } from './refunds.repository.js';
import { Settling } from './settling.js';

@Module({
  imports: [TypeOrmModule.forFeature([Payment, Refund]), MembersModule, OrdersModule, PaymentGatewaysModule],
  controllers: [NotifiesController, PaymentsController],
  providers: [
    NotifiesRepository,
    NotifiesService,
    PaymentClosing,
    PaymentStarting,
    PaymentWatch,
    PaymentsRepository,
    PaymentsService,
    Refunding,
    RefundsRepository,
    Settling,
  ],
})
export class PaymentsModule {}
