/** What coupons tell the features above. */
import type { Fen } from '@tongdian/shared/kernel/money';

declare module '../platform/events.js' {
  interface DomainEvents {
    /** Cause: the coupon's id. `via`: "center" or what the giver named. */
    'coupon.claimed': { couponId: string; templateId: string; memberId: string; via: string };
    /** Cause: "<order or redemption>:<coupon>". One of storeId and orderId is set. */
    'coupon.redeemed': {
      couponId: string;
      templateId: string;
      memberId: string;
      storeId: string | null;
      orderId: string | null;
      offFen: Fen;
    };
    /** A redemption at the counter was undone; the coupon is the member's again. */
    'coupon.returned': { couponId: string; templateId: string; memberId: string; redemptionId: string };
  }
}
