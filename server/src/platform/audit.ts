/**
 * The record of who did what: written in the transaction of the deed, never changed. A job seals the entries
 * in order into a chain of hashes, so that a later change of any of them shows.
 */
import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from './clock.js';
import { currentContext, type Actor } from './context.js';
import { Database } from './database/database.js';

export interface Deed {
  /** "<subject>.<past tense>": "coupon_template.published". */
  action: string;
  subject: string;
  subjectId?: string | null;
  subjectName?: string | null;
  before?: unknown;
  after?: unknown;
  reason?: string | null;
}

function actorColumns(actor: Actor): [string, string | null, string] {
  if (actor.kind === 'member') return ['member', actor.memberId, '会员'];
  if (actor.kind === 'staff') return ['staff', actor.staffId, actor.name];
  return [actor.kind, null, actor.name];
}

@Injectable()
export class Audit {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** `before` and `after` must hold no secret and no unmasked personal data. */
  async record(deed: Deed): Promise<void> {
    const { actor, requestId } = currentContext();
    const [kind, id, name] = actorColumns(actor);
    await this.db.run(
      `insert into audit_entries (at, actor_kind, actor_id, actor_name, action, subject, subject_id, subject_name, before, after, reason, request_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        this.clock.now(),
        kind,
        id,
        name,
        deed.action,
        deed.subject,
        deed.subjectId ?? null,
        deed.subjectName ?? null,
        deed.before === undefined ? null : JSON.stringify(deed.before),
        deed.after === undefined ? null : JSON.stringify(deed.after),
        deed.reason ?? null,
        requestId,
      ],
    );
  }
}

/** What an entry's hash is taken over: the hash before it and its own content, in a fixed form. */
export function sealOf(previous: Buffer | null, entry: Record<string, unknown>): Buffer {
  return createHash('sha256')
    .update(previous ?? Buffer.alloc(32))
    .update(JSON.stringify(entry))
    .digest();
}
