/** Orders of all platforms for the panel, with the names around them. Read-only. */
import { Inject, Injectable } from '@nestjs/common';
import type { AdminOrdersQuery } from '@tongdian/shared/contract/orders.dto';
import type { Platform } from '@tongdian/shared/kernel/platforms';
import type { OrderState } from '@tongdian/shared/rules/order-states';
import { Database } from '../platform/database/database.js';

export interface AdminOrderRecord {
  id: string;
  orderNo: string;
  state: OrderState;
  platform: Platform;
  memberId: string;
  nickname: string | null;
  memberNo: string;
  firstName: string;
  pieces: number;
  payableFen: number;
  couponTitle: string | null;
  storeName: string | null;
  createdAt: Date;
}

const MATCHES = `($1::text is null or o.state = $1)
  and ($2::text is null or o.order_no ilike $2 || '%' or m.member_no = $2 or m.nickname ilike '%' || $2 || '%')`;

@Injectable()
export class AdminOrdersRepository {
  constructor(@Inject(Database) private readonly db: Database) {}

  private values(query: AdminOrdersQuery): unknown[] {
    return [query.state ?? null, query.search ? query.search.replace(/[\\%_]/g, '\\$&') : null];
  }

  page(query: AdminOrdersQuery, page: number, pageSize: number): Promise<AdminOrderRecord[]> {
    return this.db.rows<AdminOrderRecord>(
      `select o.id, o.order_no as "orderNo", o.state, o.platform, o.member_id as "memberId", m.nickname, m.member_no as "memberNo",
              g.first_name as "firstName", g.pieces, o.payable_fen as "payableFen", o.coupon_title as "couponTitle",
              s.name as "storeName", o.created_at as "createdAt"
       from orders o join members m on m.id = o.member_id left join stores s on s.id = o.store_id
       join lateral (select min(l.name) filter (where l.position = 0) as first_name, sum(l.quantity)::int as pieces
                     from order_lines l where l.order_id = o.id) g on true
       where ${MATCHES} order by o.created_at desc, o.id desc limit $3 offset $4`,
      [...this.values(query), pageSize, (page - 1) * pageSize],
    );
  }

  async total(query: AdminOrdersQuery): Promise<number> {
    const row = await this.db.one<{ total: number }>(
      `select count(*)::int as total from orders o join members m on m.id = o.member_id where ${MATCHES}`,
      this.values(query),
    );
    return row!.total;
  }
}
