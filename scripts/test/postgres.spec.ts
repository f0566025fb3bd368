// The embedded PostgreSQL as its users meet it: first start, second start, killed, two at once, no way in.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connected, createDatabase, dropDatabase, withDatabase } from '../src/postgres/databases.js';
import { startPostgres, type Postgres } from '../src/postgres.js';
import { fromRoot } from '../src/paths.js';

const folder = mkdtempSync(join(tmpdir(), 'tongdian-pgspec-'));
const TSX = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
let postgres: Postgres;

beforeAll(async () => {
  postgres = await startPostgres({ folder, durable: true });
});

afterAll(async () => {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
});

const ask = (url: string, sql: string) =>
  connected(url, async (client) => (await client.query<Record<string, unknown>>(sql)).rows);

/** Starts a PostgreSQL on the folder in a process of its own, and gives that process and the address. */
async function startElsewhere() {
  const script = `import { startPostgres } from ${JSON.stringify(pathToFileURL(fromRoot('scripts/src/postgres.ts')).href)};
    const { url } = await startPostgres({ folder: ${JSON.stringify(folder)}, durable: true });
    console.log(url); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--import', TSX, '--input-type=module', '-e', script]);
  const url = await new Promise<string>((resolve) =>
    child.stdout.on('data', (data: Buffer) => resolve(data.toString().trim())),
  );
  return { child, url };
}

const postmaster = () => Number(readFileSync(join(folder, 'data/postmaster.pid'), 'utf8').split('\n')[0]);

/** A process that has ended but was not collected yet (a zombie) is no longer alive. */
function isAlive(pid: number): boolean {
  const file = `/proc/${pid}/status`;
  return existsSync(file) && !/^State:\tZ/m.test(readFileSync(file, 'utf8'));
}

async function until(what: () => boolean, ms = 10_000) {
  for (const end = Date.now() + ms; !what();) {
    if (Date.now() > end) throw new Error('did not happen in time');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe('the embedded PostgreSQL', () => {
  it('answers on 127.0.0.1 as UTF-8 in UTC, with the extensions we count on', async () => {
    const [row] = await ask(
      postgres.url,
      `select current_setting('server_encoding') encoding, current_setting('TimeZone') zone,
         current_setting('listen_addresses') listens,
         (select count(*)::int from pg_available_extensions where name in ('pg_trgm', 'btree_gist', 'pgcrypto')) found`,
    );
    expect(row).toEqual({ encoding: 'UTF8', zone: 'UTC', listens: '127.0.0.1', found: 3 });
  });

  it('lets nobody in without the password, which only its owner can read', async () => {
    const address = new URL(postgres.url);
    address.password = 'wrong';
    await expect(ask(address.href, 'select 1')).rejects.toMatchObject({ code: '28P01' });
    expect(statSync(join(folder, 'password')).mode & 0o777).toBe(0o600);
  });

  it('makes databases from a template, and drops one that is in use', async () => {
    const template = await createDatabase(postgres.url, 'template_a');
    await ask(template, 'create table shops (name text)');
    const copy = await createDatabase(postgres.url, 'copy_a', 'template_a');
    expect(await ask(copy, 'select * from shops')).toEqual([]);
    await connected(copy, async () => {
      await dropDatabase(postgres.url, 'copy_a');
    });
    await expect(ask(copy, 'select 1')).rejects.toMatchObject({ code: '3D000' });
    expect(withDatabase(postgres.url, 'a b')).toMatch(/\/a%20b$/);
  });

  it('keeps its data from one start to the next', async () => {
    await ask(postgres.url, "create table kept as select '灯屿' as name");
    await postgres.stop();
    expect(existsSync(join(folder, 'data/postmaster.pid'))).toBe(false);
    postgres = await startPostgres({ folder, durable: true });
    expect(await ask(postgres.url, 'select name from kept')).toEqual([{ name: '灯屿' }]);
  });

  it('ends by itself when the program that started it is killed, and starts again at once', async () => {
    await postgres.stop();
    const { child } = await startElsewhere();
    const pid = postmaster();
    child.kill('SIGKILL');
    postgres = await startPostgres({ folder, durable: true });
    expect(postmaster()).not.toBe(pid);
    await until(() => !isAlive(pid));
    expect(await ask(postgres.url, 'select name from kept')).toHaveLength(1);
  });

  it('starts over a database process whose every guardian was killed', async () => {
    await postgres.stop();
    const { child } = await startElsewhere();
    const pid = postmaster();
    const keeper = Number(/PPid:\t(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]);
    process.kill(keeper, 'SIGKILL');
    child.kill('SIGKILL');
    expect(isAlive(pid)).toBe(true);
    postgres = await startPostgres({ folder, durable: true });
    expect(isAlive(pid)).toBe(false);
    expect(await ask(postgres.url, 'select name from kept')).toHaveLength(1);
  });

  it('is not held up by a lock that names a process of somebody else', async () => {
    await postgres.stop();
    writeFileSync(join(folder, 'data/postmaster.pid'), `${process.pid}\n/nowhere\n1\n5432\n\n\n\nready\n`);
    postgres = await startPostgres({ folder, durable: true });
    expect(await ask(postgres.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('refuses a data folder of another version in one line', async () => {
    const other = mkdtempSync(join(tmpdir(), 'tongdian-pgspec-'));
    const first = await startPostgres({ folder: other, durable: false });
    await first.stop();
    writeFileSync(join(other, 'data/PG_VERSION'), '12\n');
    await expect(startPostgres({ folder: other, durable: false })).rejects.toThrow(
      /^PostgreSQL did not start: database files are incompatible with server$/,
    );
    rmSync(other, { recursive: true, force: true });
  });

  it('without a folder it leaves nothing behind', async () => {
    const temporary = await startPostgres({ durable: false });
    const [row] = await ask(
      temporary.url,
      "select current_setting('fsync') as fsync, pg_backend_pid() as pid",
    );
    expect(row!.fsync).toBe('off');
    await temporary.stop();
    expect(isAlive(row!.pid as number)).toBe(false);
  });
});
