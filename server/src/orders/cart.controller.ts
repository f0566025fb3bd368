import { Body, Controller, Inject, Param } from '@nestjs/common';
import { CartLineBody, QuoteBody, SetCartLineBody } from '@tongdian/shared/contract/orders.dto';
import {
  addToCart,
  getCart,
  quoteOrder,
  setCartLine,
  type CartView,
  type QuoteView,
} from '@tongdian/shared/contract/orders.routes';
import type { MemberActor } from '../platform/context.js';
import { Handles } from '../platform/http/handles.js';
import { IdPipe } from '../platform/http/validation.js';
import { Member } from '../platform/http/who.js';
import { CartService } from './cart.service.js';
import { QuoteService } from './quote.service.js';

@Controller()
export class CartController {
  constructor(
    @Inject(CartService) private readonly cart: CartService,
    @Inject(QuoteService) private readonly quotes: QuoteService,
  ) {}

  @Handles(getCart)
  view(@Member() who: MemberActor): Promise<CartView> {
    return this.cart.view(who);
  }

  @Handles(addToCart)
  add(@Member() who: MemberActor, @Body() body: CartLineBody): Promise<CartView> {
    return this.cart.add(who, body);
  }

  @Handles(setCartLine)
  set(
    @Member() who: MemberActor,
    @Param('skuId', IdPipe) skuId: string,
    @Body() body: SetCartLineBody,
  ): Promise<CartView> {
    return this.cart.set(who, skuId, body);
  }

  @Handles(quoteOrder)
  quote(@Member() who: MemberActor, @Body() body: QuoteBody): Promise<QuoteView> {
    return this.quotes.ask(who, body);
  }
}
