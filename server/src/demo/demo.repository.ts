/** Rows of the demo brand that no use case makes yet: levels, and payments of the past. */
import { Inject, Injectable } from '@nestjs/common';
import type { Platform } from '@tongdian/shared/kernel/platforms';
import { Database } from '../platform/database/database.js';

export interface DemoLevelRow {
  id: string;
  rank: number;
  name: string;
  threshold: number;
  memberPriceBp: number;
  pointsMultiplierBp: number;
}

@Injectable()
export class DemoRepository {
  constructor(@Inject(Database) private readonly db: Database) {}

  /** A brand is there when it has a store. */
  async isEmpty(): Promise<boolean> {
    const row = await this.db.one<{ stores: number }>('select count(*)::int as stores from stores');
    return row!.stores === 0;
  }

  /** For one big transaction: what is filled need not reach the disk statement by statement. */
  async speedUp(): Promise<void> {
    await this.db.run('set local synchronous_commit = off');
  }

  async addLevels(levels: readonly DemoLevelRow[]): Promise<void> {
    for (const level of levels) {
      await this.db.run(
        'insert into levels (id, rank, name, threshold, member_price_bp, points_multiplier_bp) values ($1, $2, $3, $4, $5, $6)',
        [level.id, level.rank, level.name, level.threshold, level.memberPriceBp, level.pointsMultiplierBp],
      );
    }
  }

  /** A payment that a platform took in the past. */
  async addPayment(payment: {
    id: string;
    orderId: string;
    memberId: string;
    platform: Platform;
    outTradeNo: string;
    amountFen: number;
    transactionNo: string;
    at: Date;
  }): Promise<void> {
    await this.db.run(
      `insert into payments (id, order_id, member_id, platform, out_trade_no, amount_fen, state, payer, transaction_no, paid_at, created_at)
       values ($1, $2, $3, $4, $5, $6, 'paid', 'preview', $7, $8, $8)`,
      [
        payment.id,
        payment.orderId,
        payment.memberId,
        payment.platform,
        payment.outTradeNo,
        payment.amountFen,
        payment.transactionNo,
        payment.at,
      ],
    );
  }

  /** The planner must know what it has before the first visitor asks. */
  async analyze(): Promise<void> {
    await this.db.run('analyze');
  }
}
