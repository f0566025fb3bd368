/** Imported sales and import runs, for the panel. */
import { Inject, Injectable } from '@nestjs/common';
import type { PageQuery } from '@tongdian/shared/contract/paging.dto';
import type { Page } from '@tongdian/shared/contract/route';
import type { SalesQuery } from '@tongdian/shared/contract/sales.dto';
import type { ImportRefusalRow, ImportRunView, SaleRow } from '@tongdian/shared/contract/sales.routes';
import { REFUSALS, type RefusalReason } from './read-row.js';
import { SalesReadingRepository } from './sales-reading.repository.js';

@Injectable()
export class SalesService {
  constructor(@Inject(SalesReadingRepository) private readonly sales: SalesReadingRepository) {}

  async list(query: SalesQuery): Promise<Page<SaleRow>> {
    const page = query.page ?? 1;
    const pageSize = query.pageSize ?? 20;
    const [records, total] = await Promise.all([
      this.sales.page(query, page, pageSize),
      this.sales.total(query),
    ]);
    return {
      items: records.map((record) => ({ ...record, soldAt: record.soldAt.toISOString() })),
      total,
      page,
      pageSize,
    };
  }

  async runs(): Promise<ImportRunView[]> {
    return (await this.sales.runs()).map((run) => ({
      ...run,
      startedAt: run.startedAt.toISOString(),
      finishedAt: run.finishedAt?.toISOString() ?? null,
    }));
  }

  async refusals(runId: string, query: PageQuery): Promise<Page<ImportRefusalRow>> {
    const page = query.page ?? 1;
    const pageSize = query.pageSize ?? 50;
    const [rows, total] = await Promise.all([
      this.sales.refusals(runId, page, pageSize),
      this.sales.refusalCount(runId),
    ]);
    const items = rows.map((row) => ({
      ...row,
      reasonText: REFUSALS[row.reason as RefusalReason] ?? row.reason,
    }));
    return { items, total, page, pageSize };
  }
}
