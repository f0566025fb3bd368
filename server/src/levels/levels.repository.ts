/** Statements of levels and of the growth ledger. */
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { newId } from '../platform/new-id.js';
import { Level } from './level.entity.js';

@Injectable()
export class LevelsRepository {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  all(): Promise<Level[]> {
    return this.db.manager.find(Level, { order: { rank: 'ASC' } });
  }

  /** False when this cause gave growth to the member before. */
  async note(memberId: string, delta: number, cause: string, reason: string): Promise<boolean> {
    const noted = await this.db.run(
      `insert into growth_entries (id, member_id, delta, cause, reason, at) values ($1, $2, $3, $4, $5, $6)
       on conflict (member_id, cause) do nothing`,
      [newId(), memberId, delta, cause, reason, this.clock.now()],
    );
    return noted === 1;
  }

  /** What is left of the growth of `from`; a second run finds 0. */
  async growthIn(memberId: string): Promise<number> {
    const row = await this.db.one<{ growth: number }>(
      'select coalesce(sum(delta), 0)::int as growth from growth_entries where member_id = $1',
      [memberId],
    );
    return row!.growth;
  }
}
