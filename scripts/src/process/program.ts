// The frame of each command: one clear line and exit code 1 where the world refuses, a stack only for a bug
// of ours, and everything that was started ended before the process goes, however it is asked to go.
import { endAll } from './child.js';
import { watchAncestors } from './ancestors.js';
import { Refusal, refusalOf } from './refusal.js';

export interface ProgramOptions {
  /** Exit code after Ctrl-C or SIGTERM: 0 for what runs until it is stopped, 130 (the default) for the rest. */
  stoppedCode?: number;
}

/** Runs `main` and exits with the code it returns (0 for none). */
export function program(main: () => Promise<number | void>, options: ProgramOptions = {}): void {
  let ending = false;
  const finish = async (code: number) => {
    if (ending) return;
    ending = true;
    await endAll();
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => void finish(options.stoppedCode ?? 130));
  }
  watchAncestors(() => void finish(1));
  // The terminal can be gone before we are.
  process.stdout.on('error', () => undefined);
  process.stderr.on('error', () => undefined);
  main().then(
    (code) => finish(code ?? 0),
    (error: unknown) => {
      if (!ending) console.error(say(error));
      return finish(1);
    },
  );
}

function say(error: unknown): string {
  const refusal = error instanceof Refusal ? error : refusalOf(error);
  return refusal ? refusal.message : error instanceof Error ? (error.stack ?? error.message) : String(error);
}
