/** Reads over all features for the panel's first page. Read-only: insights never write. */
import { Inject, Injectable } from '@nestjs/common';
import type { OverviewView } from '@tongdian/shared/contract/insights.routes';
import { Database } from '../platform/database/database.js';

/** Orders that brought money in and were not given back before being paid. */
const PAID = `o.paid_at is not null`;

@Injectable()
export class OverviewRepository {
  constructor(@Inject(Database) private readonly db: Database) {}

  async today(
    from: Date,
    until: Date,
  ): Promise<Omit<OverviewView, 'day' | 'daily' | 'byLevel' | 'byPlatform' | 'coupons' | 'stores'>> {
    const row = await this.db.one<{
      members: number;
      newMembersToday: number;
      paidOrdersToday: number;
      paidFenToday: number;
      redemptionsToday: number;
    }>(
      `select (select count(*)::int from members where status = 'active') as members,
              (select count(*)::int from members where created_at >= $1 and created_at < $2 and status = 'active') as "newMembersToday",
              (select count(*)::int from orders o where ${PAID} and o.paid_at >= $1 and o.paid_at < $2) as "paidOrdersToday",
              (select coalesce(sum(o.payable_fen), 0)::bigint from orders o where ${PAID} and o.paid_at >= $1 and o.paid_at < $2) as "paidFenToday",
              (select count(*)::int from redemptions where at >= $1 and at < $2 and undone_at is null) as "redemptionsToday"`,
      [from, until],
    );
    return row!;
  }

  daily(
    from: Date,
    until: Date,
  ): Promise<{ day: string; platform: 'wechat' | 'alipay' | 'jd'; orders: number; paidFen: number }[]> {
    return this.db.rows(
      `select to_char(o.paid_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day, o.platform,
              count(*)::int as orders, sum(o.payable_fen)::bigint as "paidFen"
       from orders o where o.paid_at >= $1 and o.paid_at < $2 group by 1, 2 order by 1`,
      [from, until],
    );
  }

  byLevel(): Promise<OverviewView['byLevel']> {
    return this.db.rows(
      `select l.name as level, count(m.id)::int as members
       from levels l left join members m on m.status = 'active' and m.growth >= l.threshold
         and not exists (select 1 from levels h where h.threshold > l.threshold and h.threshold <= m.growth)
       group by l.id, l.name, l.rank order by l.rank`,
    );
  }

  byPlatform(): Promise<OverviewView['byPlatform']> {
    return this.db.rows(
      `select p.platform, count(distinct k.member_id)::int as members
       from unnest(array['wechat', 'alipay', 'jd']) as p(platform)
       left join (
         select platform, member_id from member_identities
         union select created_from, id from members where status = 'active') k on k.platform = p.platform
       group by p.platform order by members desc`,
    );
  }

  coupons(): Promise<OverviewView['coupons']> {
    return this.db.rows(
      `select t.title, count(c.id)::int as issued, count(c.id) filter (where c.state = 'used')::int as used,
              coalesce(sum(c.off_fen) filter (where c.state = 'used'), 0)::bigint as "costFen"
       from coupon_templates t left join coupons c on c.template_id = t.id
       where t.state <> 'draft' group by t.id, t.title order by issued desc limit 12`,
    );
  }

  stores(from: Date, until: Date): Promise<OverviewView['stores']> {
    return this.db.rows(
      `select s.name as "storeName", s.city,
              (select count(*)::int from redemptions r where r.store_id = s.id and r.undone_at is null and r.at >= $1 and r.at < $2) as redemptions,
              (select count(*)::int from orders o where o.store_id = s.id and o.completed_at >= $1 and o.completed_at < $2) as pickups,
              (select coalesce(sum(o.payable_fen), 0)::bigint from orders o where o.store_id = s.id and o.paid_at >= $1 and o.paid_at < $2) as "paidFen"
       from stores s where s.open order by s.sort, s.code`,
      [from, until],
    );
  }
}
