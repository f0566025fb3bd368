import type { AuditQuery } from './audit.dto.js';
import { may, route, type Page } from './route.js';

export interface AuditEntryView {
  id: string;
  at: string;
  actor: { kind: 'member' | 'staff' | 'system' | 'platform'; id: string | null; name: string };
  /** "coupon_template.published" */
  action: string;
  /** In Chinese. */
  actionName: string;
  subject: string;
  subjectId: string | null;
  subjectName: string | null;
  before: unknown;
  after: unknown;
  reason: string | null;
  requestId: string | null;
  /** Hash over this entry and the one before; null until sealed. */
  hash: string | null;
}

export const adminListAudit = route<{ query: AuditQuery; result: Page<AuditEntryView> }>({
  method: 'GET',
  path: '/api/admin/audit',
  access: may('audit.read'),
  summary: 'Who did what, newest first',
});

export const adminVerifyAudit = route<{ result: { entries: number; sealed: number; broken: string | null } }>(
  {
    method: 'GET',
    path: '/api/admin/audit/verify',
    access: may('audit.read'),
    summary: 'Recomputes the chain of hashes; names the first entry that does not fit',
  },
);
