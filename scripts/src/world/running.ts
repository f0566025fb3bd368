// Who uses a data folder now: a second start is told so, and other commands find the running one.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../process/refusal.js';

export interface Running {
  pid: number;
  /** Tells a process from a later one with the same number. */
  born: string;
  url?: string;
  sandboxUrl?: string;
  databaseUrl?: string;
}

/** The start that runs on this folder now, if any. */
export function findRunning(folder: string): Running | undefined {
  const running = read(folder);
  return running && isAlive(running) ? running : undefined;
}

/** Takes the folder for this process. Gives whether an earlier start was killed on it. Refuses a running one. */
export function takeFolder(folder: string): { wasKilled: boolean } {
  mkdirSync(folder, { recursive: true });
  const before = read(folder);
  if (before && isAlive(before)) {
    const at = before.url ? ` at ${before.url}` : '';
    throw new Refusal(`Tongdian already runs${at} (process ${before.pid}). Stop it first, or use that one.`);
  }
  note(folder, {});
  return { wasKilled: existsSync(fileOf(folder)) && before !== undefined };
}

/** Notes for other commands what runs where. */
export function note(folder: string, what: Omit<Running, 'pid' | 'born'>): void {
  const running: Running = { pid: process.pid, born: bornAt(process.pid), ...what };
  writeFileSync(fileOf(folder), `${JSON.stringify(running, null, 2)}\n`, { mode: 0o600 });
}

export function leaveFolder(folder: string): void {
  if (read(folder)?.pid === process.pid) rmSync(fileOf(folder), { force: true });
}

const fileOf = (folder: string) => join(folder, 'running.json');

function read(folder: string): Running | undefined {
  try {
    return JSON.parse(readFileSync(fileOf(folder), 'utf8')) as Running;
  } catch {
    return undefined;
  }
}

function isAlive({ pid, born }: Running): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return born === bornAt(pid);
}

/** When the process began, in the system's own words; empty where the system does not say. */
function bornAt(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}
