/** Runs the invariants in one snapshot: a payment in the middle of being booked is not a fault. */
import { Inject, Injectable } from '@nestjs/common';
import type { InvariantView } from '@tongdian/shared/contract/insights.routes';
import { Database } from '../platform/database/database.js';
import { INVARIANTS } from './invariants.js';

const MOST_SHOWN = 20;

@Injectable()
export class InvariantsService {
  constructor(@Inject(Database) private readonly db: Database) {}

  check(): Promise<InvariantView[]> {
    return this.db.tx(async () => {
      await this.db.run('set transaction isolation level repeatable read read only');
      const views: InvariantView[] = [];
      for (const { name, says, checked, broken } of INVARIANTS) {
        const count = await this.db.one<{ checked: number }>(checked);
        const rows = await this.db.rows<{ id: string; detail: string }>(`${broken} limit ${MOST_SHOWN}`);
        views.push({ name, says, ok: rows.length === 0, checked: count!.checked, broken: rows });
      }
      return views;
    });
  }
}
