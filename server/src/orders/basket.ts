/**
 * A basket with everything that its price depends on, gathered once: goods, stock, level, wallet. A quote
 * shows it, an order decides by it: both go through here, so they cannot differ.
 */
import { Inject, Injectable } from '@nestjs/common';
import type { QuoteBody } from '@tongdian/shared/contract/orders.dto';
import type { LevelProgressView } from '@tongdian/shared/contract/members.routes';
import { fen } from '@tongdian/shared/kernel/money';
import {
  priceBasket,
  type Priced,
  type PricingCoupon,
  type PricingLine,
} from '@tongdian/shared/rules/pricing';
import { CatalogService } from '../catalog/catalog.service.js';
import type { SkuFact } from '../catalog/sku-fact.js';
import { StockService } from '../catalog/stock.service.js';
import { CouponsService } from '../coupons/coupons.service.js';
import { LevelsService } from '../levels/levels.service.js';
import { Clock } from '../platform/clock.js';
import type { MemberActor } from '../platform/context.js';
import { Problem } from '../platform/problem.js';
import { SHIPPING } from './shipping-rules.js';

export interface BasketLine {
  fact: SkuFact;
  quantity: number;
  available: number;
}

export interface Basket {
  lines: BasketLine[];
  priced: Priced;
  wallet: PricingCoupon[];
  progress: LevelProgressView;
  placeId: string;
  storeId: string | null;
}

export interface BasketWish {
  lines: readonly { skuId: string; quantity: number }[];
  delivery: Pick<QuoteBody['delivery'], 'kind' | 'storeId'>;
  /** Absent = the best one, null = none, an id = that one. */
  couponId?: string | null;
}

function toPricingLine({ fact, quantity }: BasketLine): PricingLine {
  return {
    key: fact.skuId,
    skuId: fact.skuId,
    productId: fact.productId,
    categoryIds: fact.categoryIds,
    name: fact.name,
    quantity,
    unitListFen: fen(fact.unitListFen),
    memberPriced: fact.memberPriced,
  };
}

/** The same SKU twice is one line. */
function merged(lines: BasketWish['lines']): Map<string, number> {
  const quantities = new Map<string, number>();
  for (const { skuId, quantity } of lines) quantities.set(skuId, (quantities.get(skuId) ?? 0) + quantity);
  return quantities;
}

@Injectable()
export class Baskets {
  constructor(
    @Inject(CatalogService) private readonly catalog: CatalogService,
    @Inject(StockService) private readonly stock: StockService,
    @Inject(CouponsService) private readonly coupons: CouponsService,
    @Inject(LevelsService) private readonly levels: LevelsService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Refuses with sku_not_found (also off the shelf), store_not_found, coupon_not_found, coupon_locked,
   * coupon_used, coupon_expired. Reserves nothing. */
  async gather(who: MemberActor, wish: BasketWish): Promise<Basket> {
    const now = this.clock.now();
    const quantities = merged(wish.lines);
    const skuIds = [...quantities.keys()];
    const storeId = wish.delivery.kind === 'pickup' ? wish.delivery.storeId! : null;
    const placeId = storeId ? await this.stock.placeOfStore(storeId) : await this.stock.warehouse();
    const [facts, available, progress, wallet] = await Promise.all([
      this.catalog.skuFacts(skuIds),
      this.stock.availableAt(placeId, skuIds),
      this.levels.progressOf(who.memberId),
      this.coupons.walletForPricing(who.memberId, now),
    ]);
    if (wish.couponId && !wallet.some((coupon) => coupon.id === wish.couponId))
      await this.refuse(wish.couponId, who);
    const lines = skuIds.map((skuId) => {
      const fact = facts.get(skuId);
      if (!fact?.onSale) throw new Problem('sku_not_found');
      return { fact, quantity: quantities.get(skuId)!, available: Math.max(0, available.get(skuId) ?? 0) };
    });
    const priced = priceBasket({
      lines: lines.map(toPricingLine),
      level: progress.level,
      coupons: wallet,
      coupon: wish.couponId === undefined ? 'best' : wish.couponId,
      shipping: storeId ? null : SHIPPING,
      place: { platform: who.platform, channel: 'online', storeId, levelId: progress.level.id },
      now,
    });
    return { lines, priced, wallet, progress, placeId, storeId };
  }

  /** A coupon that is not in the usable wallet: locked, used and over are told apart. */
  private async refuse(couponId: string, who: MemberActor): Promise<never> {
    const { refusal } = await this.coupons.standing(couponId, who.memberId);
    throw refusal ?? new Problem('coupon_not_found');
  }
}
