// A PostgreSQL data folder: made once, and cleared of what a killed server left behind.
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
} from 'node:fs';
import { realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runChild } from '../process/child.js';
import { Refusal, diskRefusal } from '../process/refusal.js';
import { NOBODY, type Binaries } from './binaries.js';

/** The role and the database that everything of ours uses. */
export const OWNER = 'tongdian';

/** How to run PostgreSQL in a data folder. */
export interface RunAs {
  cwd: string;
  /** What to give as `-D`. */
  dataArgument: string;
  uid?: number;
  gid?: number;
}

/**
 * Root runs PostgreSQL as nobody, for whom a checkout in root's home is out of reach. The child is put into
 * the data folder before it changes user, and `/proc/self/cwd` opens that folder without walking the path.
 */
export function runAs(dataFolder: string): RunAs {
  if (process.getuid?.() !== 0) return { cwd: dataFolder, dataArgument: dataFolder };
  return { cwd: dataFolder, dataArgument: '/proc/self/cwd', uid: NOBODY, gid: NOBODY };
}

/** Makes `<folder>/data` and `<folder>/password` where they are missing; gives both. */
export async function prepareCluster(folder: string, binaries: Binaries) {
  mkdirSync(folder, { recursive: true });
  const data = join(realpathSync(folder), 'data');
  const passwordFile = join(folder, 'password');
  if (!existsSync(join(data, 'PG_VERSION')) || !existsSync(passwordFile)) {
    if (existsSync(join(data, 'PG_VERSION')))
      throw new Refusal(`${passwordFile} is missing: the database cannot be opened.`);
    await initialise(data, passwordFile, binaries);
  }
  return { data, password: readFileSync(passwordFile, 'utf8').trim() };
}

/** `initdb` into a folder beside, then one rename: a start that was killed half-way leaves nothing half-made. */
async function initialise(data: string, passwordFile: string, binaries: Binaries): Promise<void> {
  const fresh = `${data}.new`;
  for (const path of [fresh, data]) rmSync(path, { recursive: true, force: true });
  mkdirSync(fresh, { mode: 0o700 });
  const as = runAs(fresh);
  const secret = mkdtempSync(join(tmpdir(), 'tongdian-initdb-'));
  const password = randomBytes(24).toString('base64url');
  const secretFile = join(secret, 'password');
  try {
    writeFileSync(secretFile, password, { mode: 0o600 });
    if (as.uid !== undefined) for (const path of [fresh, secret, secretFile]) chownSync(path, as.uid, NOBODY);
    const { dataArgument, ...where } = as;
    const { code, tail } = await runChild({
      name: 'initdb',
      command: binaries.initdb,
      args: [
        '-D',
        dataArgument,
        '-U',
        OWNER,
        '--pwfile',
        secretFile,
        '-A',
        'scram-sha-256',
        '--no-sync',
      ].concat(['-E', 'UTF8', '--locale=C', '--no-instructions']),
      env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
      ...where,
    });
    if (code !== 0) throw explain('PostgreSQL could not make its data folder', tail);
    writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
    chmodSync(passwordFile, 0o600);
    renameSync(fresh, data);
  } finally {
    rmSync(secret, { recursive: true, force: true });
  }
}

/** After `kill -9`: ends a server that still runs on this folder, and removes a lock that nobody holds. */
export async function clearLeftovers(data: string): Promise<void> {
  const lock = join(data, 'postmaster.pid');
  if (!existsSync(lock)) return;
  const pid = Number(readFileSync(lock, 'utf8').split('\n')[0]);
  // Its keeper may be stopping it right now; then a signal, at last a harder one.
  for (const [signal, ms] of [
    [undefined, 3000],
    ['SIGINT', 6000],
    ['SIGQUIT', 3000],
  ] as const) {
    if (!runsOn(pid, data)) break;
    if (signal) process.kill(pid, signal);
    for (const end = Date.now() + ms; Date.now() < end && runsOn(pid, data);) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  if (runsOn(pid, data))
    throw new Refusal(`Another PostgreSQL (process ${pid}) runs on ${data} and does not stop.`);
  rmSync(lock, { force: true });
}

/** Whether that process is a PostgreSQL working in this folder (a number can belong to another by now). */
function runsOn(pid: number, data: string): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    if (process.platform === 'linux') return readlinkSync(`/proc/${pid}/cwd`) === data;
    process.kill(pid, 0);
    return existsSync(join(data, 'postmaster.pid'));
  } catch {
    return false;
  }
}

/** One line from what PostgreSQL printed. */
export function explain(what: string, tail: string[]): Refusal {
  const text = tail.join('\n');
  const disk = diskRefusal(text);
  if (disk) return disk;
  const line = tail.find((one) => /FATAL|PANIC|error:|ERROR/.test(one)) ?? tail.at(-1) ?? 'it said nothing';
  return new Refusal(`${what}: ${line.replace(/^.*?(FATAL|PANIC|error|ERROR): */, '').trim()}`);
}
