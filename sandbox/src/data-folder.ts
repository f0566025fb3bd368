/** What survives a restart: JSON files in one folder, replaced atomically, readable by their owner only. */
import { chmodSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface DataFolder {
  /** The parsed file, or null where there is none. A broken file is an error, not an empty one. */
  read(name: string): unknown;
  write(name: string, value: unknown): void;
}

export function openDataFolder(path: string): DataFolder {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  return {
    read(name) {
      let text: string;
      try {
        text = readFileSync(join(path, name), 'utf8');
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
        throw error;
      }
      try {
        return JSON.parse(text) as unknown;
      } catch {
        throw new Error(`${join(path, name)} is not valid JSON; move it away to start afresh`);
      }
    },
    write(name, value) {
      const target = join(path, name);
      const fresh = `${target}.${process.pid}.tmp`;
      writeFileSync(fresh, JSON.stringify(value), { mode: 0o600 });
      chmodSync(fresh, 0o600);
      renameSync(fresh, target);
    },
  };
}

/** Keeps nothing: for tests that want a new world each time. */
export function forgetfulFolder(): DataFolder {
  return { read: () => null, write: () => undefined };
}
