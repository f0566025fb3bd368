import { Body, Controller, Inject, Param, Query } from '@nestjs/common';
import { ListOrdersQuery, PlaceOrderBody } from '@tongdian/shared/contract/orders.dto';
import {
  adminGetOrder,
  cancelOrder,
  getOrder,
  listOrders,
  placeOrder,
  type OrderView,
} from '@tongdian/shared/contract/orders.routes';
import type { Page } from '@tongdian/shared/contract/route';
import type { MemberActor } from '../platform/context.js';
import { Handles } from '../platform/http/handles.js';
import { IdPipe } from '../platform/http/validation.js';
import { Member } from '../platform/http/who.js';
import { OrderPlacing } from './orders.place.js';
import { OrdersService } from './orders.service.js';

@Controller()
export class OrdersController {
  constructor(
    @Inject(OrdersService) private readonly orders: OrdersService,
    @Inject(OrderPlacing) private readonly placing: OrderPlacing,
  ) {}

  @Handles(placeOrder)
  place(@Member() who: MemberActor, @Body() body: PlaceOrderBody): Promise<OrderView> {
    return this.placing.place(who, body);
  }

  @Handles(listOrders)
  list(@Member() who: MemberActor, @Query() query: ListOrdersQuery): Promise<Page<OrderView>> {
    return this.orders.list(who, query);
  }

  @Handles(getOrder)
  get(@Member() who: MemberActor, @Param('id', IdPipe) id: string): Promise<OrderView> {
    return this.orders.get(who, id);
  }

  @Handles(cancelOrder)
  cancel(@Member() who: MemberActor, @Param('id', IdPipe) id: string): Promise<OrderView> {
    return this.orders.cancel(who, id);
  }

  @Handles(adminGetOrder)
  getForStaff(@Param('id', IdPipe) id: string): Promise<OrderView> {
    return this.orders.getForStaff(id);
  }
}
