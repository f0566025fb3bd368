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

/** Builds unless fresh. A build that is killed half-way leaves no stamp. Gives whether it had to build. */
export async function buildOnce(what: Stamped, build: () => Promise<void>): Promise<boolean> {
  const hash = hashOf(what);
  if (isFresh(what, hash)) return false;
  const stamp = stampFile(what);
  rmSync(stamp, { force: true });
  await build();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, hash);
  return true;
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
