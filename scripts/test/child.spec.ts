// No child outlives the program that started it, and its end is told whole.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { runChild, startChild } from '../src/process/child.js';
import { fromRoot } from '../src/paths.js';

const node = (script: string) => ({ name: 'child', command: process.execPath, args: ['-e', script] });
const isAlive = (pid: number) => existsSync(`/proc/${pid}`) && !/^State:\tZ/m.test(status(pid));

function status(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8');
  } catch {
    return 'State:\tZ';
  }
}

async function until(what: () => boolean, ms = 8000) {
  for (const end = Date.now() + ms; !what();) {
    if (Date.now() > end) throw new Error('did not happen in time');
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

describe('a child process', () => {
  it('gives its exit code and its last lines from both streams', async () => {
    const { code, tail } = await runChild(
      node("console.log('one'); console.error('two'); process.exitCode = 3"),
    );
    expect(code).toBe(3);
    expect(tail.sort()).toEqual(['one', 'two']);
  });

  it('a command that is not there ends with 127 and says why', async () => {
    const { code, tail } = await runChild({ name: 'x', command: '/nowhere/at/all', args: [] });
    expect(code).toBe(127);
    expect(tail.join()).toMatch(/ENOENT/);
  });

  it('what it prints is kept in a log that only its owner reads', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tongdian-child-'));
    const logFile = join(folder, 'a.log');
    await runChild({ ...node("console.log('灯屿')"), logFile });
    await until(() => readFileSync(logFile, 'utf8') === '灯屿\n');
    expect(statSync(logFile).mode & 0o777).toBe(0o600);
    rmSync(folder, { recursive: true });
  });

  it('is asked to end, and killed when it does not', async () => {
    const polite = startChild(
      node("process.on('SIGTERM', () => process.exit(0)); setInterval(() => {}, 1000); console.log(1)"),
    );
    await until(() => polite.tail().length > 0);
    await polite.stop();
    expect(await polite.exited).toEqual({ code: 0, signal: null });

    const stubborn = startChild({
      ...node("process.on('SIGTERM', () => {}); setInterval(() => {}, 1000); console.log(1)"),
      graceMs: 300,
    });
    await until(() => stubborn.tail().length > 0);
    await stubborn.stop();
    expect((await stubborn.exited).signal).toBe('SIGKILL');
  });

  it('takes along what it started itself', async () => {
    const parent = startChild(
      node(
        "const { spawn } = require('node:child_process');" +
          "console.log(spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']).pid); setInterval(() => {}, 1000)",
      ),
    );
    await until(() => parent.tail().length > 0);
    const grandchild = Number(parent.tail()[0]);
    expect(isAlive(grandchild)).toBe(true);
    await parent.stop();
    await until(() => !isAlive(grandchild));
  });

  it('ends when the program above is killed with -9', async () => {
    const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
    const module = pathToFileURL(fromRoot('scripts/src/process/child.ts')).href;
    const script = `import { startChild } from ${JSON.stringify(module)};
      startChild({ name: 'c', command: process.execPath,
        args: ['-e', 'console.log(process.pid); setInterval(() => {}, 1000)'], onLine: console.log });`;
    const above = spawn(process.execPath, ['--import', tsx, '--input-type=module', '-e', script]);
    const pid = await new Promise<number>((resolve) =>
      above.stdout.on('data', (data: Buffer) => resolve(Number(data.toString()))),
    );
    expect(isAlive(pid)).toBe(true);
    above.kill('SIGKILL');
    await until(() => !isAlive(pid));
  });
});
