/** Reads of imported sales for the panel. */
import { Inject, Injectable } from '@nestjs/common';
import type { ImportRunView, SaleRow } from '@tongdian/shared/contract/sales.routes';
import type { SalesQuery } from '@tongdian/shared/contract/sales.dto';
import { Database } from '../platform/database/database.js';

export interface SaleRecord extends Omit<SaleRow, 'soldAt'> {
  soldAt: Date;
}

export interface ImportRunRecord extends Omit<ImportRunView, 'startedAt' | 'finishedAt'> {
  startedAt: Date;
  finishedAt: Date | null;
}

const MATCHES = `($1::text is null or s.channel = $1)
  and ($2::text is null or s.document_no ilike $2 || '%' or s.card_no = $2
    or exists (select 1 from sale_lines l where l.sale_id = s.id and l.name ilike '%' || $2 || '%'))`;

@Injectable()
export class SalesReadingRepository {
  constructor(@Inject(Database) private readonly db: Database) {}

  private values(query: SalesQuery): unknown[] {
    return [query.channel || null, query.search ? query.search.replace(/[\\%_]/g, '\\$&') : null];
  }

  page(query: SalesQuery, page: number, pageSize: number): Promise<SaleRecord[]> {
    return this.db.rows<SaleRecord>(
      `select s.id, s.channel, s.document_no as "documentNo", s.kind, s.currency, s.sold_at as "soldAt",
              s.member_id as "memberId", s.card_no as "cardNo", s.total_minor as "totalMinor",
              (select coalesce(json_agg(json_build_object('code', g.code, 'name', l.name, 'quantity', l.quantity,
                 'unitMinor', l.unit_minor, 'amountMinor', l.amount_minor) order by l.position), '[]')
               from sale_lines l join sale_goods g on g.id = l.goods_id where l.sale_id = s.id) as lines
       from sales s where ${MATCHES} order by s.sold_at desc, s.id desc limit $3 offset $4`,
      [...this.values(query), pageSize, (page - 1) * pageSize],
    );
  }

  async total(query: SalesQuery): Promise<number> {
    const row = await this.db.one<{ total: number }>(
      `select count(*)::int as total from sales s where ${MATCHES}`,
      this.values(query),
    );
    return row!.total;
  }

  runs(): Promise<ImportRunRecord[]> {
    return this.db.rows<ImportRunRecord>(
      `select r.id, r.channel, r.file_name as "fileName", r.state, r.started_at as "startedAt", r.finished_at as "finishedAt",
              r.lines, r.accepted, r.refused, coalesce(r.mapping ->> 'currency', '') as currency,
              coalesce(s.sales, 0)::int as sales, coalesce(s.cancellations, 0)::int as cancellations,
              coalesce(s.members, 0)::int as members, coalesce(s.sold, 0)::bigint as "soldMinor",
              coalesce(s.cancelled, 0)::bigint as "cancelledMinor",
              (select count(distinct l.goods_id)::int from sale_lines l join sales d on d.id = l.sale_id where d.run_id = r.id) as products
       from import_runs r left join (
         select run_id, count(*) filter (where kind = 'sale') as sales, count(*) filter (where kind = 'cancellation') as cancellations,
                count(distinct card_no) as members, sum(total_minor) filter (where kind = 'sale') as sold,
                sum(total_minor) filter (where kind = 'cancellation') as cancelled
         from sales group by run_id) s on s.run_id = r.id
       order by r.started_at desc limit 100`,
    );
  }

  refusals(
    runId: string,
    page: number,
    pageSize: number,
  ): Promise<{ line: number; reason: string; raw: string }[]> {
    return this.db.rows(
      'select line, reason, raw from import_refusals where run_id = $1 order by line limit $2 offset $3',
      [runId, pageSize, (page - 1) * pageSize],
    );
  }

  async refusalCount(runId: string): Promise<number> {
    const row = await this.db.one<{ total: number }>(
      'select count(*)::int as total from import_refusals where run_id = $1',
      [runId],
    );
    return row!.total;
  }
}
