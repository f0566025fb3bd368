/**
 * Imports a file of past sales in batches, each one transaction that also notes how far it came: killed at
 * any moment, the next run goes on from there; run again, it changes nothing.
 */
import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { CardMembers } from '../members/card-members.js';
import { Database } from '../platform/database/database.js';
import { ImportReport } from './import-report.js';
import type { ImportMapping } from './mapping.js';
import { hashFile, readFile, type FileRow } from './read-file.js';
import { SalesRepository, type ImportRun, type PlacedLine, type RefusedRow } from './sales.repository.js';

const BATCH = 500;

export interface ImportOutcome {
  report: ImportReport;
  /** fresh: all rows were new to this run. resumed: it went on from a line. unchanged: it was complete before. */
  outcome: 'dry-run' | 'fresh' | 'resumed' | 'unchanged';
  fromLine: number;
}

interface Batch {
  lines: PlacedLine[];
  refused: RefusedRow[];
  size: number;
}

@Injectable()
export class SalesImport {
  constructor(
    @Inject(SalesRepository) private readonly sales: SalesRepository,
    @Inject(CardMembers) private readonly cards: CardMembers,
    @Inject(Database) private readonly db: Database,
  ) {}

  /** Throws ImportError for a file or mapping that cannot be used; rows that cannot are in the report. */
  async run(
    path: string,
    mapping: ImportMapping,
    options: { dryRun: boolean; onProgress?: (lines: number) => void },
  ): Promise<ImportOutcome> {
    const report = new ImportReport();
    if (options.dryRun) {
      for await (const row of readFile(path, mapping)) report.count(row);
      return { report, outcome: 'dry-run', fromLine: 1 };
    }
    const mappingHash = createHash('sha256').update(JSON.stringify(mapping)).digest();
    const fileHash = await hashFile(path);
    // A file that cannot be read must not leave a run behind: look at its header first.
    for await (const _first of readFile(path, mapping)) break;
    const run = await this.sales.beginRun(mapping, basename(path), fileHash, mappingHash);
    try {
      await this.consume(path, mapping, run, report, options.onProgress);
    } catch (error) {
      await this.sales.finish(run.id, 'interrupted').catch(() => undefined);
      throw error;
    }
    const outcome = run.state === 'done' ? 'unchanged' : run.nextLine > 1 ? 'resumed' : 'fresh';
    return { report, outcome, fromLine: run.nextLine };
  }

  /** Reads the whole file for the report; writes from the line where the run stands. */
  private async consume(
    path: string,
    mapping: ImportMapping,
    run: ImportRun,
    report: ImportReport,
    onProgress: ((lines: number) => void) | undefined,
  ): Promise<void> {
    const positions = new Map<string, number>();
    let batch: Batch = { lines: [], refused: [], size: 0 };
    let nextLine = run.nextLine;
    const flush = async (): Promise<void> => {
      if (batch.size === 0) return;
      const full = batch;
      nextLine += full.size;
      await this.write(mapping, run.id, full, nextLine);
      batch = { lines: [], refused: [], size: 0 };
      onProgress?.(report.lines);
    };
    for await (const row of readFile(path, mapping)) {
      report.count(row);
      const placed = this.place(row, positions);
      if (row.line < run.nextLine) continue;
      batch.size += 1;
      if (placed) batch.lines.push(placed);
      else if (!row.read.ok) batch.refused.push({ line: row.line, reason: row.read.reason, raw: row.raw });
      if (batch.size === BATCH) await flush();
    }
    await flush();
    if (run.state !== 'done') await this.sales.finish(run.id, 'done');
  }

  private place(row: FileRow, positions: Map<string, number>): PlacedLine | null {
    if (!row.read.ok) return null;
    const { line } = row.read;
    const position = (positions.get(line.documentNo) ?? 0) + 1;
    positions.set(line.documentNo, position);
    return { ...line, position };
  }

  private async write(mapping: ImportMapping, runId: string, batch: Batch, nextLine: number): Promise<void> {
    await this.db.tx(async () => {
      await this.sales.advance(runId, nextLine, batch.lines.length, batch.refused.length);
      if (batch.refused.length > 0) await this.sales.refuse(runId, batch.refused);
      if (batch.lines.length === 0) return;
      const heads = firstOfEach(batch.lines, (line) => line.documentNo);
      const cards = firstOfEach(
        heads.filter((head) => head.cardNo),
        (head) => head.cardNo!,
      );
      const { ids } = await this.cards.ensure(
        mapping.channel,
        cards.map((head) => ({ cardNo: head.cardNo!, seenAt: head.soldAt })),
      );
      const goods = new Map(batch.lines.map((line) => [line.goodsCode, line.goodsName]));
      const goodsIds = await this.sales.goodsIds(mapping.channel, goods);
      const saleIds = await this.sales.saleIds(mapping, runId, heads, ids);
      await this.sales.addLines(batch.lines, saleIds, goodsIds);
      await this.sales.settleTotals([...saleIds.values()]);
    });
  }
}

function firstOfEach<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
  const first = new Map<string, T>();
  for (const item of items) if (!first.has(keyOf(item))) first.set(keyOf(item), item);
  return [...first.values()];
}
