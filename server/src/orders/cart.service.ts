/** The cart and its price: every change answers with the whole, so that an app never adds up by itself. */
import { Inject, Injectable } from '@nestjs/common';
import {
  MAX_LINE_QUANTITY,
  MAX_ORDER_LINES,
  type CartLineBody,
  type SetCartLineBody,
} from '@tongdian/shared/contract/orders.dto';
import type { CartLineView, CartView, QuoteView } from '@tongdian/shared/contract/orders.routes';
import { fen } from '@tongdian/shared/kernel/money';
import { unitMemberPrice } from '@tongdian/shared/rules/pricing';
import type { SkuFact, StockRow } from '../catalog/sku-fact.js';
import { CatalogService } from '../catalog/catalog.service.js';
import { StockService } from '../catalog/stock.service.js';
import { LevelsService } from '../levels/levels.service.js';
import type { MemberActor } from '../platform/context.js';
import { Database } from '../platform/database/database.js';
import { Problem } from '../platform/problem.js';
import { CartRepository, type CartRow } from './cart.repository.js';
import { QuoteService } from './quote.service.js';

function toCartLine(
  row: CartRow,
  fact: SkuFact,
  stock: readonly StockRow[],
  memberPriceBp: number,
): CartLineView {
  const own = stock.filter((place) => place.skuId === row.skuId);
  const unitListFen = fen(fact.unitListFen);
  return {
    skuId: row.skuId,
    productId: fact.productId,
    name: fact.name,
    options: fact.options,
    picture: fact.picture,
    plate: fact.plate,
    quantity: row.quantity,
    selected: row.selected && fact.onSale,
    unitListFen,
    unitMemberFen: fact.memberPriced ? unitMemberPrice(unitListFen, memberPriceBp) : unitListFen,
    onlineStock: Math.max(0, own.find((place) => place.storeId === null)?.available ?? 0),
    storesWithStock: own
      .filter((place) => place.storeId !== null && place.available > 0)
      .map((place) => ({ storeId: place.storeId!, storeName: place.placeName, available: place.available })),
    onSale: fact.onSale,
  };
}

@Injectable()
export class CartService {
  constructor(
    @Inject(CartRepository) private readonly cart: CartRepository,
    @Inject(CatalogService) private readonly catalog: CatalogService,
    @Inject(StockService) private readonly stock: StockService,
    @Inject(LevelsService) private readonly levels: LevelsService,
    @Inject(QuoteService) private readonly quotes: QuoteService,
    @Inject(Database) private readonly db: Database,
  ) {}

  async view(who: MemberActor): Promise<CartView> {
    const rows = await this.cart.lines(who.memberId);
    if (rows.length === 0) return { lines: [], quote: null };
    const skuIds = rows.map((row) => row.skuId);
    const [facts, stock, progress] = await Promise.all([
      this.catalog.skuFacts(skuIds),
      this.stock.ofSkus(skuIds),
      this.levels.progressOf(who.memberId),
    ]);
    const lines = rows
      .filter((row) => facts.has(row.skuId))
      .map((row) => toCartLine(row, facts.get(row.skuId)!, stock, progress.level.memberPriceBp));
    return { lines, quote: await this.quoteOf(who, lines) };
  }

  /** What can be sent now: lines without stock stay in the cart, unpriced, with the stores that have them. */
  private quoteOf(who: MemberActor, lines: readonly CartLineView[]): Promise<QuoteView | null> {
    const ready = lines.filter((line) => line.selected && line.onlineStock > 0);
    if (ready.length === 0) return Promise.resolve(null);
    return this.quotes.quote(who, { lines: ready, delivery: { kind: 'ship' } });
  }

  /** Refuses with sku_not_found, too_many_lines. */
  add(who: MemberActor, body: CartLineBody): Promise<CartView> {
    return this.db.tx(async () => {
      const fact = (await this.catalog.skuFacts([body.skuId])).get(body.skuId);
      if (!fact?.onSale) throw new Problem('sku_not_found');
      await this.cart.add(who.memberId, body.skuId, body.quantity, MAX_LINE_QUANTITY);
      if ((await this.cart.count(who.memberId)) > MAX_ORDER_LINES)
        throw new Problem('too_many_lines', { limit: MAX_ORDER_LINES });
      return this.view(who);
    });
  }

  /** Refuses with sku_not_found when the line is not in the cart. Taking out what is not there is fine. */
  set(who: MemberActor, skuId: string, body: SetCartLineBody): Promise<CartView> {
    return this.db.tx(async () => {
      if (body.quantity === 0) await this.cart.remove(who.memberId, [skuId]);
      else if (!(await this.cart.set(who.memberId, skuId, body.quantity, body.selected ?? null)))
        throw new Problem('sku_not_found');
      return this.view(who);
    });
  }
}
