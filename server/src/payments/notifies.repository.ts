/** The record of every message a platform (or somebody in its name) sent us. Bodies are not kept, only their hash. */
import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Platform } from '@tongdian/shared/kernel/platforms';
import { Database } from '../platform/database/database.js';
import { newId } from '../platform/new-id.js';

export interface NotifyRow {
  platform: Platform;
  body: Buffer;
  at: Date;
  /** Null when it was refused before its number could be believed. */
  notifyId: string | null;
  outTradeNo: string | null;
}

const ADD = `insert into platform_notifies (id, platform, notify_id, out_trade_no, outcome, reason, body_hash, received_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8)`;

@Injectable()
export class NotifiesRepository {
  constructor(@Inject(Database) private readonly db: Database) {}

  /** False when a message with this number was accepted before; waits for one that is being accepted now. */
  async accept(row: NotifyRow): Promise<boolean> {
    const added = await this.db.run(
      `${ADD} on conflict (platform, notify_id) where outcome = 'accepted' do nothing`,
      this.values(row, 'accepted', null),
    );
    return added === 1;
  }

  async repeat(row: NotifyRow): Promise<void> {
    await this.db.run(ADD, this.values(row, 'repeated', null));
  }

  async refuse(row: NotifyRow, reason: string): Promise<void> {
    await this.db.run(ADD, this.values(row, 'refused', reason));
  }

  private values(row: NotifyRow, outcome: string, reason: string | null): unknown[] {
    const hash = createHash('sha256').update(row.body).digest();
    const notifyId = row.notifyId ?? hash.toString('hex');
    return [newId(), row.platform, notifyId, row.outTradeNo, outcome, reason, hash, row.at];
  }
}
