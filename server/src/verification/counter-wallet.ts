/** A member's coupons as the counter of one store sees them. */
import { Inject, Injectable } from '@nestjs/common';
import { fillText, PROBLEMS } from '@tongdian/shared/contract/problems';
import type { Fen } from '@tongdian/shared/kernel/money';
import { judgeAtCounter, type CounterOutcome } from '@tongdian/shared/rules/coupon-rules';
import { CouponsService, type WalletCoupon } from '../coupons/coupons.service.js';
import { MemberParts, type MePart } from '../members/member-parts.js';
import { Clock } from '../platform/clock.js';
import type { Scan } from './redemption.entity.js';

export interface JudgedCoupon {
  coupon: WalletCoupon;
  outcome: CounterOutcome;
  /** In words; null = may be used here now. */
  refusal: string | null;
  chosen: boolean;
}

@Injectable()
export class CounterWallet {
  constructor(
    @Inject(CouponsService) private readonly coupons: CouponsService,
    @Inject(MemberParts) private readonly parts: MemberParts,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Level and points. */
  standingOf(memberId: string): Promise<MePart> {
    return this.parts.show(memberId);
  }

  /**
   * The coupon whose code was shown first, then what may be used here, then what may not and why. Coupons for
   * the net only are left out: no customer asks for them at a counter.
   */
  async judge(scan: Scan, levelId: string, billFen: Fen | null): Promise<JudgedCoupon[]> {
    const now = this.clock.now();
    const place = { platform: null, storeId: scan.storeId, levelId };
    const wallet = await this.coupons.walletForPricing(scan.memberId, now);
    const others = wallet
      .filter(({ id }) => id !== scan.couponId)
      .map((coupon) => judged(coupon, judgeAtCounter(coupon.rule, coupon, billFen, place, now), null, false))
      .filter(({ outcome }) => outcome.reason?.code !== 'channel');
    others.sort((a, b) => Number(a.refusal !== null) - Number(b.refusal !== null));
    if (!scan.couponId) return others;
    const { coupon, refusal } = await this.coupons.standing(scan.couponId, scan.memberId);
    const outcome = judgeAtCounter(coupon.rule, coupon, billFen, place, now);
    const words = refusal && fillText(PROBLEMS[refusal.code].zh, refusal.facts);
    return [judged(coupon, outcome, words, true), ...others];
  }
}

function judged(
  coupon: WalletCoupon,
  outcome: CounterOutcome,
  refusal: string | null,
  chosen: boolean,
): JudgedCoupon {
  return { coupon, outcome, refusal: refusal ?? outcome.reason?.text ?? null, chosen };
}
