/** When a payment may go on, when the platform is asked again, and what the buyer is told. Pure. */
import type { PaymentStateView } from '@tongdian/shared/contract/orders.routes';

export const LIVING = ['intended', 'open', 'unknown'] as const;
export type PaymentState = (typeof LIVING)[number] | 'paid' | 'closed' | 'failed';

export type RefundState = 'intended' | 'processing' | 'unknown' | 'done' | 'failed';
/** One refund of a payment for each cause. */
export type RefundCause = 'late-payment' | 'second-payment';

export function isLiving(state: PaymentState): boolean {
  return (LIVING as readonly string[]).includes(state);
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Params this close to their end are asked for anew: the buyer still has to type a password. */
const PARAMS_MARGIN_MS = 90 * SECOND;

export function paramsUsable(payment: { params: unknown; paramsUntil: Date | null }, now: Date): boolean {
  return (
    payment.params !== null &&
    payment.paramsUntil !== null &&
    payment.paramsUntil.getTime() - now.getTime() > PARAMS_MARGIN_MS
  );
}

const WHILE_LIVING_MS = [15 * SECOND, 45 * SECOND, 2 * MINUTE];
/** A payment can still arrive at the platform after it was closed there: looked at three times more. */
const AFTER_END_MS = [MINUTE, 10 * MINUTE, HOUR];

/** How long to wait before the platform is asked again, `tries` times after the beginning or the end; null = no more. */
export function askAgainIn(living: boolean, tries: number): number | null {
  if (living) return WHILE_LIVING_MS[tries] ?? 5 * MINUTE;
  return AFTER_END_MS[tries] ?? null;
}

const REFUND_WAITS_MS = [15 * SECOND, 30 * SECOND, MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR];
/** Two weeks at six hours each; then a person has to look. */
const MOST_REFUND_TRIES = 60;

export function refundAgainIn(tries: number): number | null {
  return tries >= MOST_REFUND_TRIES ? null : (REFUND_WAITS_MS[tries] ?? 6 * HOUR);
}

/**
 * What an order's payments mean for its buyer. Failed attempts are no payment at all; money on its way back
 * counts more than anything else.
 */
export function shownState(
  payments: readonly { state: PaymentState }[],
  refunds: readonly { state: RefundState }[],
  orderPaid: boolean,
): PaymentStateView['payment'] {
  const states = payments.map((payment) => payment.state);
  if (orderPaid) return 'paid';
  if (refunds.length > 0)
    return refunds.every((refund) => refund.state === 'done') ? 'refunded' : 'refunding';
  if (states.includes('paid')) return 'paid';
  if (states.includes('unknown')) return 'unknown';
  if (states.includes('open') || states.includes('intended')) return 'open';
  return states.includes('closed') ? 'closed' : 'none';
}
