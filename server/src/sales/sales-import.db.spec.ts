/** Importing on a real database: sums to the penny, the same again changes nothing, an interrupted run goes on. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '@tongdian/scripts/testing/test-database';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CardMembers } from '../members/card-members.js';
import { MIGRATIONS } from '../migrations/all.js';
import { Clock } from '../platform/clock.js';
import type { Config } from '../platform/config.js';
import { Database } from '../platform/database/database.js';
import { Vault } from '../platform/security/vault.js';
import { ImportError, readMapping } from './mapping.js';
import { SalesImport } from './sales-import.js';
import { SalesRepository } from './sales.repository.js';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const MAP = join(ROOT, 'docs', 'imports', 'online-retail.map.json');
const GROCERIES_MAP = join(ROOT, 'docs', 'imports', 'groceries.map.json');
/** Real exports lie beside the checkout, where they are to be had. */
const DATA = join(process.env['TONGDIAN_REFERENCE'] ?? join(ROOT, '..', 'shared'), 'data');

let database: TestDatabase;
let source: DataSource;
let db: Database;
let imports: SalesImport;
let folder: string;

beforeAll(async () => {
  database = await createTestDatabase(async (url) => {
    const template = await new DataSource({ type: 'postgres', url, migrations: MIGRATIONS }).initialize();
    await template.runMigrations({ transaction: 'each' });
    await template.destroy();
  }, 'tongdian_schema');
  source = await new DataSource({ type: 'postgres', url: database.url }).initialize();
  db = new Database(source);
  const clock = new Clock();
  const vault = new Vault({ dataKey: Buffer.alloc(32, 1), indexKey: Buffer.alloc(32, 2) } as Config);
  imports = new SalesImport(new SalesRepository(db, clock), new CardMembers(db, vault, clock), db);
  folder = mkdtempSync(join(tmpdir(), 'tongdian-sales-'));
});
afterAll(async () => {
  await source.destroy();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

const HEADER = 'InvoiceNo;StockCode;Description;Quantity;InvoiceDate;UnitPrice;CustomerID;Country';

function file(name: string, rows: readonly string[]): string {
  const path = join(folder, name);
  writeFileSync(path, `\ufeff${[HEADER, ...rows].join('\r\n')}\r\n`);
  return path;
}

async function counts(channel: string) {
  return db.one<{ sales: number; lines: number; members: number; total: number }>(
    `select (select count(*)::int from sales where channel = $1) as sales,
            (select count(*)::int from sale_lines l join sales s on s.id = l.sale_id where s.channel = $1) as lines,
            (select count(*)::int from member_identities where app_id = $1) as members,
            (select coalesce(sum(total_minor), 0)::bigint from sales where channel = $1) as total`,
    [channel],
  );
}

const DIRTY = [
  '1;A;LAMP ;2;1/12/2010 08:26;2,55;17850;United Kingdom',
  '1;B;"POPPY; RED";1;1/12/2010 08:26;10;17850;United Kingdom',
  '2;A;LAMP;1;1/12/2010 09:00;2,55;;United Kingdom',
  'C3;A;LAMP;-1;2/12/2010 09:00;2,55;17850;United Kingdom',
  '4;Z;;-9;2/12/2010 09:00;0;;United Kingdom',
  '5;A;LAMP;1;2/12/2010 09:00;2,555;12;United Kingdom',
  '6;A;LAMP;1',
];

describe('a small dirty export', () => {
  const mapping = { ...readMapping(MAP), channel: 'small' };

  test('a dry run reports the same and writes nothing', async () => {
    const { report, outcome } = await imports.run(file('small.csv', DIRTY), mapping, { dryRun: true });
    expect(outcome).toBe('dry-run');
    expect(report).toMatchObject({ lines: 7, accepted: 4, soldMinor: 1_765, cancelledMinor: -255 });
    expect([...report.refused]).toEqual([
      ['negative_outside_cancellation', [5]],
      ['price_not_amount', [6]],
      ['wrong_columns', [7]],
    ]);
    expect(await counts('small')).toMatchObject({ sales: 0, members: 0 });
  });

  test('is imported, and imported again changes nothing', async () => {
    const path = file('small.csv', DIRTY);
    expect((await imports.run(path, mapping, { dryRun: false })).outcome).toBe('fresh');
    const after = await counts('small');
    expect(after).toEqual({ sales: 3, lines: 4, members: 1, total: 1_510 });
    const again = await imports.run(path, mapping, { dryRun: false });
    expect(again.outcome).toBe('unchanged');
    expect(again.report.soldMinor).toBe(1_765);
    expect(await counts('small')).toEqual(after);
    const refused = await db.rows<{ line: number; reason: string }>(
      'select line, reason from import_refusals order by line',
    );
    expect(refused.map((row) => row.line)).toEqual([5, 6, 7]);
  });

  test('a later export with the same rows and more adds only what is new', async () => {
    const path = file('later.csv', [...DIRTY, '7;A;LAMP;1;3/12/2010 09:00;2,55;99;United Kingdom']);
    await imports.run(path, mapping, { dryRun: false });
    expect(await counts('small')).toEqual({ sales: 4, lines: 5, members: 2, total: 1_765 });
  });

  test('a file without a column that the mapping names leaves nothing behind', async () => {
    const path = join(folder, 'other.csv');
    writeFileSync(path, 'a;b\n1;2\n');
    await expect(imports.run(path, mapping, { dryRun: false })).rejects.toThrow(ImportError);
    expect((await db.rows('select 1 from import_runs where file_name = $1', ['other.csv'])).length).toBe(0);
  });

  test('two channels with the same card number are two members', async () => {
    await imports.run(file('twin.csv', DIRTY), { ...mapping, channel: 'twin' }, { dryRun: false });
    const rows = await db.rows<{ member_id: string }>(
      'select distinct member_id from member_identities where value_masked = $1',
      ['*7850'],
    );
    expect(rows).toHaveLength(2);
  });
});

describe('an interrupted import', () => {
  test('goes on where it stopped and ends as if nothing had happened', async () => {
    const mapping = { ...readMapping(MAP), channel: 'broken-off' };
    const rows = Array.from(
      { length: 1_800 },
      (_, index) =>
        `${1_000 + Math.floor(index / 3)};G${index % 50};LAMP;1;1/12/2010 08:26;1,01;${index % 70};United Kingdom`,
    );
    const path = file('long.csv', rows);
    let batches = 0;
    const stopped = imports.run(path, mapping, {
      dryRun: false,
      onProgress: () => {
        if ((batches += 1) === 2) throw new Error('the power went');
      },
    });
    await expect(stopped).rejects.toThrow('the power went');
    expect(await counts('broken-off')).toMatchObject({ lines: 1_000 });
    const { outcome, fromLine } = await imports.run(path, mapping, { dryRun: false });
    expect({ outcome, fromLine }).toEqual({ outcome: 'resumed', fromLine: 1_001 });
    expect(await counts('broken-off')).toEqual({ sales: 600, lines: 1_800, members: 70, total: 181_800 });
  });
});

describe.skipIf(!existsSync(DATA))('real exports', () => {
  test('an online shop: 10,000 rows to the penny', async () => {
    const { report } = await imports.run(join(DATA, 'online_retail_10k.csv.gz'), readMapping(MAP), {
      dryRun: false,
    });
    expect(report).toMatchObject({
      lines: 10_000,
      accepted: 9_957,
      soldMinor: 18_424_833,
      cancelledMinor: -358_058,
    });
    expect([report.sales.size, report.cancellations.size, report.cards.size]).toEqual([426, 43, 323]);
    expect(await counts('online-retail')).toEqual({
      sales: 469,
      lines: 9_957,
      members: 323,
      total: 18_066_775,
    });
  });

  test('a grocer: 38,765 rows of 3,898 members', async () => {
    const path = join(DATA, 'groceries_members.csv.gz');
    const { report } = await imports.run(path, readMapping(GROCERIES_MAP), { dryRun: false });
    expect(report.refused.size).toBe(0);
    expect(await counts('groceries')).toEqual({
      sales: 14_963,
      lines: 38_765,
      members: 3_898,
      total: 29_277_062,
    });
    expect((await imports.run(path, readMapping(GROCERIES_MAP), { dryRun: false })).outcome).toBe(
      'unchanged',
    );
  });
});
