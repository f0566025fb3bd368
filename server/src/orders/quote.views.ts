/** A priced basket as the contract shows it. */
import type { QuoteView } from '@tongdian/shared/contract/orders.routes';
import type { LevelView } from '@tongdian/shared/contract/members.routes';
import { describeRule } from '@tongdian/shared/rules/coupon-rules';
import { levelFor } from '@tongdian/shared/rules/level-rules';
import type { Basket } from './basket.js';
import { growthFor } from './order-rules.js';

function reached(basket: Basket, levels: readonly LevelView[]): QuoteView['reachesLevel'] {
  const growth = basket.progress.growth + growthFor(basket.priced.goodsFen);
  const level = levelFor(levels, growth);
  return level.rank > basket.progress.level.rank ? { name: level.name, growth } : null;
}

export function toQuoteView(basket: Basket, levels: readonly LevelView[]): QuoteView {
  const { priced, wallet } = basket;
  return {
    lines: priced.lines.map((line, index) => {
      const { fact, available } = basket.lines[index]!;
      return {
        skuId: fact.skuId,
        productId: fact.productId,
        name: fact.name,
        options: fact.options,
        picture: fact.picture,
        plate: fact.plate,
        quantity: line.quantity,
        unitListFen: line.unitListFen,
        listFen: line.listFen,
        memberOffFen: line.memberOffFen,
        couponOffFen: line.couponOffFen,
        payableFen: line.payableFen,
        available,
      };
    }),
    steps: priced.steps,
    coupons: priced.verdicts.map((verdict) => {
      const coupon = wallet.find(({ id }) => id === verdict.couponId)!;
      return {
        ...verdict,
        title: coupon.title,
        says: describeRule(coupon.rule),
        validUntil: coupon.validUntil.toISOString(),
      };
    }),
    appliedCouponId: priced.appliedCouponId,
    listFen: priced.listFen,
    goodsFen: priced.goodsFen,
    shippingFen: priced.shippingFen,
    payableFen: priced.payableFen,
    savedFen: priced.savedFen,
    earnsPoints: priced.earnsPoints,
    reachesLevel: reached(basket, levels),
  };
}
