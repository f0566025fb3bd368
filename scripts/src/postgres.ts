// Runs a PostgreSQL of our own from npm's binaries, so that `start` and `test` need nothing installed by hand.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startChild, whenEnding, type Child } from './process/child.js';
import { freePort } from './ports.js';
import { findBinaries } from './postgres/binaries.js';
import { OWNER, clearLeftovers, explain, prepareCluster, runAs } from './postgres/cluster.js';
import { createDatabase } from './postgres/databases.js';

export interface PostgresOptions {
  /** Where the data stays between runs; without one a temporary folder that goes with `stop`. */
  folder?: string;
  /** false trades safety on a power cut for speed: for tests only. */
  durable: boolean;
  /** Keeps the server's log in this file. */
  logFile?: string;
}

export interface Postgres {
  /** Address of the database `tongdian`, with the owner's password. */
  url: string;
  /** Resolves when the server has ended, wanted or not. */
  exited: Child['exited'];
  /** Ends the server after its open transactions were rolled back; removes a temporary folder. */
  stop(): Promise<void>;
}

const TRIES = 4;

/** Starts PostgreSQL on a free port of 127.0.0.1; makes its data folder and database when missing. */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const temporary = options.folder ? undefined : mkdtempSync(join(tmpdir(), 'tongdian-pg-'));
  const folder = options.folder ?? temporary!;
  const removeTemporary = () => temporary && rmSync(temporary, { recursive: true, force: true });
  try {
    const binaries = findBinaries(process.getuid?.() === 0);
    const { data, password } = await prepareCluster(folder, binaries);
    await clearLeftovers(data);
    const { child, port } = await launch(binaries.postgres, data, options);
    const release = whenEnding(async () => stop()).release;
    const stop = async () => {
      release();
      await child.stop();
      removeTemporary();
    };
    const url = `postgres://${OWNER}:${password}@127.0.0.1:${port}/`;
    await createDatabase(`${url}postgres`, OWNER);
    return { url: `${url}${OWNER}`, exited: child.exited, stop };
  } catch (error) {
    removeTemporary();
    throw error;
  }
}

/** Tries again where the free port was taken meanwhile, or where a killed server's last process is still going. */
async function launch(command: string, data: string, options: PostgresOptions) {
  for (let tries = 1; ; tries++) {
    const port = await freePort();
    const { dataArgument, ...where } = runAs(data);
    let ready!: (value: 'ready') => void;
    const isReady = new Promise<'ready'>((resolve) => (ready = resolve));
    const child = startChild({
      name: 'postgres',
      command,
      args: ['-D', dataArgument, ...settings(port, options.durable)],
      env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
      stopSignal: 'SIGINT',
      graceMs: 20_000,
      logFile: options.logFile,
      onLine: (line) => line.includes('database system is ready to accept connections') && ready('ready'),
      ...where,
    });
    if ((await Promise.race([isReady, child.exited])) === 'ready') return { child, port };
    const again = /already in use|pre-existing shared memory|could not bind|lock file/i.test(
      child.tail().join(' '),
    );
    if (!again || tries === TRIES) throw explain('PostgreSQL did not start', child.tail());
    await new Promise((resolve) => setTimeout(resolve, 700));
  }
}

function settings(port: number, durable: boolean): string[] {
  const fast = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_wal_size: '2GB' };
  const values = {
    port,
    listen_addresses: '127.0.0.1',
    // A socket's path may have 107 bytes, a checkout's any number: TCP only.
    unix_socket_directories: '',
    max_connections: 200,
    log_checkpoints: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...(durable ? {} : fast),
  };
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
