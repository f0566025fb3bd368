/** Deeds as the contract shows them, and as they are sealed. */
import type { AuditEntryView } from '@tongdian/shared/contract/audit.routes';
import type { AuditEntry } from './audit-entry.entity.js';
import { actionName } from './action-names.js';

export function auditEntryView(row: AuditEntry): AuditEntryView {
  return {
    id: String(row.id),
    at: row.at.toISOString(),
    actor: { kind: row.actorKind, id: row.actorId, name: row.actorName },
    action: row.action,
    actionName: actionName(row.action),
    subject: row.subject,
    subjectId: row.subjectId,
    subjectName: row.subjectName,
    before: row.before,
    after: row.after,
    reason: row.reason,
    requestId: row.requestId,
    hash: row.hash?.toString('hex') ?? null,
  };
}

/** Everything but the seal itself, in a fixed order of fields. */
export function sealedContent(row: AuditEntry, sealNo: number): Record<string, unknown> {
  return {
    sealNo,
    id: row.id,
    at: row.at.toISOString(),
    actorKind: row.actorKind,
    actorId: row.actorId,
    actorName: row.actorName,
    action: row.action,
    subject: row.subject,
    subjectId: row.subjectId,
    subjectName: row.subjectName,
    before: row.before,
    after: row.after,
    reason: row.reason,
    requestId: row.requestId,
  };
}
