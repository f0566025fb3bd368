/** Coupons as their members hold them, and every step of their life: one guarded statement each, with its ledger entry. */
import { Inject, Injectable } from '@nestjs/common';
import type { WalletTab } from '@tongdian/shared/contract/coupons.dto';
import { Database } from '../platform/database/database.js';
import { newId } from '../platform/new-id.js';
import type { CouponRow } from './coupon-rows.js';

const COUPON = `select c.id, c.template_id as "templateId", c.member_id as "memberId", t.title, v.rule,
    v.where_text as "where", v.note, c.state, c.valid_from as "validFrom", c.valid_until as "validUntil",
    c.claimed_at as "claimedAt", c.locked_by as "lockedBy", c.used_at as "usedAt", c.used_where as "usedWhere",
    c.used_by_order as "usedByOrder", c.used_at_store as "usedAtStore", c.off_fen as "offFen"
  from coupons c join coupon_templates t on t.id = c.template_id
  join coupon_template_versions v on v.template_id = c.template_id and v.version = c.template_version`;

/** $2 is the time that decides: a coupon past its end is in no one's way, whatever its row says. */
const TAB: Record<WalletTab, { holds: string; order: string }> = {
  usable: {
    holds: `(c.state = 'locked' or (c.state = 'issued' and c.valid_until > $2))`,
    order: 'c.valid_until, c.id',
  },
  used: { holds: `(c.state = 'used' and $2::timestamptz is not null)`, order: 'c.used_at desc, c.id desc' },
  expired: {
    holds: `(c.state in ('expired', 'revoked') or (c.state = 'issued' and c.valid_until <= $2))`,
    order: 'c.valid_until desc, c.id desc',
  },
};

export interface MovedCoupon {
  id: string;
  memberId: string;
  templateId: string;
  title: string;
}

type EntryKind = 'locked' | 'released' | 'used' | 'returned';

/** The ledger entry goes with the step or not at all. $1 coupon, $2 now, $3 entry id, $4 cause, $5 fen off. */
const withEntry = (kind: EntryKind, update: string): string => `with moved as (
    ${update} returning id, member_id, template_id
  ), entry as (
    insert into coupon_entries (id, coupon_id, member_id, kind, cause, off_fen, at)
    select $3, id, member_id, '${kind}', $4, $5::bigint, $2::timestamptz from moved
  ) select m.id, m.member_id as "memberId", m.template_id as "templateId", t.title
    from moved m join coupon_templates t on t.id = m.template_id`;

@Injectable()
export class CouponsRepository {
  constructor(@Inject(Database) private readonly db: Database) {}

  wallet(memberId: string, tab: WalletTab, now: Date, limit: number, offset: number): Promise<CouponRow[]> {
    const { holds, order } = TAB[tab];
    return this.db.rows<CouponRow>(
      `${COUPON} where c.member_id = $1 and ${holds} order by ${order} limit $3 offset $4`,
      [memberId, now, limit, offset],
    );
  }

  async countWallet(memberId: string, tab: WalletTab, now: Date): Promise<number> {
    const row = await this.db.one<{ total: number }>(
      `select count(*)::int as total from coupons c where c.member_id = $1 and ${TAB[tab].holds}`,
      [memberId, now],
    );
    return row!.total;
  }

  ofMember(couponId: string, memberId: string): Promise<CouponRow | null> {
    return this.db.one<CouponRow>(`${COUPON} where c.id = $1 and c.member_id = $2`, [couponId, memberId]);
  }

  /** Issued and not past its end; the ones that are not good yet are among them. */
  holding(memberId: string, now: Date, limit: number): Promise<CouponRow[]> {
    return this.db.rows<CouponRow>(
      `${COUPON} where c.member_id = $1 and c.state = 'issued' and c.valid_until > $2 order by c.valid_until, c.id limit $3`,
      [memberId, now, limit],
    );
  }

