// Notices that a program which started us was killed without a word. `pnpm start` stands under pnpm, npx and
// a shell; `kill -9` on any of them reaches nobody below, and an orphan would go on holding the ports.
import { readFileSync } from 'node:fs';

/** Runs of these are part of the one command that a person typed; their own shell is not. */
const LAUNCHER = /pnpm|npx|npm exec|npm-cli|tsx/;

interface Ancestor {
  pid: number;
  parent: number;
}

/** Calls `gone` once when a launcher above this process has died. Polls each second and keeps nothing alive. */
export function watchAncestors(gone: () => void): void {
  const parent = process.ppid;
  const chain = launchers(parent);
  const timer = setInterval(() => {
    if (process.ppid === parent && chain.every((one) => parentOf(one.pid) === one.parent)) return;
    clearInterval(timer);
    gone();
  }, 1000);
  timer.unref();
}

/** The launchers above, nearest first; empty where there is no /proc (then only the direct parent counts). */
function launchers(pid: number): Ancestor[] {
  const chain: Ancestor[] = [];
  for (let at = pid; at > 1;) {
    const parent = parentOf(at);
    if (parent === undefined || !LAUNCHER.test(commandOf(at))) break;
    // The topmost launcher may be reparented when a script that started it in the background ends.
    chain.push({ pid: at, parent });
    at = parent;
  }
  chain.pop();
  return chain;
}

function parentOf(pid: number): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return undefined;
  }
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
}
