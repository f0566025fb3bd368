// The server's keys: made once, kept where only their owner reads them. Without them the phones and names in
// the database stay unreadable, so they are never made anew over existing ones.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../process/refusal.js';

const NAMES = ['DATA_KEY', 'INDEX_KEY', 'TOKEN_KEY'] as const;

export type Keys = Record<(typeof NAMES)[number], string>;

/** Reads `<folder>/keys.json`, or makes it with mode 600. Keys in the environment come first. */
export function readKeys(folder: string, env: NodeJS.ProcessEnv = process.env): Keys {
  const file = join(folder, 'keys.json');
  if (!existsSync(file)) makeKeys(folder, file);
  const kept = parse(file);
  return Object.fromEntries(NAMES.map((name) => [name, env[name] ?? kept[name]])) as Keys;
}

function makeKeys(folder: string, file: string): void {
  const keys = Object.fromEntries(NAMES.map((name) => [name, randomBytes(32).toString('base64')]));
  mkdirSync(folder, { recursive: true });
  const fresh = `${file}.${process.pid}`;
  writeFileSync(fresh, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600 });
  renameSync(fresh, file);
}

function parse(file: string): Keys {
  const damaged = new Refusal(`${file} is damaged: put the kept copy back, or delete .data to begin anew.`);
  let keys: Partial<Keys>;
  try {
    keys = JSON.parse(readFileSync(file, 'utf8')) as Partial<Keys>;
  } catch (error) {
    throw error instanceof SyntaxError ? damaged : error;
  }
  if (NAMES.some((name) => Buffer.from(keys[name] ?? '', 'base64').length !== 32)) throw damaged;
  return keys as Keys;
}
