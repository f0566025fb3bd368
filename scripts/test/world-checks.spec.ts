// What the machine refuses is told in one line that names what to do.
import { createServer, type Server } from 'node:net';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort, freePorts } from '../src/ports.js';
import { startPostgres, type Postgres } from '../src/postgres.js';
import { refusalOf } from '../src/process/refusal.js';
import { checkDatabase, checkDisk, checkPorts, firstPort, tooOld } from '../src/world/checks.js';
import { readKeys } from '../src/world/keys.js';
import { findRunning, leaveFolder, note, takeFolder } from '../src/world/running.js';

let folder: string;
let postgres: Postgres;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tongdian-checks-'));
  postgres = await startPostgres({ durable: false });
});
afterAll(async () => {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
});

const listen = (port: number) =>
  new Promise<Server>((resolve) => {
    const server = createServer().listen(port, '127.0.0.1', () => resolve(server));
  });

describe('PORT', () => {
  it('is 4600 unless set', () => {
    expect(firstPort({})).toBe(4600);
    expect(firstPort({ PORT: '4800' })).toBe(4800);
  });

  it.each(['', '0', '65535', '-1', '80.5', 'http', '4600x', '99999'])('"%s" is refused', (PORT) => {
    expect(() => firstPort({ PORT })).toThrow(/^PORT must be a number from 1 to 65534, not ".*"\.$/);
  });

  it('a taken one is named, also when it is the second', async () => {
    const first = await freePorts(2);
    const server = await listen(first + 1);
    await expect(checkPorts(first, 0)).rejects.toThrow(`Port ${first + 1} is taken by another program.`);
    server.close();
  });

  it('one that is just being given up is waited for', async () => {
    const first = await freePorts(2);
    const server = await listen(first);
    setTimeout(() => server.close(), 400);
    await expect(checkPorts(first, 5000)).resolves.toBeUndefined();
  });
});

describe('DATABASE_URL', () => {
  it.each([
    ['not an address', /^DATABASE_URL is not an address\. It looks like postgres:\/\//],
    ['mysql://root@127.0.0.1/shop', /^DATABASE_URL must name a PostgreSQL and a database in it/],
    ['postgres://root@127.0.0.1:5432', /^DATABASE_URL must name a PostgreSQL and a database in it/],
    [
      'postgres://a:b@database.invalid:5432/shop',
      /^DATABASE_URL: the host database\.invalid is not known\.$/,
    ],
  ])('%s', async (url, message) => {
    await expect(checkDatabase(url)).rejects.toThrow(message);
  });

  it('one where nothing answers is refused', async () => {
    const port = await freePort();
    const url = `postgres://a:b@127.0.0.1:${port}/shop`;
    await expect(checkDatabase(url)).rejects.toThrow(
      `DATABASE_URL: no PostgreSQL answers at 127.0.0.1:${port}.`,
    );
  });

  it('a wrong password and an unknown database are told apart', async () => {
    const wrong = new URL(postgres.url);
    wrong.password = 'wrong';
    await expect(checkDatabase(wrong.href)).rejects.toThrow(/refuses the user or the password\.$/);
    const unknown = new URL(postgres.url);
    unknown.pathname = '/shop';
    await expect(checkDatabase(unknown.href)).rejects.toThrow(
      /^DATABASE_URL: there is no database shop at 127/,
    );
  });

  it('a PostgreSQL before 15 is refused, 15 and later are taken', async () => {
    expect(tooOld({ number: '140011', name: '14.11' }, 'db:5432')?.message).toBe(
      'DATABASE_URL: db:5432 is PostgreSQL 14.11; 15 or newer is needed.',
    );
    expect(tooOld({ number: '150000', name: '15.0' }, 'db:5432')).toBeUndefined();
    await expect(checkDatabase(postgres.url)).resolves.toBeUndefined();
  });
});

describe('the disk', () => {
  it('a folder that cannot be made is named', () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    const refused = () => checkDisk(join(file, 'data'));
    expect(refused).toThrow();
    try {
      refused();
    } catch (error) {
      expect(refusalOf(error)?.message).toMatch(/file\/data is not a folder that can be made\.$/);
    }
    expect(() => checkDisk(join(folder, 'fresh/data'))).not.toThrow();
  });

  it.each([
    ['ENOSPC: no space left on device, write', 'The disk is full: make room and start again (/data/x).'],
    ['EROFS: read-only file system, open', 'The disk is read-only: this folder must be writable (/data/x).'],
    ['EACCES: permission denied, mkdir', 'No permission to write /data/x.'],
  ])('%s', (message, line) => {
    expect(refusalOf(Object.assign(new Error(message), { path: '/data/x' }))?.message).toBe(line);
  });

  it('a bug of ours is not dressed up as a refusal', () => {
    expect(refusalOf(new TypeError('x is not a function'))).toBeUndefined();
  });
});

describe('the keys', () => {
  it('are made once, for their owner only, and the environment comes first', () => {
    const keys = readKeys(folder, {});
    expect(Buffer.from(keys.DATA_KEY, 'base64')).toHaveLength(32);
    expect(new Set(Object.values(keys)).size).toBe(3);
    expect(readKeys(folder, {})).toEqual(keys);
    expect(readKeys(folder, { TOKEN_KEY: 'given' })).toEqual({ ...keys, TOKEN_KEY: 'given' });
    expect(statSync(join(folder, 'keys.json')).mode & 0o777).toBe(0o600);
  });

  it.each(['{', '{}', '{"DATA_KEY":"short"}'])('a damaged file (%s) is never replaced', (text) => {
    const damaged = mkdtempSync(join(folder, 'damaged-'));
    writeFileSync(join(damaged, 'keys.json'), text);
    expect(() => readKeys(damaged, {})).toThrow(/keys\.json is damaged/);
    expect(readFileSync(join(damaged, 'keys.json'), 'utf8')).toBe(text);
  });
});

describe('a data folder', () => {
  it('has one user at a time, and others find it', () => {
    const own = mkdtempSync(join(folder, 'own-'));
    expect(takeFolder(own)).toEqual({ wasKilled: false });
    note(own, { url: 'http://127.0.0.1:4600' });
    expect(findRunning(own)).toMatchObject({ pid: process.pid, url: 'http://127.0.0.1:4600' });
    expect(() => takeFolder(own)).toThrow(
      `Tongdian already runs at http://127.0.0.1:4600 (process ${process.pid}).`,
    );
    leaveFolder(own);
    expect(findRunning(own)).toBeUndefined();
  });

  it('of a killed start is free, also when its number belongs to another process now', () => {
    const killed = mkdtempSync(join(folder, 'killed-'));
    writeFileSync(join(killed, 'running.json'), JSON.stringify({ pid: process.pid, born: 'before' }));
    expect(findRunning(killed)).toBeUndefined();
    expect(takeFolder(killed)).toEqual({ wasKilled: true });
  });
});
