// `pnpm import:sales FILE --map MAPPING.json [--dry-run]`: past sales of another system into the database of
// a running `start`, of DATABASE_URL, or of `.data` (which is started for as long as it takes).
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildTarget, server, shared } from './build/targets.js';
import { dataFolder, fromRoot } from './paths.js';
import { startPostgres } from './postgres.js';
import { runChild, whenEnding } from './process/child.js';
import { program } from './process/program.js';
import { Refusal } from './process/refusal.js';
import { checkDatabase, checkDisk } from './world/checks.js';
import { readKeys } from './world/keys.js';
import { findRunning, leaveFolder, takeFolder } from './world/running.js';

program(async () => {
  const folder = dataFolder();
  checkDisk(folder);
  for (const target of [shared, server]) await buildTarget(target);
  const command = fromRoot('server/dist/sales/import-cli.js');
  if (!existsSync(command)) throw new Refusal('This server has no import of sales.');
  const { code } = await runChild({
    name: 'import',
    command: process.execPath,
    args: ['--enable-source-maps', command, ...process.argv.slice(2)],
    // File names are meant from where the command was typed.
    cwd: process.env.INIT_CWD ?? process.cwd(),
    env: { ...process.env, ...readKeys(folder), DATABASE_URL: await database(folder), TZ: 'Asia/Shanghai' },
    inherit: true,
    graceMs: 20_000,
  });
  return code ?? 1;
});

async function database(folder: string): Promise<string> {
  const given = process.env.DATABASE_URL;
  if (given) {
    await checkDatabase(given);
    return given;
  }
  const running = findRunning(folder);
  if (running?.databaseUrl) return running.databaseUrl;
  takeFolder(folder);
  whenEnding(async () => leaveFolder(folder));
  return (await startPostgres({ folder: join(folder, 'postgres'), durable: true })).url;
}
