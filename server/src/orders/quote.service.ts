/** Quotes: what a basket would cost and why. Binds nobody. */
import { Inject, Injectable } from '@nestjs/common';
import type { QuoteBody } from '@tongdian/shared/contract/orders.dto';
import type { QuoteView } from '@tongdian/shared/contract/orders.routes';
import { LevelsService } from '../levels/levels.service.js';
import type { MemberActor } from '../platform/context.js';
import { Problem } from '../platform/problem.js';
import { Baskets, type BasketWish } from './basket.js';
import { CartRepository } from './cart.repository.js';
import { toQuoteView } from './quote.views.js';

@Injectable()
export class QuoteService {
  constructor(
    @Inject(Baskets) private readonly baskets: Baskets,
    @Inject(LevelsService) private readonly levels: LevelsService,
    @Inject(CartRepository) private readonly cart: CartRepository,
  ) {}

  async quote(who: MemberActor, wish: BasketWish): Promise<QuoteView> {
    const [basket, levels] = await Promise.all([this.baskets.gather(who, wish), this.levels.list()]);
    return toQuoteView(basket, levels);
  }

  /** Refuses with cart_empty when neither the body nor the cart names goods. */
  async ask(who: MemberActor, body: QuoteBody): Promise<QuoteView> {
    return this.quote(who, { ...body, lines: await this.linesOf(who, body) });
  }

  /** The lines asked for, or the ticked ones of the cart. */
  async linesOf(who: MemberActor, body: QuoteBody): Promise<BasketWish['lines']> {
    const lines = body.lines ?? (await this.cart.lines(who.memberId)).filter((row) => row.selected);
    if (lines.length === 0) throw new Problem('cart_empty');
    return lines;
  }
}
