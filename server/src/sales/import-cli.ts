/** `pnpm import:sales FILE --map MAPPING.json [--dry-run]`: past sales of another system, as it exported them. */
import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { CardMembers } from '../members/card-members.js';
import { Clock } from '../platform/clock.js';
import type { Config } from '../platform/config.js';
import { connectDatabase } from '../platform/database/connect.js';
import type { Database } from '../platform/database/database.js';
import { Vault } from '../platform/security/vault.js';
import { ImportError, readMapping } from './mapping.js';
import { SalesImport, type ImportOutcome } from './sales-import.js';
import { SalesRepository } from './sales.repository.js';

const USAGE = 'usage: pnpm import:sales FILE --map MAPPING.json [--dry-run]';

/** A dry run writes nothing, and so needs none. */
const NO_DATABASE = {} as Database;

const HEADINGS: Record<ImportOutcome['outcome'], string> = {
  'dry-run': 'dry run, nothing is written:',
  fresh: 'imported:',
  resumed: 'went on with an interrupted import of',
  unchanged: 'imported before, nothing changed:',
};

function readArguments(): { file: string; map: string; dryRun: boolean } {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { map: { type: 'string' }, 'dry-run': { type: 'boolean', default: false } },
    });
    if (positionals.length === 1 && values.map)
      return { file: positionals[0]!, map: values.map, dryRun: values['dry-run'] };
  } catch {
    // falls through to the usage line
  }
  throw new ImportError(USAGE);
}

/** Only what an import needs of the configuration: the database and the keys of personal data. */
function storage(): Pick<Config, 'databaseUrl' | 'dataKey' | 'indexKey'> {
  const key = (name: string): Buffer => {
    const value = Buffer.from(process.env[name] ?? '', 'base64');
    if (value.length !== 32) throw new ImportError(`${name} must be 32 bytes in base64`);
    return value;
  };
  const databaseUrl = process.env['DATABASE_URL'];
  if (!databaseUrl) throw new ImportError('DATABASE_URL is not set');
  return { databaseUrl, dataKey: key('DATA_KEY'), indexKey: key('INDEX_KEY') };
}

async function main(): Promise<void> {
  const { file, map, dryRun } = readArguments();
  const mapping = readMapping(map);
  const onProgress = (lines: number): void => void process.stderr.write(`\r${lines} lines`);
  const config = dryRun ? null : storage();
  const connection = config ? await connectDatabase(config.databaseUrl) : null;
  try {
    const db = connection?.db ?? NO_DATABASE;
    const clock = new Clock();
    const cards = new CardMembers(db, new Vault(config as Config), clock);
    const imports = new SalesImport(new SalesRepository(db, clock), cards, db);
    const { report, outcome, fromLine } = await imports.run(file, mapping, { dryRun, onProgress });
    process.stderr.write('\r');
    console.log(report.print(mapping, HEADINGS[outcome]));
    if (outcome === 'resumed') console.log(`  went on from line ${fromLine}`);
  } finally {
    await connection?.close();
  }
}

try {
  await main();
} catch (error) {
  console.error(`import: ${(error as Error).message.split('\n')[0]}`);
  process.exit(1);
}
