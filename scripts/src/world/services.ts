// The two programs of a world, the sandbox and the server: how each is started and known to be ready.
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { startChild, whenEnding, type Child, type ChildSpec } from '../process/child.js';
import { Refusal, diskRefusal } from '../process/refusal.js';
import { fromRoot } from '../paths.js';

/** How long a program may take to its first answer, unless it goes on telling what it does. */
const SILENCE_MS = 120_000;

/** Starts the stand-ins of the platforms; gives what a merchant would have to configure for them. */
export async function startSandbox(port: number, folder: string, say: (line: string) => void) {
  mkdirSync(join(folder, 'sandbox'), { recursive: true });
  const child = startService({
    name: 'sandbox',
    command: process.execPath,
    args: ['--import', tsx(), fromRoot('sandbox/src/main.ts')],
    cwd: fromRoot('sandbox'),
    env: { ...process.env, SANDBOX_PORT: String(port), SANDBOX_DATA: join(folder, 'sandbox') },
    logFile: logFile(folder, 'sandbox'),
  });
  const answer = await ready(child, `http://127.0.0.1:${port}/control/credentials`, say);
  return { child, credentials: (await answer.json()) as Record<string, string> };
}

/** Starts the server; it migrates and fills what is missing before it answers. */
export async function startServer(
  port: number,
  folder: string,
  env: Record<string, string>,
  say: (line: string) => void,
) {
  const child = startService({
    name: 'server',
    command: process.execPath,
    args: ['--enable-source-maps', fromRoot('server/dist/main.js')],
    cwd: fromRoot('server'),
    env: { ...process.env, ...env, PORT: String(port), TZ: 'Asia/Shanghai' },
    graceMs: 8000,
    logFile: logFile(folder, 'server'),
    // Node's own warnings are for the log.
    onLine: (line) => /^\(/.test(line) || say(messageOf(line)),
  });
  await ready(child, `http://127.0.0.1:${port}/health`, say);
  return child;
}

function startService(spec: ChildSpec): Child {
  const child = startChild(spec);
  const { release } = whenEnding(() => child.stop());
  void child.exited.then(release);
  return child;
}

/** Asks until the address answers 200; refuses when the program ends before, or says nothing for too long. */
async function ready(child: Child, address: string, say: (line: string) => void): Promise<Response> {
  let ended = false;
  void child.exited.then(() => (ended = true));
  let heard = child.tail().length;
  for (let until = Date.now() + SILENCE_MS; Date.now() < until && !ended;) {
    const answer = await fetch(address, { signal: AbortSignal.timeout(5000) }).catch(() => undefined);
    if (answer?.ok) return answer;
    if (child.tail().length !== heard) {
      heard = child.tail().length;
      until = Date.now() + SILENCE_MS;
    }
    await new Promise((resolve) => setTimeout(resolve, 80));
  }
  if (!ended) {
    say('no answer');
    await child.stop();
  }
  throw failure(child);
}

/** The one line that the program said about itself, or its last one. */
function failure(child: Child): Refusal {
  const tail = child.tail();
  const disk = diskRefusal(tail.join('\n'));
  if (disk) return disk;
  const own = tail.findLast((one) => /^(tongdian|sandbox): /.test(one));
  const line = own ?? tail.find((one) => /^\w*Error\b/.test(one)) ?? tail.findLast((one) => one.trim());
  return new Refusal(
    `The ${child.name} did not start: ${messageOf(line ?? 'it said nothing').replace(/^(tongdian|sandbox): /, '')}`,
  );
}

/** Log lines are JSON; what a person wants to read of them is the message. */
function messageOf(line: string): string {
  if (!line.startsWith('{')) return line;
  try {
    const { msg, err } = JSON.parse(line) as { msg?: string; err?: { message?: string } };
    return msg ?? err?.message ?? line;
  } catch {
    return line;
  }
}

function logFile(folder: string, name: string): string {
  mkdirSync(join(folder, 'logs'), { recursive: true });
  return join(folder, 'logs', `${name}.log`);
}

function tsx(): string {
  return pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
}
