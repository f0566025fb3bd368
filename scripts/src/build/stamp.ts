// Says whether something has to be built again: by the content of its sources, never by their times.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { DATA, ROOT } from '../paths.js';

export interface Stamped {
  /** File name of the stamp. */
  name: string;
  /** Files and folders (from the root of the checkout) that the output is made from. */
  inputs: string[];
  /** Paths inside `inputs` that do not count. */
  except?: string[];
  /** A file that only a finished build leaves. */
  output: string;
}

/** The hash of all sources; a missing input counts as an empty one. */
export function hashOf({ inputs, except = [] }: Stamped): string {
  const hash = createHash('sha256');
  for (const input of inputs)
    for (const file of filesUnder(join(ROOT, input))) {
      const name = relative(ROOT, file);
      if (except.some((path) => name.startsWith(path)) || /\.spec\.tsx?$/.test(name)) continue;
      const content = readFileSync(file);
      hash.update(`${name}\0${content.length}\0`).update(content);
    }
  return hash.digest('hex');
}

/** Whether the output stands and was made from these sources. */
export function isFresh(what: Stamped, hash = hashOf(what)): boolean {
  const stamp = stampFile(what);
  return existsSync(join(ROOT, what.output)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash;
}

/**
 * Builds unless fresh. A build that is killed half-way leaves no stamp, and of two commands at once only one
 * builds. Gives whether this one had to.
 */
export async function buildOnce(what: Stamped, build: () => Promise<void>): Promise<boolean> {
  const hash = hashOf(what);
  if (isFresh(what, hash)) return false;
  const stamp = stampFile(what);
  mkdirSync(dirname(stamp), { recursive: true });
  const unlock = await lock(`${stamp}.lock`);
  try {
    if (isFresh(what, hash)) return false;
    rmSync(stamp, { force: true });
    await build();
    writeFileSync(stamp, hash);
    return true;
  } finally {
    unlock();
  }
}

/** Waits for a file of its own; one whose process is gone does not count. */
async function lock(file: string): Promise<() => void> {
  for (;;) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    if (!isHeld(file)) rmSync(file, { force: true });
    else await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

function isHeld(file: string): boolean {
  try {
    const pid = Number(readFileSync(file, 'utf8'));
    if (pid === process.pid) return false;
    process.kill(pid, 0);
    // The number may belong to another by now: no build takes this long.
    return Date.now() - statSync(file).mtimeMs < 15 * 60_000;
  } catch {
    return false;
  }
}

const stampFile = (what: Stamped) => join(DATA, 'stamps', what.name);

function filesUnder(path: string): string[] {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return [];
  if (stat.isFile()) return [path];
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('node_modules'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
