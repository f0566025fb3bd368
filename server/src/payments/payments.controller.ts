import { Controller, Inject, Param } from '@nestjs/common';
import {
  getPaymentState,
  payOrder,
  type PaymentStartView,
  type PaymentStateView,
} from '@tongdian/shared/contract/orders.routes';
import type { MemberActor } from '../platform/context.js';
import { Handles } from '../platform/http/handles.js';
import { IdPipe } from '../platform/http/validation.js';
import { Member } from '../platform/http/who.js';
import { PaymentStarting } from './payment-starting.js';
import { PaymentsService } from './payments.service.js';

@Controller()
export class PaymentsController {
  constructor(
    @Inject(PaymentStarting) private readonly starting: PaymentStarting,
    @Inject(PaymentsService) private readonly payments: PaymentsService,
  ) {}

  @Handles(payOrder)
  pay(@Member() who: MemberActor, @Param('id', IdPipe) id: string): Promise<PaymentStartView> {
    return this.starting.start(who, id);
  }

  @Handles(getPaymentState)
  state(@Member() who: MemberActor, @Param('id', IdPipe) id: string): Promise<PaymentStateView> {
    return this.payments.state(who, id);
  }
}
