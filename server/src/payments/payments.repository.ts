/** Statements of payments. A change of state names the states it may leave; its row count is the answer. */
import { Inject, Injectable } from '@nestjs/common';
import type { PaymentParams } from '@tongdian/shared/contract/orders.routes';
import { In } from 'typeorm';
import { Database } from '../platform/database/database.js';
import { LIVING } from './payment-rules.js';
import { Payment } from './payment.entity.js';

export type NewPayment = Pick<
  Payment,
  | 'id'
  | 'orderId'
  | 'memberId'
  | 'platform'
  | 'outTradeNo'
  | 'amountFen'
  | 'payer'
  | 'description'
  | 'createdAt'
> & { expiresAt: Date };

const IS_LIVING = "state in ('intended', 'open', 'unknown')";

@Injectable()
export class PaymentsRepository {
  constructor(@Inject(Database) private readonly db: Database) {}

  byId(id: string): Promise<Payment | null> {
    return this.db.manager.findOneBy(Payment, { id });
  }

  byNumber(outTradeNo: string): Promise<Payment | null> {
    return this.db.manager.findOneBy(Payment, { outTradeNo });
  }

  /** Holds the row until the transaction ends: whoever settles this payment waits here. */
  hold(id: string): Promise<Payment | null> {
    return this.db.manager.findOne(Payment, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  ofOrder(orderId: string): Promise<Payment[]> {
    return this.db.manager.find(Payment, { where: { orderId }, order: { createdAt: 'DESC', id: 'DESC' } });
  }

  living(orderId: string): Promise<Payment | null> {
    return this.db.manager.findOneBy(Payment, { orderId, state: In([...LIVING]) });
  }

  /** False when the order has a living payment: another device was first. */
  async intend(payment: NewPayment): Promise<boolean> {
    const added = await this.db.run(
      `insert into payments (id, order_id, member_id, platform, out_trade_no, amount_fen, state, payer, description, expires_at, created_at)
       values ($1, $2, $3, $4, $5, $6, 'intended', $7, $8, $9, $10)
       on conflict (order_id) where state in ('intended', 'open', 'unknown') do nothing`,
      [
        payment.id,
        payment.orderId,
        payment.memberId,
        payment.platform,
        payment.outTradeNo,
        payment.amountFen,
        payment.payer,
        payment.description,
        payment.expiresAt,
        payment.createdAt,
      ],
    );
    return added === 1;
  }

  /** False when it ended or was paid while the platform was asked. */
  async open(id: string, params: PaymentParams, paramsUntil: Date): Promise<boolean> {
    const changed = await this.db.run(
      `update payments set state = 'open', params = $2, params_until = $3 where id = $1 and ${IS_LIVING}`,
      [id, JSON.stringify(params), paramsUntil],
    );
    return changed === 1;
  }

  /** The platform knows it and waits for the buyer. */
  seenOpen(id: string): Promise<number> {
    return this.db.run(
      "update payments set state = 'open' where id = $1 and state in ('intended', 'unknown')",
      [id],
    );
  }

  leaveUnknown(id: string): Promise<number> {
    return this.db.run("update payments set state = 'unknown' where id = $1 and state = 'intended'", [id]);
  }

  /** Ended unpaid: closed at the platform, or (with its code) refused by it. */
  async end(id: string, state: 'closed' | 'failed', refusal: string | null = null): Promise<boolean> {
    const changed = await this.db.run(
      `update payments set state = $2, refusal = coalesce($3, refusal) where id = $1 and ${IS_LIVING}`,
      [id, state, refusal],
    );
    return changed === 1;
  }

  /** From any state but paid: money may come late. */
  async pay(id: string, transactionNo: string, paidAt: Date): Promise<boolean> {
    const changed = await this.db.run(
      "update payments set state = 'paid', transaction_no = $2, paid_at = $3 where id = $1 and state <> 'paid'",
      [id, transactionNo, paidAt],
    );
    return changed === 1;
  }

  /** True the first time: the platform's word and our book differ. */
  async disagree(id: string, about: string): Promise<boolean> {
    return (
      (await this.db.run('update payments set refusal = $2 where id = $1 and refusal is distinct from $2', [
        id,
        about,
      ])) === 1
    );
  }

  /** One of all servers may ask the platform about it, every two seconds. */
  async mayAsk(id: string, now: Date): Promise<boolean> {
    const changed = await this.db.run(
      `update payments set asked_at = $2::timestamptz
       where id = $1 and (asked_at is null or asked_at <= $2::timestamptz - interval '2 seconds')`,
      [id, now],
    );
    return changed === 1;
  }
}
