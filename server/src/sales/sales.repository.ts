/** Statements of imported sales. A row imported twice is one row: every key comes from the source. */
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { newId } from '../platform/new-id.js';
import type { ImportMapping } from './mapping.js';
import type { SaleLineRead } from './read-row.js';

export interface ImportRun {
  id: string;
  state: 'running' | 'done' | 'interrupted';
  nextLine: number;
}

export interface PlacedLine extends SaleLineRead {
  /** The how-manieth line of its document in the file. */
  position: number;
}

export interface RefusedRow {
  line: number;
  reason: string;
  raw: string;
}

@Injectable()
export class SalesRepository {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** The run of this very file under this very mapping: begun now, or taken up where it stopped. */
  async beginRun(
    mapping: ImportMapping,
    fileName: string,
    fileHash: Buffer,
    mappingHash: Buffer,
  ): Promise<ImportRun> {
    await this.db.run(
      `insert into import_runs (id, channel, file_name, file_hash, mapping, mapping_hash, state, started_at)
       values ($1, $2, $3, $4, $5, $6, 'running', $7) on conflict (channel, file_hash, mapping_hash) do nothing`,
      [newId(), mapping.channel, fileName, fileHash, JSON.stringify(mapping), mappingHash, this.clock.now()],
    );
    const run = await this.db.one<ImportRun>(
      `select id, state, next_line as "nextLine" from import_runs where channel = $1 and file_hash = $2 and mapping_hash = $3`,
      [mapping.channel, fileHash, mappingHash],
    );
    return run!;
  }

  async advance(runId: string, nextLine: number, accepted: number, refused: number): Promise<void> {
    const moved = await this.db.run(
      `update import_runs set next_line = $2::int, lines = lines + $3::int, accepted = accepted + $4::int, refused = refused + $5::int, state = 'running'
       where id = $1 and next_line = $2::int - $3::int`,
      [runId, nextLine, accepted + refused, accepted, refused],
    );
    if (moved !== 1) throw new Error('another import of this file is running');
  }

  async finish(runId: string, state: 'done' | 'interrupted'): Promise<void> {
    await this.db.run(`update import_runs set state = $2, finished_at = $3 where id = $1`, [
      runId,
      state,
      state === 'done' ? this.clock.now() : null,
    ]);
  }

  async refuse(runId: string, rows: readonly RefusedRow[]): Promise<void> {
    await this.db.run(
      `insert into import_refusals (run_id, line, reason, raw) select $1, * from unnest($2::int[], $3::text[], $4::text[])
       on conflict do nothing`,
      [
        runId,
        rows.map((row) => row.line),
        rows.map((row) => row.reason),
        rows.map((row) => row.raw.slice(0, 1_000)),
      ],
    );
  }

  async goodsIds(channel: string, goods: ReadonlyMap<string, string>): Promise<Map<string, string>> {
    const codes = [...goods.keys()];
    await this.db.run(
      `insert into sale_goods (id, channel, code, name) select id, $1, code, name
       from unnest($2::uuid[], $3::text[], $4::text[]) as g(id, code, name) on conflict (channel, code) do nothing`,
      [channel, codes.map(() => newId()), codes, codes.map((code) => goods.get(code)!)],
    );
    const rows = await this.db.rows<{ id: string; code: string }>(
      `select id, code from sale_goods where channel = $1 and code = any($2::text[])`,
      [channel, codes],
    );
    return new Map(rows.map((row) => [row.code, row.id]));
  }

  /** One document's head, from its first accepted line. Sums are set by `settleTotals`. */
  async saleIds(
    mapping: ImportMapping,
    runId: string,
    heads: readonly PlacedLine[],
    memberIds: ReadonlyMap<string, string>,
  ): Promise<Map<string, string>> {
    await this.db.run(
      `insert into sales (id, channel, document_no, kind, currency, sold_at, member_id, card_no, total_minor, run_id)
       select id, $1, document_no, kind, $2, sold_at, member_id, card_no, 0, $3
       from unnest($4::uuid[], $5::text[], $6::text[], $7::timestamptz[], $8::uuid[], $9::text[])
         as s(id, document_no, kind, sold_at, member_id, card_no)
       on conflict (channel, document_no) do nothing`,
      [
        mapping.channel,
        mapping.currency,
        runId,
        heads.map(() => newId()),
        heads.map((head) => head.documentNo),
        heads.map((head) => head.kind),
        heads.map((head) => head.soldAt),
        heads.map((head) => (head.cardNo ? (memberIds.get(head.cardNo) ?? null) : null)),
        heads.map((head) => head.cardNo),
      ],
    );
    const rows = await this.db.rows<{ id: string; documentNo: string }>(
      `select id, document_no as "documentNo" from sales where channel = $1 and document_no = any($2::text[])`,
      [mapping.channel, heads.map((head) => head.documentNo)],
    );
    return new Map(rows.map((row) => [row.documentNo, row.id]));
  }

  async addLines(
    lines: readonly PlacedLine[],
    saleIds: ReadonlyMap<string, string>,
    goodsIds: ReadonlyMap<string, string>,
  ): Promise<void> {
    await this.db.run(
      `insert into sale_lines (sale_id, position, goods_id, name, quantity, unit_minor, amount_minor)
       select * from unnest($1::uuid[], $2::int[], $3::uuid[], $4::text[], $5::int[], $6::bigint[], $7::bigint[])
       on conflict (sale_id, position) do nothing`,
      [
        lines.map((line) => saleIds.get(line.documentNo)!),
        lines.map((line) => line.position),
        lines.map((line) => goodsIds.get(line.goodsCode)!),
        lines.map((line) => line.goodsName),
        lines.map((line) => line.quantity),
        lines.map((line) => line.unitMinor),
        lines.map((line) => line.amountMinor),
      ],
    );
  }

  async settleTotals(saleIds: readonly string[]): Promise<void> {
    await this.db.run(
      `update sales s set total_minor = l.total from (
         select sale_id, sum(amount_minor)::bigint as total from sale_lines where sale_id = any($1::uuid[]) group by sale_id) l
       where s.id = l.sale_id and s.total_minor <> l.total`,
      [saleIds],
    );
  }
}
