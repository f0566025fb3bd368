/** Scans and what came of them. */
import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import type { Scan } from './redemption.entity.js';

export interface RedemptionRow {
  id: string;
  at: Date;
  storeId: string;
  clerkId: string;
  clerkName: string;
  memberId: string;
  levelName: string;
  billFen: number | null;
  offFen: number;
  undoneAt: Date | null;
  undoReason: string | null;
}

export interface ItemRow {
  redemptionId: string;
  kind: 'coupon' | 'pickup';
  subjectId: string;
  title: string;
  /** The order's number, for a pickup. */
  orderNo: string | null;
  offFen: number;
}

export interface NewRedemption {
  id: string;
  scan: Scan;
  levelName: string;
  billFen: number | null;
  offFen: number;
  at: Date;
}

const SCAN = `select id, clerk_id as "clerkId", nonce, store_id as "storeId", seed_id as "seedId", member_id as "memberId",
    step, entered, coupon_id as "couponId", scanned_at as "scannedAt", expires_at as "expiresAt" from scans`;

const REDEMPTION = `select r.id, r.at, r.store_id as "storeId", r.clerk_id as "clerkId", s.name as "clerkName",
    r.member_id as "memberId", r.level_name as "levelName", r.bill_fen as "billFen", r.off_fen as "offFen",
    r.undone_at as "undoneAt", r.undo_reason as "undoReason"
  from redemptions r join staff s on s.id = r.clerk_id`;

@Injectable()
export class RedemptionsRepository {
  constructor(@Inject(Database) private readonly db: Database) {}

  /** False when this clerk sent this nonce before. */
  async addScan(scan: Scan): Promise<boolean> {
    const added = await this.db.run(
      `insert into scans (id, clerk_id, nonce, store_id, seed_id, member_id, step, entered, coupon_id, scanned_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict (clerk_id, nonce) do nothing`,
      [
        scan.id,
        scan.clerkId,
        scan.nonce,
        scan.storeId,
        scan.seedId,
        scan.memberId,
        scan.step,
        scan.entered,
        scan.couponId,
        scan.scannedAt,
        scan.expiresAt,
      ],
    );
    return added === 1;
  }

  scanBy(clerkId: string, nonce: string): Promise<Scan | null> {
    return this.db.one<Scan>(`${SCAN} where clerk_id = $1 and nonce = $2`, [clerkId, nonce]);
  }

  scan(id: string, clerkId: string): Promise<Scan | null> {
    return this.db.one<Scan>(`${SCAN} where id = $1 and clerk_id = $2`, [id, clerkId]);
  }

  /** Held to the end of the transaction: a second confirmation of the same scan waits here for the first. */
  holdScan(id: string, clerkId: string): Promise<Scan | null> {
    return this.db.one<Scan>(`${SCAN} where id = $1 and clerk_id = $2 for update`, [id, clerkId]);
  }

  async isSpent(seedId: string, step: number): Promise<boolean> {
    const row = await this.db.one<{ id: string }>(
      'select id from redemptions where seed_id = $1 and step = $2',
      [seedId, step],
    );
    return row !== null;
  }

  /** False when this code was confirmed in another scan. */
  async add(redemption: NewRedemption): Promise<boolean> {
    const { id, scan, levelName, billFen, offFen, at } = redemption;
    const added = await this.db.run(
      `insert into redemptions (id, scan_id, seed_id, step, member_id, clerk_id, store_id, level_name, bill_fen, off_fen, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict (seed_id, step) do nothing`,
      [
        id,
        scan.id,
        scan.seedId,
        scan.step,
        scan.memberId,
        scan.clerkId,
        scan.storeId,
        levelName,
        billFen,
        offFen,
        at,
      ],
    );
    return added === 1;
  }

  async addItem(item: Omit<ItemRow, 'orderNo'>): Promise<void> {
    await this.db.run(
      'insert into redemption_items (redemption_id, kind, subject_id, title, off_fen) values ($1, $2, $3, $4, $5)',
      [item.redemptionId, item.kind, item.subjectId, item.title, item.offFen],
    );
  }

  ofScan(scanId: string): Promise<RedemptionRow | null> {
    return this.db.one<RedemptionRow>(`${REDEMPTION} where r.scan_id = $1`, [scanId]);
  }

  byId(id: string): Promise<RedemptionRow | null> {
    return this.db.one<RedemptionRow>(`${REDEMPTION} where r.id = $1`, [id]);
  }

  /** Held to the end of the transaction. */
  hold(id: string): Promise<RedemptionRow | null> {
    return this.db.one<RedemptionRow>(`${REDEMPTION} where r.id = $1 for update of r`, [id]);
  }

  itemsOf(ids: readonly string[]): Promise<ItemRow[]> {
    return this.db.rows<ItemRow>(
      `select i.redemption_id as "redemptionId", i.kind, i.subject_id as "subjectId", i.title, o.order_no as "orderNo",
              i.off_fen as "offFen"
       from redemption_items i left join orders o on i.kind = 'pickup' and o.id = i.subject_id
       where i.redemption_id = any($1::uuid[]) order by i.redemption_id, i.kind, i.subject_id`,
      [ids],
    );
  }

  /** False when it is undone already. */
  async undo(id: string, staffId: string, reason: string, now: Date): Promise<boolean> {
    const undone = await this.db.run(
      'update redemptions set undone_at = $4, undone_by = $2, undo_reason = $3 where id = $1 and undone_at is null',
      [id, staffId, reason, now],
    );
    return undone === 1;
  }

  ofDay(storeId: string, from: Date, until: Date): Promise<RedemptionRow[]> {
    return this.db.rows<RedemptionRow>(
      `${REDEMPTION} where r.store_id = $1 and r.at >= $2 and r.at < $3 order by r.at desc, r.id desc`,
      [storeId, from, until],
    );
  }

  /** Members who joined that day and whose code was read here. */
  async newMembers(storeId: string, from: Date, until: Date): Promise<number> {
    const row = await this.db.one<{ total: number }>(
      `select count(distinct m.id)::int as total from scans c join members m on m.id = c.member_id
       where c.store_id = $1 and c.scanned_at >= $2 and c.scanned_at < $3 and m.created_at >= $2 and m.created_at < $3`,
      [storeId, from, until],
    );
    return row!.total;
  }

  /** For a join of two members. */
  async moveAll(from: string, into: string): Promise<void> {
    await this.db.run('update scans set member_id = $2 where member_id = $1', [from, into]);
    await this.db.run('update redemptions set member_id = $2 where member_id = $1', [from, into]);
  }
}