  lock(
    couponId: string,
    memberId: string,
    orderId: string,
    until: Date,
    now: Date,
  ): Promise<MovedCoupon | null> {
    return this.db.one<MovedCoupon>(
      withEntry(
        'locked',
        `update coupons set state = 'locked', locked_by = $6, locked_until = $7
         where id = $1 and member_id = $8 and state = 'issued' and valid_from <= $2 and valid_until > $2`,
      ),
      [couponId, now, newId(), `order:${orderId}`, null, orderId, until, memberId],
    );
  }

  useLocked(
    couponId: string,
    orderId: string,
    offFen: number,
    where: string,
    now: Date,
  ): Promise<MovedCoupon | null> {
    return this.db.one<MovedCoupon>(
      withEntry(
        'used',
        `update coupons set state = 'used', locked_by = null, locked_until = null, used_at = $2,
                used_where = $6, used_by_order = $7, off_fen = $5::bigint
         where id = $1 and state = 'locked' and locked_by = $7`,
      ),
      [couponId, now, newId(), `order:${orderId}`, offFen, where, orderId],
    );
  }

  release(couponId: string, orderId: string, cause: string, now: Date): Promise<MovedCoupon | null> {
    return this.db.one<MovedCoupon>(
      withEntry(
        'released',
        `update coupons set state = 'issued', locked_by = null, locked_until = null
         where id = $1 and state = 'locked' and locked_by = $6`,
      ),
      [couponId, now, newId(), cause, null, orderId],
    );
  }

  redeemAtStore(
    couponId: string,
    memberId: string,
    store: { id: string; name: string },
    offFen: number,
    cause: string,
    now: Date,
  ): Promise<MovedCoupon | null> {
    return this.db.one<MovedCoupon>(
      withEntry(
        'used',
        `update coupons set state = 'used', used_at = $2, used_where = $6, used_at_store = $7, off_fen = $5::bigint
         where id = $1 and member_id = $8 and state = 'issued' and valid_from <= $2 and valid_until > $2`,
      ),
      [couponId, now, newId(), cause, offFen, store.name, store.id, memberId],
    );
  }

  /** Back to its member; when its time ran out meanwhile it comes back expired. */
  returnFromStore(couponId: string, cause: string, now: Date): Promise<MovedCoupon | null> {
    return this.db.one<MovedCoupon>(
      withEntry(
        'returned',
        `update coupons set state = case when valid_until > $2 then 'issued' else 'expired' end,
                used_at = null, used_where = null, used_at_store = null, off_fen = null
         where id = $1 and state = 'used' and used_at_store is not null`,
      ),
      [couponId, now, newId(), cause, null],
    );
  }

  /** Marks up to `limit` of those whose time is over; says how many. */
  async expire(now: Date, limit: number): Promise<number> {
    return this.db.run(
      `with due as (
         select id from coupons where state = 'issued' and valid_until <= $1 order by valid_until limit $2
         for update skip locked
       ), moved as (
         update coupons c set state = 'expired' from due where c.id = due.id returning c.id, c.member_id
       ) insert into coupon_entries (id, coupon_id, member_id, kind, cause, at)
         select gen_random_uuid(), id, member_id, 'expired', 'time', $1 from moved`,
      [now, limit],
    );
  }

  /** For a merge of two members: all that `from` holds or ever took is `into`'s; takings add up. */
  async moveAll(from: string, into: string): Promise<void> {
    await this.db.run('update coupons set member_id = $2 where member_id = $1', [from, into]);
    await this.db.run('update coupon_entries set member_id = $2 where member_id = $1', [from, into]);
    await this.db.run(
      `insert into coupon_takings (member_id, template_id, taken)
       select $2::uuid, template_id, taken from coupon_takings where member_id = $1 order by template_id
       on conflict (member_id, template_id) do update set taken = coupon_takings.taken + excluded.taken`,
      [from, into],
    );
    await this.db.run('delete from coupon_takings where member_id = $1', [from]);
  }
}
