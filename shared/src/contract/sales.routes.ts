/** Past sales that other systems made: a till, an old shop, a marketplace. */
import type { PageQuery } from './paging.dto.js';
import type { SalesQuery } from './sales.dto.js';
import { may, route, type Page } from './route.js';

export interface SaleRow {
  id: string;
  channel: string;
  documentNo: string;
  kind: 'sale' | 'cancellation';
  /** Three letters; amounts are in hundredths of it. */
  currency: string;
  soldAt: string;
  memberId: string | null;
  cardNo: string | null;
  lines: { code: string; name: string; quantity: number; unitMinor: number; amountMinor: number }[];
  totalMinor: number;
}

export interface ImportRunView {
  id: string;
  channel: string;
  fileName: string;
  state: 'running' | 'done' | 'interrupted';
  startedAt: string;
  finishedAt: string | null;
  lines: number;
  accepted: number;
  refused: number;
  sales: number;
  cancellations: number;
  members: number;
  products: number;
  currency: string;
  soldMinor: number;
  cancelledMinor: number;
}

export interface ImportRefusalRow {
  line: number;
  reason: string;
  reasonText: string;
  raw: string;
}

export const adminListSales = route<{ query: SalesQuery; result: Page<SaleRow> }>({
  method: 'GET',
  path: '/api/admin/sales',
  access: may('imports.read'),
  summary: 'Imported sales of other channels, newest first',
});

export const adminListImports = route<{ result: ImportRunView[] }>({
  method: 'GET',
  path: '/api/admin/imports',
  access: may('imports.read'),
  summary: 'Import runs with counts and sums',
});

export const adminListRefusals = route<{
  params: { id: string };
  query: PageQuery;
  result: Page<ImportRefusalRow>;
}>({
  method: 'GET',
  path: '/api/admin/imports/:id/refusals',
  access: may('imports.read'),
  summary: 'Every row an import refused, with its reason',
});
