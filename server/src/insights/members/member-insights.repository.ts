/**
 * Reads across the features for the panel's member pages: nothing here writes, and whatever is personal goes
 * through MembersService to be masked.
 */
import { Inject, Injectable } from '@nestjs/common';
import type { TimelineEntry } from '@tongdian/shared/contract/members.routes';
import { Database } from '../../platform/database/database.js';

export interface MemberFilter {
  /** Null: everybody. */
  search: {
    memberNo: string;
    phoneHash: Buffer | null;
    phoneTail: string | null;
    nameLike: string;
    cardHash: Buffer;
  } | null;
  /** A platform, or "import" for those whom a card of another channel tells of. */
  from: string | null;
}

export interface MemberFigures {
  id: string;
  level: string | null;
  points: number;
  sources: string[];
  orders: number;
  spentFen: number;
}

export interface HappenedRow {
  at: Date;
  kind: TimelineEntry['kind'];
  /** What it is about, raw: a number, a title, a state. The view puts it into words. */
  what: string;
  about: string | null;
  amountFen: number | null;
}

const FOUND = `m.status in ('active', 'blocked')
  and ($1::text is null or m.id in (
    select id from members where member_no = $1
    union select id from members where phone_hash = $2
    union select id from members where phone_tail = $3
    union select id from members where nickname ilike $4
    union select member_id from member_identities where kind = 'card' and value_hash = $5))
  and ($6::text is null or m.created_from = $6
    or exists (select 1 from member_identities i where i.member_id = m.id
               and i.platform = case when $6 = 'import' then 'card' else $6 end))`;

/** Sales of other channels count as orders; money of other currencies is not added to fen. */
const FIGURES = `select m.id,
    (select name from levels where threshold <= m.growth order by rank desc limit 1) as level,
    coalesce((select sum(remaining) from points_lots l where l.member_id = m.id and l.remaining > 0
              and (l.expires_at is null or l.expires_at > $2)), 0)::int as points,
    array(select m.created_from
          union select case when i.platform = 'card' then 'card:' || i.app_id else i.platform end
          from member_identities i where i.member_id = m.id and i.platform <> 'phone' order by 1) as sources,
    ((select count(*) from orders o where o.member_id = m.id and o.paid_at is not null)
      + (select count(*) from sales s where s.member_id = m.id and s.kind = 'sale'))::int as orders,
    (coalesce((select sum(payable_fen) from orders o where o.member_id = m.id and o.paid_at is not null), 0)
      + coalesce((select sum(total_minor) from sales s where s.member_id = m.id and s.currency = 'CNY'), 0))::bigint
      as "spentFen"
  from members m where m.id = any($1)`;

const HAPPENED = `
  select created_at as at, 'joined' as kind, created_from as what, null as about, null::bigint as "amountFen"
    from members where id = $1
  union all
  select first_seen_at, 'identity', platform, value_masked, null from member_identities where member_id = $1
  union all
  select created_at, 'order', order_no, state, payable_fen from orders where member_id = $1
  union all
  select sold_at, 'sale', document_no, channel || ' ' || kind || ' ' || currency || ' ' || total_minor,
         case when currency = 'CNY' then total_minor end from sales where member_id = $1
  union all
  select e.at, 'coupon', t.title, e.kind, e.off_fen
    from coupon_entries e join coupons c on c.id = e.coupon_id join coupon_templates t on t.id = c.template_id
    where e.member_id = $1
  union all
  select at, 'points', reason, delta::text, null from points_entries where member_id = $1
  union all
  select at, 'level', before ->> 'level', after ->> 'level', null
    from audit_entries where subject = 'member' and subject_id = $1 and action = 'level.changed'
  union all
  select r.at, 'visit', s.name, case when r.undone_at is null then 'done' else 'undone' end, r.bill_fen
    from redemptions r join stores s on s.id = r.store_id where r.member_id = $1
  order by at desc limit $2`;

@Injectable()
export class MemberInsightsRepository {
  constructor(@Inject(Database) private readonly db: Database) {}

  /** Newest first. */
  async page(filter: MemberFilter, limit: number, offset: number): Promise<string[]> {
    const rows = await this.db.rows<{ id: string }>(
      `select m.id from members m where ${FOUND} order by m.created_at desc, m.id desc limit $7 offset $8`,
      [...this.values(filter), limit, offset],
    );
    return rows.map((row) => row.id);
  }

  async count(filter: MemberFilter): Promise<number> {
    const row = await this.db.one<{ count: number }>(
      `select count(*)::int as count from members m where ${FOUND}`,
      this.values(filter),
    );
    return row!.count;
  }

  async figures(memberIds: readonly string[], now: Date): Promise<Map<string, MemberFigures>> {
    const rows = await this.db.rows<MemberFigures>(FIGURES, [memberIds, now]);
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** Newest first, of all features. */
  happened(memberId: string, limit: number): Promise<HappenedRow[]> {
    return this.db.rows<HappenedRow>(HAPPENED, [memberId, limit]);
  }

  private values({ search, from }: MemberFilter): unknown[] {
    return [
      search?.memberNo ?? null,
      search?.phoneHash ?? null,
      search?.phoneTail ?? null,
      search?.nameLike ?? null,
      search?.cardHash ?? null,
      from,
    ];
  }
}
