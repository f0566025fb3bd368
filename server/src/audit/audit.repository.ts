/** Every statement about recorded deeds and their seals. */
import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import type { AuditEntry } from './audit-entry.entity.js';

export interface AuditFilter {
  subject: string | null;
  subjectId: string | null;
  action: string | null;
}

const ENTRY = `select id, at, actor_kind as "actorKind", actor_id as "actorId", actor_name as "actorName", action,
  subject, subject_id as "subjectId", subject_name as "subjectName", before, after, reason,
  request_id as "requestId", seal_no as "sealNo", hash from audit_entries`;

const FILTER = `($1::text is null or subject = $1) and ($2::uuid is null or subject_id = $2)
  and ($3::text is null or action = $3)`;

/** Only one server seals at a time. */
const SEAL_LOCK = 731_554_202;

@Injectable()
export class AuditRepository {
  constructor(@Inject(Database) private readonly db: Database) {}

  page(filter: AuditFilter, limit: number, offset: number): Promise<AuditEntry[]> {
    return this.db.rows<AuditEntry>(`${ENTRY} where ${FILTER} order by id desc limit $4 offset $5`, [
      filter.subject,
      filter.subjectId,
      filter.action,
      limit,
      offset,
    ]);
  }

  async count(filter: AuditFilter): Promise<number> {
    const row = await this.db.one<{ count: number }>(
      `select count(*) as count from audit_entries where ${FILTER}`,
      [filter.subject, filter.subjectId, filter.action],
    );
    return row!.count;
  }

  /** False when another server is at it. Held to the end of the transaction. */
  async takeSeal(wait: boolean): Promise<boolean> {
    if (wait) {
      await this.db.rows('select pg_advisory_xact_lock($1)', [SEAL_LOCK]);
      return true;
    }
    const row = await this.db.one<{ taken: boolean }>('select pg_try_advisory_xact_lock($1) as taken', [
      SEAL_LOCK,
    ]);
    return row!.taken;
  }

  lastSealed(): Promise<AuditEntry | null> {
    return this.db.one<AuditEntry>(`${ENTRY} where seal_no is not null order by seal_no desc limit 1`);
  }

  unsealed(limit: number): Promise<AuditEntry[]> {
    return this.db.rows<AuditEntry>(`${ENTRY} where hash is null order by id limit $1`, [limit]);
  }

  async seal(seals: readonly { id: number; sealNo: number; hash: Buffer }[]): Promise<void> {
    const sealed = await this.db.run(
      `update audit_entries e set seal_no = s.seal_no, hash = s.hash
       from unnest($1::bigint[], $2::bigint[], $3::bytea[]) as s (id, seal_no, hash)
       where e.id = s.id and e.hash is null`,
      [seals.map(({ id }) => id), seals.map(({ sealNo }) => sealNo), seals.map(({ hash }) => hash)],
    );
    if (sealed !== seals.length) throw new Error('an entry was sealed by somebody else');
  }

  sealedAfter(sealNo: number, limit: number): Promise<AuditEntry[]> {
    return this.db.rows<AuditEntry>(`${ENTRY} where seal_no > $1 order by seal_no limit $2`, [sealNo, limit]);
  }
}
