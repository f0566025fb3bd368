// Where things of this checkout stand.
import { fileURLToPath } from 'node:url';
import { join, resolve } from 'node:path';

/** The folder of the checkout. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

/** What commands keep between runs: database, keys, build stamps, browser. Safe to delete when nothing runs. */
export const DATA = join(ROOT, '.data');

export const fromRoot = (...parts: string[]): string => join(ROOT, ...parts);

/** Where the database, the keys and the logs of `start` stay: `.data`, unless TONGDIAN_DATA names a folder. */
export const dataFolder = (): string => resolve(ROOT, process.env.TONGDIAN_DATA || DATA);
