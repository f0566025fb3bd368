/** Every statement about points. A lot, its entry and the account change together or not at all. */
import { Inject, Injectable } from '@nestjs/common';
import type { PointsEntryView } from '@tongdian/shared/contract/points.routes';
import { Database } from '../platform/database/database.js';

export interface LotRow {
  id: string;
  memberId: string;
  amount: number;
  remaining: number;
  cause: string;
  earnedAt: Date;
  usableAt: Date;
  expiresAt: Date | null;
}

export interface EntryRow {
  id: string;
  at: Date;
  kind: PointsEntryView['kind'];
  delta: number;
  reason: string;
  usableAt: Date;
  expiresAt: Date | null;
}

export interface NewEntry {
  id: string;
  memberId: string;
  lotId: string;
  kind: PointsEntryView['kind'];
  delta: number;
  cause: string;
  reason: string;
  at: Date;
}

const LOT = `select id, member_id as "memberId", amount, remaining, cause, earned_at as "earnedAt",
  usable_at as "usableAt", expires_at as "expiresAt" from points_lots`;

@Injectable()
export class PointsRepository {
  constructor(@Inject(Database) private readonly db: Database) {}

  /** False when this cause gave the member a lot before. */
  async openLot(lot: LotRow): Promise<boolean> {
    const opened = await this.db.run(
      `insert into points_lots (id, member_id, amount, remaining, cause, earned_at, usable_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (member_id, cause) do nothing`,
      [lot.id, lot.memberId, lot.amount, lot.remaining, lot.cause, lot.earnedAt, lot.usableAt, lot.expiresAt],
    );
    return opened === 1;
  }

  /** Takes from a lot what it still holds at least; throws when it holds less. */
  async drain(lotId: string, amount: number): Promise<void> {
    const drained = await this.db.run(
      'update points_lots set remaining = remaining - $2 where id = $1 and remaining >= $2',
      [lotId, amount],
    );
    if (drained !== 1) throw new Error(`lot ${lotId} holds less than ${amount}`);
  }

  async book(entry: NewEntry): Promise<void> {
    await this.db.run(
      `insert into points_entries (id, member_id, lot_id, kind, delta, cause, reason, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [entry.id, entry.memberId, entry.lotId, entry.kind, entry.delta, entry.cause, entry.reason, entry.at],
    );
  }

  /** Opens the account where there is none. Throws when it would fall below 0. */
  async changeBalance(memberId: string, delta: number): Promise<void> {
    const changed = await this.db.run(
      'update points_accounts set balance = balance + $2 where member_id = $1',
      [memberId, delta],
    );
    if (changed === 0)
      await this.db.run('insert into points_accounts (member_id, balance) values ($1, $2)', [
        memberId,
        delta,
      ]);
  }

  async balances(memberId: string, now: Date): Promise<{ available: number; pending: number }> {
    const row = await this.db.one<{ available: number; pending: number }>(
      `select coalesce(sum(remaining) filter (where usable_at <= $2), 0)::int as available,
              coalesce(sum(remaining) filter (where usable_at > $2), 0)::int as pending
       from points_lots where member_id = $1 and remaining > 0 and (expires_at is null or expires_at > $2)`,
      [memberId, now],
    );
    return row!;
  }

  entries(memberId: string, limit: number, offset: number): Promise<EntryRow[]> {
    return this.db.rows<EntryRow>(
      `select e.id, e.at, e.kind, e.delta, e.reason, l.usable_at as "usableAt", l.expires_at as "expiresAt"
       from points_entries e join points_lots l on l.id = e.lot_id
       where e.member_id = $1 order by e.at desc, e.id desc limit $2 offset $3`,
      [memberId, limit, offset],
    );
  }

  async countEntries(memberId: string): Promise<number> {
    const row = await this.db.one<{ count: number }>(
      'select count(*)::int as count from points_entries where member_id = $1',
      [memberId],
    );
    return row!.count;
  }

  lotByCause(memberId: string, cause: string): Promise<LotRow | null> {
    return this.db.one<LotRow>(`${LOT} where member_id = $1 and cause = $2`, [memberId, cause]);
  }

  openLotsOf(memberId: string): Promise<LotRow[]> {
    return this.db.rows<LotRow>(`${LOT} where member_id = $1 and remaining > 0 order by earned_at, id`, [
      memberId,
    ]);
  }

  /** Members with a lot past its end, from one member id on: for the daily job. */
  membersWithExpired(now: Date, after: string, limit: number): Promise<{ memberId: string }[]> {
    return this.db.rows<{ memberId: string }>(
      `select distinct member_id as "memberId" from points_lots
       where remaining > 0 and expires_at <= $1 and member_id > $2 order by 1 limit $3`,
      [now, after, limit],
    );
  }

  expiredLotsOf(memberId: string, now: Date): Promise<LotRow[]> {
    return this.db.rows<LotRow>(`${LOT} where member_id = $1 and remaining > 0 and expires_at <= $2`, [
      memberId,
      now,
    ]);
  }
}
