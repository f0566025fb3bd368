// A build is repeated when its sources have changed, and only then.
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildOnce, hashOf, type Stamped } from '../src/build/stamp.js';
import { DATA, ROOT } from '../src/paths.js';

let folder: string;
let what: Stamped;
let builds: number;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tongdian-stamp-'));
  const inside = (path: string) => relative(ROOT, join(folder, path));
  what = {
    name: `spec-${basename(folder)}`,
    inputs: [inside('src'), inside('absent.json')],
    output: inside('out.js'),
  };
  mkdirSync(join(folder, 'src'));
  writeFileSync(join(folder, 'src/a.ts'), 'one');
  builds = 0;
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
  rmSync(join(DATA, 'stamps', what.name), { force: true });
});

const build = async () => {
  builds += 1;
  writeFileSync(join(folder, 'out.js'), 'built');
};

describe('a build', () => {
  it('happens once for the same content, whatever the times of the files say', async () => {
    expect(await buildOnce(what, build)).toBe(true);
    utimesSync(join(folder, 'src/a.ts'), new Date(), new Date());
    expect(await buildOnce(what, build)).toBe(false);
    expect(builds).toBe(1);
  });

  it.each([
    ['a changed file', () => writeFileSync(join(folder, 'src/a.ts'), 'two')],
    ['a new file', () => writeFileSync(join(folder, 'src/b.ts'), '')],
    ['a file that came into being', () => writeFileSync(join(folder, 'absent.json'), '{}')],
    ['a removed output', () => rmSync(join(folder, 'out.js'))],
  ])('happens again after %s', async (_, change) => {
    await buildOnce(what, build);
    change();
    expect(await buildOnce(what, build)).toBe(true);
  });

  it('does not care for tests beside the sources', async () => {
    await buildOnce(what, build);
    writeFileSync(join(folder, 'src/a.spec.ts'), '');
    expect(await buildOnce(what, build)).toBe(false);
  });

  it('that failed is tried again, though its output stands', async () => {
    const fail = async () => {
      await build();
      throw new Error('no');
    };
    await expect(buildOnce(what, fail)).rejects.toThrow('no');
    expect(await buildOnce(what, build)).toBe(true);
  });

  it('waits while another command builds the same, and takes what that one built', async () => {
    const stamp = join(DATA, 'stamps', what.name);
    mkdirSync(join(DATA, 'stamps'), { recursive: true });
    writeFileSync(`${stamp}.lock`, String(process.ppid));
    const waiting = buildOnce(what, build);
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(builds).toBe(0);
    await build();
    writeFileSync(stamp, hashOf(what));
    rmSync(`${stamp}.lock`);
    expect(await waiting).toBe(false);
    expect(builds).toBe(1);
  });

  it('does not wait for a command that was killed', async () => {
    mkdirSync(join(DATA, 'stamps'), { recursive: true });
    writeFileSync(join(DATA, 'stamps', `${what.name}.lock`), '999999999');
    expect(await buildOnce(what, build)).toBe(true);
  });

  it('content moved from one file to the next counts as a change', () => {
    writeFileSync(join(folder, 'src/b.ts'), 'two');
    const before = hashOf(what);
    writeFileSync(join(folder, 'src/a.ts'), 'onetwo');
    writeFileSync(join(folder, 'src/b.ts'), '');
    expect(hashOf(what)).not.toBe(before);
  });
});
