// `pnpm start` as a person meets it: the first and the second start, Ctrl-C, kill -9, and what it refuses.
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../src/paths.js';
import { freePort, freePorts, isFree } from '../src/ports.js';

const TSX = join(dirname(createRequire(import.meta.url).resolve('tsx/package.json')), 'dist/cli.mjs');
const MINUTES = 60_000;

let folder: string;
let port: number;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tongdian-start-'));
  port = await freePorts(2);
});
afterAll(async () => {
  // A test that failed leaves its start running: its children end with it.
  for (const child of children) child.kill('SIGKILL');
  await nothingLeft().finally(() => rmSync(folder, { recursive: true, force: true }));
});

const children: ChildProcess[] = [];

interface Started {
  process: ChildProcess;
  output: { out: string; err: string };
  ended: Promise<number | null>;
}

function start(env: Record<string, string> = {}): Started {
  const child = spawn(process.execPath, [TSX, 'scripts/src/start.ts'], {
    cwd: ROOT,
    env: {
      PATH: process.env.PATH,
      HOME: folder,
      TONGDIAN_DATA: join(folder, 'data'),
      PORT: String(port),
      ...env,
    },
  });
  children.push(child);
  const output = { out: '', err: '' };
  child.stdout.on('data', (data: Buffer) => (output.out += data.toString()));
  child.stderr.on('data', (data: Buffer) => (output.err += data.toString()));
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  return { process: child, output, ended };
}

/** Waits until the server answers; fails with what `start` said when it ends before. */
async function firstAnswer({ output, ended }: Started, ms: number): Promise<void> {
  const begun = Date.now();
  let isOver = false;
  void ended.then(() => (isOver = true));
  while (Date.now() - begun < ms && !isOver) {
    const answer = await fetch(`http://127.0.0.1:${port}/health`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`no answer after ${Date.now() - begun} ms:\n${output.out}\n${output.err}`);
}

/** Waits until `start` has printed all its addresses. */
async function allSaid({ output }: Started): Promise<void> {
  for (const end = Date.now() + MINUTES; !output.out.includes('Ctrl-C') && Date.now() < end;) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Processes that were started with our data folder and still live. */
function leftovers(): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((pid) => {
      try {
        if (/^State:\tZ/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))) return false;
        return readFileSync(`/proc/${pid}/environ`, 'utf8').includes(`TONGDIAN_DATA=${join(folder, 'data')}`);
      } catch {
        return false;
      }
    });
}

/** The database runs without our environment: its lock file tells whether it runs. */
const databaseRuns = () => existsSync(join(folder, 'data/postgres/data/postmaster.pid'));

async function nothingLeft(): Promise<void> {
  for (const end = Date.now() + 20_000; leftovers().length > 0 || databaseRuns() || !(await isFree(port));) {
    if (Date.now() > end) throw new Error(`still there: ${leftovers().join(' ')} ${databaseRuns()}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

describe('start', () => {
  it(
    'builds, migrates, fills the demo brand and prints whole addresses that answer; Ctrl-C leaves nothing running',
    async () => {
      const started = start();
      await firstAnswer(started, 6 * MINUTES);
      await allSaid(started);
      const addresses = started.output.out
        .split('\n')
        .filter((line) => /^http:\/\/127\.0\.0\.1:\d+\//.test(line));
      expect(addresses.map((address) => address.replace(/^.*?:\d+/, ''))).toEqual([
        '/consumer/',
        '/clerk/',
        '/admin/',
        '/control',
        '/openapi.json',
        '/health',
      ]);
      for (const address of addresses)
        expect([address, (await fetch(address)).status]).toEqual([address, 200]);
      expect(statSync(join(folder, 'data/keys.json')).mode & 0o777).toBe(0o600);

      started.process.kill('SIGINT');
      expect(await started.ended).toBe(0);
      await nothingLeft();
    },
    7 * MINUTES,
  );

  it(
    'a second start answers, refuses a third on the same data, and survives kill -9',
    async () => {
      const second = start();
      await firstAnswer(second, MINUTES);

      const third = start({ PORT: String(await freePorts(2)) });
      expect(await third.ended).toBe(1);
      expect(third.output.err).toMatch(
        /^Tongdian already runs at http:\/\/127\.0\.0\.1:\d+ \(process \d+\)\..*\n$/,
      );

      second.process.kill('SIGKILL');
      const recovered = start();
      // For a moment the killed one's server may still answer at this address: it is this one that must speak.
      await allSaid(recovered);
      expect(recovered.output.out).toContain('Start the server');
      await firstAnswer(recovered, MINUTES);
      recovered.process.kill('SIGTERM');
      expect(await recovered.ended).toBe(0);
      await nothingLeft();
    },
    4 * MINUTES,
  );
});

describe('start refuses in one line, with exit code 1 and nothing left behind', () => {
  /** What it printed on stderr, with everything that is not its own taken away. */
  async function refusal(env: Record<string, string>): Promise<string> {
    const { output, ended } = start({ TONGDIAN_DATA: join(folder, 'other'), ...env });
    expect(await ended).toBe(1);
    expect(output.out).toBe('');
    expect(output.err.trimEnd().split('\n')).toHaveLength(1);
    expect(existsSync(join(folder, 'other/running.json'))).toBe(false);
    return output.err.trim();
  }

  it('a taken port', async () => {
    const taken = await freePorts(2);
    const server = createServer().listen(taken + 1, '127.0.0.1');
    expect(await refusal({ PORT: String(taken) })).toMatch(`Port ${taken + 1} is taken by another program.`);
    server.close();
  });

  it('a PORT that is none', async () => {
    expect(await refusal({ PORT: 'web' })).toBe('PORT must be a number from 1 to 65534, not "web".');
  });

  it('a broken database address, and one where nothing answers', async () => {
    expect(await refusal({ DATABASE_URL: '127.0.0.1/shop' })).toMatch(/^DATABASE_URL is not an address\./);
    const nobody = await freePort();
    expect(await refusal({ DATABASE_URL: `postgres://a:b@127.0.0.1:${nobody}/shop` })).toBe(
      `DATABASE_URL: no PostgreSQL answers at 127.0.0.1:${nobody}.`,
    );
  });

  it('a data folder that cannot be written', async () => {
    writeFileSync(join(folder, 'file'), '');
    expect(await refusal({ TONGDIAN_DATA: join(folder, 'file/data') })).toMatch(
      /^\S+ is not a folder that can be made\.$/,
    );
  });
});
