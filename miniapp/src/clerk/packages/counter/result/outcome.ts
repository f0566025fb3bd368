/** What the clerk saw when confirming and the server does not say again: what is to pay, and what stays. */
import type { RedemptionView, ScanView } from '@tongdian/shared/contract/verification.routes';
import { keep, kept } from '@kit/storage';
import { sumOf, type Choice } from '../../../parts/counter-rules';

export interface Outcome {
  done: RedemptionView;
  dueFen: number | null;
  stays: { coupons: string[]; pickups: number; points: number };
}

const KEY = 'outcome';

export function outcomeOf(done: RedemptionView, view: ScanView, choice: Choice): Outcome {
  const used = new Set([
    ...done.coupons.map(({ couponId }) => couponId),
    ...done.orders.map(({ orderId }) => orderId),
  ]);
  return {
    done,
    dueFen: sumOf(view, choice).dueFen,
    stays: {
      // A coupon that this bill does not reach stays with the member all the same.
      coupons: view.coupons.filter(({ couponId }) => !used.has(couponId)).map(({ title }) => title),
      pickups: view.pickups.filter(({ orderId }) => !used.has(orderId)).length,
      points: view.member.points,
    },
  };
}

export function keepOutcome(done: RedemptionView, view: ScanView, choice: Choice): void {
  keep(KEY, outcomeOf(done, view, choice));
}

export function keptOutcome(redemptionId: string): Outcome | null {
  const outcome = kept<Outcome>(KEY);
  return outcome?.done.id === redemptionId ? outcome : null;
}
