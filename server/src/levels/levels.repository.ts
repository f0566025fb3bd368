/** Every statement about levels and growth. */
import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';

export interface LevelRow {
  id: string;
  rank: number;
  name: string;
  threshold: number;
  memberPriceBp: number;
  pointsMultiplierBp: number;
}

export interface GrowthRow {
  id: string;
  memberId: string;
  delta: number;
  cause: string;
  reason: string;
  at: Date;
}

@Injectable()
export class LevelsRepository {
  constructor(@Inject(Database) private readonly db: Database) {}

  all(): Promise<LevelRow[]> {
    return this.db.rows<LevelRow>(
      `select id, rank, name, threshold, member_price_bp as "memberPriceBp",
              points_multiplier_bp as "pointsMultiplierBp" from levels order by rank`,
    );
  }

  /** False when the rank is taken. */
  async insert(level: LevelRow): Promise<boolean> {
    const { id, rank, name, threshold, memberPriceBp, pointsMultiplierBp } = level;
    const made = await this.db.run(
      `insert into levels (id, rank, name, threshold, member_price_bp, points_multiplier_bp)
       values ($1, $2, $3, $4, $5, $6) on conflict (rank) do nothing`,
      [id, rank, name, threshold, memberPriceBp, pointsMultiplierBp],
    );
    return made === 1;
  }

  /** False when this cause was booked for the member before. */
  async book(entry: GrowthRow): Promise<boolean> {
    const booked = await this.db.run(
      `insert into growth_entries (id, member_id, delta, cause, reason, at)
       values ($1, $2, $3, $4, $5, $6) on conflict (member_id, cause) do nothing`,
      [entry.id, entry.memberId, entry.delta, entry.cause, entry.reason, entry.at],
    );
    return booked === 1;
  }

  async sumOf(memberId: string): Promise<number> {
    const row = await this.db.one<{ sum: number }>(
      'select coalesce(sum(delta), 0)::int as sum from growth_entries where member_id = $1',
      [memberId],
    );
    return row!.sum;
  }

  /** How often growth was already carried from one member to the other. */
  async timesCarried(memberId: string, causePrefix: string): Promise<number> {
    const row = await this.db.one<{ count: number }>(
      'select count(*)::int as count from growth_entries where member_id = $1 and starts_with(cause, $2)',
      [memberId, causePrefix],
    );
    return row!.count;
  }
}
