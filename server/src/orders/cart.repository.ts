/** The cart: one row a member and SKU. */
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';

export interface CartRow {
  skuId: string;
  quantity: number;
  selected: boolean;
}

@Injectable()
export class CartRepository {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  lines(memberId: string): Promise<CartRow[]> {
    return this.db.rows<CartRow>(
      `select sku_id as "skuId", quantity, selected from cart_lines where member_id = $1 order by added_at desc, sku_id`,
      [memberId],
    );
  }

  async count(memberId: string): Promise<number> {
    const row = await this.db.one<{ lines: number }>(
      'select count(*)::int as lines from cart_lines where member_id = $1',
      [memberId],
    );
    return row!.lines;
  }

  /** Adds to what is there; more than the most a line may have stays at the most. */
  async add(memberId: string, skuId: string, quantity: number, most: number): Promise<void> {
    await this.db.run(
      `insert into cart_lines (member_id, sku_id, quantity, added_at) values ($1, $2, $3, $5)
       on conflict (member_id, sku_id) do update
       set quantity = least(cart_lines.quantity + excluded.quantity, $4), selected = true`,
      [memberId, skuId, quantity, most, this.clock.now()],
    );
  }

  async set(memberId: string, skuId: string, quantity: number, selected: boolean | null): Promise<boolean> {
    const changed = await this.db.run(
      `update cart_lines set quantity = $3, selected = coalesce($4, selected) where member_id = $1 and sku_id = $2`,
      [memberId, skuId, quantity, selected],
    );
    return changed === 1;
  }

  async remove(memberId: string, skuIds: readonly string[]): Promise<void> {
    await this.db.run('delete from cart_lines where member_id = $1 and sku_id = any($2::uuid[])', [
      memberId,
      skuIds,
    ]);
  }

  /** When two members turn out to be one: the lines of the second join the first. */
  async join(fromMemberId: string, toMemberId: string, most: number): Promise<void> {
    await this.db.run(
      `insert into cart_lines (member_id, sku_id, quantity, selected, added_at)
       select $2, sku_id, quantity, selected, added_at from cart_lines where member_id = $1
       on conflict (member_id, sku_id) do update set quantity = least(cart_lines.quantity + excluded.quantity, $3)`,
      [fromMemberId, toMemberId, most],
    );
    await this.db.run('delete from cart_lines where member_id = $1', [fromMemberId]);
  }
}
