// Starts a child process that never outlives this one: each child runs under a keeper (keeper.mjs) in a
// process group of its own, so that Ctrl-C reaches us alone and we end the children in a good order.
import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export interface ChildSpec {
  /** For messages and for the log, such as `server`. */
  name: string;
  command: string;
  args: string[];
  cwd?: string;
  /** The whole environment of the child; ours when absent. */
  env?: NodeJS.ProcessEnv;
  /** Runs as this user (only root may ask for it). */
  uid?: number;
  gid?: number;
  /** What asks the child to end: SIGTERM unless told. */
  stopSignal?: NodeJS.Signals;
  /** How long the child may take to end before it is killed, in milliseconds: 5,000 unless told. */
  graceMs?: number;
  /** Everything that the child prints is kept in this file too. */
  logFile?: string;
  /** How many of its last lines are kept: 60 unless told. */
  tailLines?: number;
  /** Its output goes straight to ours; nothing of it is kept. */
  inherit?: boolean;
  /** Called for each line on stdout and stderr. */
  onLine?: (line: string) => void;
}

export interface Exit {
  code: number | null;
  signal: NodeJS.Signals | null;
}

export interface Child {
  name: string;
  /** Resolves when the child has ended; never rejects. */
  exited: Promise<Exit>;
  /** The last lines it printed, oldest first. */
  tail(): string[];
  /** Asks the child to end and waits until it and its group are gone. */
  stop(): Promise<void>;
}

const KEEPER = fileURLToPath(new URL('./keeper.mjs', import.meta.url));
const TAIL_LINES = 60;

type KeeperMessage = { type: 'spawn' } | { type: 'error'; message: string } | ({ type: 'exit' } & Exit);

/** Starts the command; a command that cannot be run shows as an exit with code 127 and its reason in `tail`. */
export function startChild(spec: ChildSpec): Child {
  const { command, args, cwd, uid, gid, stopSignal = 'SIGTERM', graceMs = 5000 } = spec;
  const output = spec.inherit ? 'inherit' : 'pipe';
  const keeper = spawn(
    process.execPath,
    [KEEPER, JSON.stringify({ command, args, cwd, uid, gid, stopSignal, graceMs })],
    { detached: true, stdio: ['ignore', output, output, 'ipc'], env: spec.env ?? process.env },
  );
  const lines = keepLines(spec, [keeper.stdout, keeper.stderr]);

  let exit: Exit | undefined;
  keeper.on('message', (message: KeeperMessage) => {
    if (message.type === 'exit') exit = { code: message.code, signal: message.signal };
    if (message.type === 'error') {
      exit = { code: 127, signal: null };
      lines.push(message.message);
    }
  });
  const exited = new Promise<Exit>((resolve) => {
    keeper.on('error', (error) => {
      lines.push(error.message);
      resolve({ code: 127, signal: null });
    });
    // 'close' comes after the last line of output has been read.
    keeper.on('close', (code, signal) => resolve(exit ?? { code, signal }));
  });
  return {
    name: spec.name,
    exited,
    tail: () => [...lines],
    stop: async () => {
      if (keeper.connected) keeper.send('stop', () => undefined);
      await exited;
    },
  };
}

/** Reads both streams by line into a short memory, the log file and the listener. */
function keepLines(spec: ChildSpec, streams: (NodeJS.ReadableStream | null)[]): string[] {
  const lines: string[] = [];
  const log = spec.logFile ? createWriteStream(spec.logFile, { mode: 0o600 }) : undefined;
  // A full disk must not end the process that watches over the children.
  log?.on('error', () => undefined);
  for (const stream of streams.filter((one) => one !== null)) {
    createInterface({ input: stream }).on('line', (line) => {
      lines.push(line);
      if (lines.length > (spec.tailLines ?? TAIL_LINES)) lines.shift();
      log?.write(`${line}\n`);
      spec.onLine?.(line);
    });
  }
  return lines;
}

/** Runs a command to its end; resolves with its exit and its last lines. */
export async function runChild(spec: ChildSpec): Promise<Exit & { tail: string[] }> {
  const child = startChild(spec);
  const stopping = whenEnding(() => child.stop());
  const exit = await child.exited;
  stopping.release();
  return { ...exit, tail: child.tail() };
}

const enders = new Set<() => Promise<unknown>>();

/** Registers something that must be ended when this program is asked to end; `release` takes it back. */
export function whenEnding(end: () => Promise<unknown>): { release(): void } {
  enders.add(end);
  return { release: () => void enders.delete(end) };
}

/** Ends everything registered, the latest first, one after the other. */
export async function endAll(): Promise<void> {
  for (const end of [...enders].reverse()) {
    enders.delete(end);
    await end().catch(() => undefined);
  }
}
