/** Statements of refunds: one row for each cause of a payment, its number fixed before the platform hears of it. */
import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import type { RefundState } from './payment-rules.js';
import { Refund } from './refund.entity.js';

export type NewRefund = Pick<
  Refund,
  'id' | 'paymentId' | 'orderId' | 'outRefundNo' | 'amountFen' | 'reason' | 'cause' | 'createdAt'
>;

@Injectable()
export class RefundsRepository {
  constructor(@Inject(Database) private readonly db: Database) {}

  byId(id: string): Promise<Refund | null> {
    return this.db.manager.findOneBy(Refund, { id });
  }

  byNumber(outRefundNo: string): Promise<Refund | null> {
    return this.db.manager.findOneBy(Refund, { outRefundNo });
  }

  ofOrder(orderId: string): Promise<Refund[]> {
    return this.db.manager.findBy(Refund, { orderId });
  }

  /** False when this cause has its refund already. */
  async intend(refund: NewRefund): Promise<boolean> {
    const added = await this.db.run(
      `insert into refunds (id, payment_id, order_id, out_refund_no, amount_fen, state, reason, cause, created_at)
       values ($1, $2, $3, $4, $5, 'intended', $6, $7, $8) on conflict (payment_id, cause) do nothing`,
      [
        refund.id,
        refund.paymentId,
        refund.orderId,
        refund.outRefundNo,
        refund.amountFen,
        refund.reason,
        refund.cause,
        refund.createdAt,
      ],
    );
    return added === 1;
  }

  /** False when it is done already. */
  async finish(id: string, refundNo: string | null, at: Date): Promise<boolean> {
    const changed = await this.db.run(
      `update refunds set state = 'done', refund_no = coalesce($2, refund_no), refusal = null, done_at = $3
       where id = $1 and state <> 'done'`,
      [id, refundNo, at],
    );
    return changed === 1;
  }

  /** True when that is news. */
  async note(id: string, state: Exclude<RefundState, 'done'>, refusal: string | null): Promise<boolean> {
    const changed = await this.db.run(
      `update refunds set state = $2, refusal = $3
       where id = $1 and state <> 'done' and (state <> $2 or refusal is distinct from $3)`,
      [id, state, refusal],
    );
    return changed === 1;
  }
}
