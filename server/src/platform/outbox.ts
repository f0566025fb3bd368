/**
 * The way up: a lower feature tells what happened, in the same transaction as the writes; features above
 * listen. Delivered at least once, each listener on its own: listeners carry the event's cause into a ledger
 * or a unique key.
 */
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from './clock.js';
import { Database } from './database/database.js';
import type { DomainEvents, EventName } from './events.js';
import { Jobs } from './jobs/jobs.js';
import { newId } from './new-id.js';

@Injectable()
export class Outbox {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Jobs) private readonly jobs: Jobs,
  ) {}

  /** Tells an event once for its cause; must be called inside the transaction that made it true. */
  async tell<Name extends EventName>(name: Name, cause: string, payload: DomainEvents[Name]): Promise<void> {
    if (!this.db.inTransaction) throw new Error(`${name} told outside a transaction`);
    const id = newId();
    const at = this.clock.now();
    const told = await this.db.run(
      'insert into outbox_events (id, name, cause, payload, told_at) values ($1, $2, $3, $4, $5) on conflict (name, cause) do nothing',
      [id, name, cause, JSON.stringify(payload), at],
    );
    if (told === 0) return;
    const event = { id, name, cause, at: at.toISOString(), payload };
    for (const listener of this.jobs.listenersOf(name)) await this.jobs.add(`event:${listener}`, event);
  }
}
