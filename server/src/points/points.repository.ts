/** Statements of the points ledger: a lot is what was earned at once, an entry is every change of it. */
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { newId } from '../platform/new-id.js';

export interface Earning {
  memberId: string;
  amount: number;
  /** Earned once for it: "order:<id>". */
  cause: string;
  /** For the member: "订单 LP…". */
  reason: string;
  usableAt: Date;
  expiresAt: Date | null;
}

export interface PointsEntryRow {
  id: string;
  at: Date;
  kind: 'earn' | 'spend' | 'expire' | 'clawback' | 'return' | 'adjust';
  delta: number;
  reason: string;
  usableAt: Date;
  expiresAt: Date | null;
}

@Injectable()
export class PointsRepository {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Null when the cause brought points before. */
  async addLot(earning: Earning): Promise<string | null> {
    const row = await this.db.one<{ id: string }>(
      `insert into points_lots (id, member_id, amount, remaining, cause, earned_at, usable_at, expires_at)
       values ($1, $2, $3, $3, $4, $5, $6, $7) on conflict (member_id, cause) do nothing returning id`,
      [
        newId(),
        earning.memberId,
        earning.amount,
        earning.cause,
        this.clock.now(),
        earning.usableAt,
        earning.expiresAt,
      ],
    );
    return row?.id ?? null;
  }

  async note(
    memberId: string,
    lotId: string,
    kind: PointsEntryRow['kind'],
    delta: number,
    cause: string,
    reason: string,
  ): Promise<void> {
    await this.db.run(
      `insert into points_entries (id, member_id, lot_id, kind, delta, cause, reason, at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [newId(), memberId, lotId, kind, delta, cause, reason, this.clock.now()],
    );
  }

  /** The account's row is taken until the transaction ends: one change of a balance at a time. */
  async changeBalance(memberId: string, delta: number): Promise<void> {
    await this.db.run(
      `insert into points_accounts (member_id, balance) values ($1, $2)
       on conflict (member_id) do update set balance = points_accounts.balance + excluded.balance`,
      [memberId, delta],
    );
  }

  async balances(memberId: string): Promise<{ available: number; pending: number }> {
    const row = await this.db.one<{ available: number; pending: number }>(
      `select coalesce(sum(remaining) filter (where usable_at <= $2), 0)::int as available,
              coalesce(sum(remaining) filter (where usable_at > $2), 0)::int as pending
       from points_lots where member_id = $1 and remaining > 0 and (expires_at is null or expires_at > $2)`,
      [memberId, this.clock.now()],
    );
    return row!;
  }

  entries(memberId: string, page: number, pageSize: number): Promise<PointsEntryRow[]> {
    return this.db.rows<PointsEntryRow>(
      `select e.id, e.at, e.kind, e.delta, e.reason, l.usable_at as "usableAt", l.expires_at as "expiresAt"
       from points_entries e join points_lots l on l.id = e.lot_id
       where e.member_id = $1 order by e.at desc, e.id desc limit $2 offset $3`,
      [memberId, pageSize, (page - 1) * pageSize],
    );
  }

  async entryCount(memberId: string): Promise<number> {
    const row = await this.db.one<{ total: number }>(
      'select count(*)::int as total from points_entries where member_id = $1',
      [memberId],
    );
    return row!.total;
  }

  /** Lots past their time, taken until the transaction ends; a second worker skips them. */
  expired(limit: number): Promise<{ id: string; memberId: string; remaining: number }[]> {
    return this.db.rows(
      `select id, member_id as "memberId", remaining from points_lots
       where remaining > 0 and expires_at <= $1 order by expires_at limit $2 for update skip locked`,
      [this.clock.now(), limit],
    );
  }

  async empty(lotId: string): Promise<void> {
    await this.db.run('update points_lots set remaining = 0 where id = $1', [lotId]);
  }

  /**
   * Gives all lots and entries of one member to another, keeping expiry and source. Causes stay unique: the
   * same cause on both sides gets the mark of where it came from.
   */
  async repoint(from: string, into: string): Promise<void> {
    await this.db.run(
      `update points_lots l set member_id = $2,
         cause = case when exists (select 1 from points_lots o where o.member_id = $2 and o.cause = l.cause)
                      then l.cause || '@' || $1::text else l.cause end
       where member_id = $1`,
      [from, into],
    );
    await this.db.run('update points_entries set member_id = $2 where member_id = $1', [from, into]);
    const row = await this.db.one<{ balance: number }>(
      'update points_accounts a set balance = 0 from points_accounts o where a.member_id = $1 and o.member_id = $1 returning o.balance',
      [from],
    );
    if (row && row.balance !== 0) await this.changeBalance(into, row.balance);
  }
}
