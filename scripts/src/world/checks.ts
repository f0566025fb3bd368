// Looks before anything is started whether it can work, so that a refusal is one line and nothing is left.
import { accessSync, constants, existsSync, mkdirSync, statfsSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { connected } from '../postgres/databases.js';
import { waitForFree } from '../ports.js';
import { Refusal } from '../process/refusal.js';

const MIN_FREE_BYTES = 300 * 1024 * 1024;
const OLDEST = { number: 150_000, name: '15' };

/** The first port, from PORT; 4600 unless set. The sandbox takes the next one. */
export function firstPort(env: NodeJS.ProcessEnv): number {
  const text = env.PORT ?? '4600';
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65_534) {
    throw new Refusal(`PORT must be a number from 1 to 65534, not "${text}".`);
  }
  return port;
}

/** Refuses a port that something else holds; waits `ms` for one that is just being given up. */
export async function checkPorts(first: number, ms: number): Promise<void> {
  for (const port of [first, first + 1]) {
    if (await waitForFree(port, ms)) continue;
    throw new Refusal(
      `Port ${port} is taken by another program. Choose the first of two free ports with PORT.`,
    );
  }
}

/** Refuses a folder that cannot be written and a disk without room. */
export function checkDisk(folder: string): void {
  makeFolder(folder);
  probe(folder);
  const { bavail, bsize } = statfsSync(folder);
  const free = bavail * bsize;
  if (free >= MIN_FREE_BYTES) return;
  const megabytes = (bytes: number) => Math.floor(bytes / 1024 / 1024);
  throw new Refusal(
    `The disk is full: ${megabytes(free)} MB are free for ${folder}, ${megabytes(MIN_FREE_BYTES)} MB are needed.`,
  );
}

function probe(folder: string): void {
  const file = join(folder, `.probe-${process.pid}`);
  try {
    writeFileSync(file, Buffer.alloc(256 * 1024));
    unlinkSync(file);
  } catch (error) {
    // The folder is what a person knows.
    throw Object.assign(error as NodeJS.ErrnoException, { path: folder });
  }
}

/** Node says ENOENT where a folder cannot be made on a read-only disk: ask the folder above for the reason. */
function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    let above = dirname(folder);
    while (!existsSync(above)) above = dirname(above);
    accessSync(above, constants.W_OK);
    throw error;
  }
}

/** Refuses a DATABASE_URL that is no address, does not answer, or answers with a PostgreSQL before 15. */
export async function checkDatabase(url: string): Promise<void> {
  const address = parse(url);
  const where = `${address.hostname || 'localhost'}:${address.port || 5432}`;
  const version = await connected(url, async (client) => {
    const { rows } = await client.query<{ number: string; name: string }>(
      "select current_setting('server_version_num') number, current_setting('server_version') name",
    );
    return rows[0]!;
  }).catch((error: NodeJS.ErrnoException) => {
    throw new Refusal(`DATABASE_URL: ${reasonOf(error, where, address)}`);
  });
  const refusal = tooOld(version, where);
  if (refusal) throw refusal;
}

/** Our statements are written for PostgreSQL 15. `number` is the server's `server_version_num`. */
export function tooOld(version: { number: string; name: string }, where: string): Refusal | undefined {
  if (Number(version.number) >= OLDEST.number) return undefined;
  const needed = `${OLDEST.name} or newer is needed`;
  return new Refusal(`DATABASE_URL: ${where} is PostgreSQL ${version.name}; ${needed}.`);
}

function parse(url: string): URL {
  const example = 'postgres://user:password@host:5432/database';
  let address: URL;
  try {
    address = new URL(url);
  } catch {
    throw new Refusal(`DATABASE_URL is not an address. It looks like ${example}`);
  }
  if (/^postgres(ql)?:$/.test(address.protocol) && address.pathname.length > 1) return address;
  throw new Refusal(`DATABASE_URL must name a PostgreSQL and a database in it. It looks like ${example}`);
}

function reasonOf(error: NodeJS.ErrnoException, where: string, address: URL): string {
  switch (error.code) {
    case 'ECONNREFUSED':
      return `no PostgreSQL answers at ${where}.`;
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `the host ${address.hostname} is not known.`;
    case '28P01':
    case '28000':
      return `${where} refuses the user or the password.`;
    case '3D000':
      return `there is no database ${address.pathname.slice(1)} at ${where}.`;
    default:
      return `${where} cannot be used (${error.message.split('\n')[0] || error.code}).`;
  }
}
