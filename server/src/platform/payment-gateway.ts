/** What the payment platforms have in common. The adapters in wechat/, alipay/ and jd/ are the only ones to speak to them. */
import type { PaymentParams } from '@tongdian/shared/contract/orders.routes';
import type { Fen } from '@tongdian/shared/kernel/money';
import type { Platform } from '@tongdian/shared/kernel/platforms';

export interface PaymentIntent {
  /** Ours, 6 to 32 of [0-9A-Za-z_]; a repeat goes with the same number, never with a new one. */
  outTradeNo: string;
  amountFen: Fen;
  description: string;
  /** openid, Alipay open_id or JD openId of the one who pays. */
  payer: string;
  expiresAt: Date;
  notifyUrl: string;
}

export interface GatewayPayment {
  /** absent: the platform never heard of it. unknown: it did not answer in a way that can be trusted. */
  state: 'open' | 'paid' | 'closed' | 'absent' | 'unknown';
  transactionNo: string | null;
  amountFen: Fen | null;
  paidAt: Date | null;
}

export interface RefundIntent {
  outTradeNo: string;
  transactionNo: string | null;
  outRefundNo: string;
  refundFen: Fen;
  totalFen: Fen;
  reason: string;
  notifyUrl: string;
}

export interface GatewayRefund {
  state: 'processing' | 'done' | 'failed' | 'absent' | 'unknown';
  refundNo: string | null;
  refundFen: Fen | null;
}

/** A notification that passed every check of its platform (signature, time window, app, seller). */
export interface GatewayNotify {
  /** The platform's number of this message. */
  notifyId: string;
  outTradeNo: string;
  kind: 'payment' | 'refund';
  payment: GatewayPayment | null;
  refund: (GatewayRefund & { outRefundNo: string }) | null;
}

export interface NotifyAnswer {
  status: number;
  contentType: string;
  body: string;
}

/** The platform answered in a way that leaves the result open: query before anything else. */
export class UnknownResult extends Error {
  constructor(
    message: string,
    /** Worth asking again at once, with the same number. */
    readonly again = false,
  ) {
    super(message);
  }
}

/** The platform said no, in words of its own. Nothing was done there. */
export class GatewayRefusal extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** Not genuine, not for us, or out of its time: recorded and refused, nothing else happens. */
export class NotifyRefused extends Error {
  /** In words that hold nothing of the message itself: they are recorded. */
  static because(error: unknown): NotifyRefused {
    if (error instanceof NotifyRefused) return error;
    if (error instanceof SyntaxError) return new NotifyRefused('not valid JSON');
    return new NotifyRefused(error instanceof Error ? error.message.slice(0, 200) : 'unreadable');
  }
}

export interface PaymentGateway {
  readonly platform: Platform;
  /** Throws GatewayRefusal (a clear no) or UnknownResult (ask by query). Idempotent by outTradeNo. */
  create(intent: PaymentIntent): Promise<{ params: PaymentParams; validUntil: Date }>;
  /** Throws nothing: what cannot be trusted is `unknown`. */
  query(outTradeNo: string): Promise<GatewayPayment>;
  /** Closes an unpaid payment; 'paid' when it was paid meanwhile. */
  close(outTradeNo: string): Promise<'closed' | 'paid' | 'unknown'>;
  /** Throws GatewayRefusal; anything unclear is `unknown`. Idempotent by outRefundNo. */
  refund(intent: RefundIntent): Promise<GatewayRefund>;
  /** Throws nothing: what cannot be trusted is `unknown`. */
  queryRefund(intent: Pick<RefundIntent, 'outTradeNo' | 'outRefundNo'>): Promise<GatewayRefund>;
  /** Throws NotifyRefused. `body` is what came over the wire, untouched. */
  readNotify(body: Buffer, headers: Record<string, string | string[] | undefined>): Promise<GatewayNotify>;
  /** What the platform wants to hear: taken (after commit), or not. */
  answer(taken: boolean): NotifyAnswer;
}

export const PAYMENT_GATEWAYS = Symbol('payment-gateways');
export type PaymentGateways = Record<Platform, PaymentGateway>;
