/** Stock by SKU and place: never below zero, never reserved beyond what is there, each move in the ledger. */
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { newId } from '../platform/new-id.js';
import type { StockRow } from './sku-fact.js';

export interface StockMove {
  skuId: string;
  quantity: number;
}

export type StockMoveKind = 'receive' | 'reserve' | 'release' | 'deduct' | 'return';

/** What each kind does to (on hand, reserved), a piece. */
const EFFECT: Record<StockMoveKind, readonly [number, number]> = {
  receive: [1, 0],
  reserve: [0, 1],
  release: [0, -1],
  deduct: [-1, -1],
  return: [1, 0],
};

@Injectable()
export class StockRepository {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async warehouse(): Promise<string> {
    const row = await this.db.one<{ id: string }>(`select id from stock_places where kind = 'warehouse'`);
    if (!row) throw new Error('there is no warehouse');
    return row.id;
  }

  async placeOfStore(storeId: string): Promise<string | null> {
    const row = await this.db.one<{ id: string }>('select id from stock_places where store_id = $1', [
      storeId,
    ]);
    return row?.id ?? null;
  }

  ofSkus(skuIds: readonly string[]): Promise<StockRow[]> {
    return this.db.rows<StockRow>(
      `select k.sku_id as "skuId", k.place_id as "placeId", p.store_id as "storeId", p.name as "placeName",
              k.on_hand - k.reserved as available
       from stock k join stock_places p on p.id = k.place_id left join stores s on s.id = p.store_id
       where k.sku_id = any($1::uuid[]) order by s.sort nulls first`,
      [skuIds],
    );
  }

  async availableAt(placeId: string, skuIds: readonly string[]): Promise<Map<string, number>> {
    const rows = await this.db.rows<{ skuId: string; available: number }>(
      `select sku_id as "skuId", on_hand - reserved as available from stock where place_id = $1 and sku_id = any($2::uuid[])`,
      [placeId, skuIds],
    );
    return new Map(rows.map((row) => [row.skuId, row.available]));
  }

  /** The same, holding the rows until the transaction ends; always in one order, so that two orders cannot block each other. */
  async holdAt(placeId: string, skuIds: readonly string[]): Promise<Map<string, number>> {
    const rows = await this.db.rows<{ skuId: string; available: number }>(
      `select sku_id as "skuId", on_hand - reserved as available from stock
       where place_id = $1 and sku_id = any($2::uuid[]) order by sku_id for update`,
      [placeId, skuIds],
    );
    return new Map(rows.map((row) => [row.skuId, row.available]));
  }

  /** Moves stock and writes the ledger; throws when a row is missing or a limit would break. */
  async move(
    kind: StockMoveKind,
    placeId: string,
    moves: readonly StockMove[],
    cause: string,
  ): Promise<void> {
    const [onHand, reserved] = EFFECT[kind];
    const skuIds = moves.map((move) => move.skuId);
    const quantities = moves.map((move) => move.quantity);
    const moved = await this.db.run(
      `with entry as (
         insert into stock_entries (id, sku_id, place_id, kind, on_hand_delta, reserved_delta, cause, at)
         select id, sku_id, $2, $3, quantity * $4::int, quantity * $5::int, $6, $7
         from unnest($8::uuid[], $1::uuid[], $9::int[]) as w(id, sku_id, quantity)
         returning sku_id, on_hand_delta, reserved_delta)
       update stock k set on_hand = k.on_hand + e.on_hand_delta, reserved = k.reserved + e.reserved_delta
       from entry e where k.place_id = $2 and k.sku_id = e.sku_id`,
      [
        skuIds,
        placeId,
        kind,
        onHand,
        reserved,
        cause,
        this.clock.now(),
        skuIds.map(() => newId()),
        quantities,
      ],
    );
    if (moved !== moves.length)
      throw new Error(`stock ${kind} for ${cause}: ${moved} of ${moves.length} rows`);
  }
}
