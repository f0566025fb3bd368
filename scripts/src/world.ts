// One way to bring everything up: database, sandbox and server. `start` shows it, and journey, pictures,
// browser tests and benches use it quietly, so that each command starts what it needs by itself.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BUILDS_AT_ONCE, admin, buildTarget, mini, server, shared, type Target } from './build/targets.js';
import { freePorts } from './ports.js';
import { startPostgres } from './postgres.js';
import { whenEnding, type Child } from './process/child.js';
import { readKeys } from './world/keys.js';
import { checkDatabase, checkDisk, checkPorts } from './world/checks.js';
import { leaveFolder, note, takeFolder } from './world/running.js';
import { startSandbox, startServer } from './world/services.js';
import { runQuietly, type Step, type Steps } from './world/step.js';

export interface WorldOptions {
  /** The server's port; the sandbox takes the next one. Free ones unless told. */
  port?: number;
  /** Where data, keys and logs stay; a temporary folder that goes with `stop` unless told. */
  dataDir?: string;
  /** `preview` (the default) fills the demo brand. */
  mode?: 'preview' | 'test';
  /** Uses this PostgreSQL instead of an own one. */
  databaseUrl?: string;
  /** Builds the apps that the server shows too (true unless told): only the panel and the previews need it. */
  withApps?: boolean;
}

export interface World {
  /** `http://127.0.0.1:<port>`: API, apps, panel. */
  url: string;
  sandboxUrl: string;
  databaseUrl: string;
  /** What the sandbox handed out: a merchant's settings for the three platforms. */
  credentials: Record<string, string>;
  /** Resolves with the name of the first part that ended, wanted or not. */
  firstEnded: Promise<string>;
  /** Ends server, sandbox and database, and removes a temporary folder. */
  stop(): Promise<void>;
}

/** Starts a world without a word; the caller stops it. */
export async function startWorld(options: WorldOptions = {}): Promise<World> {
  const plan = await planWorld(options);
  await runQuietly(plan.steps);
  return plan.world();
}

/** Checks what can be checked before, and gives the steps that bring the world up. */
export async function planWorld(options: WorldOptions): Promise<{ steps: Steps; world(): World }> {
  const temporary = options.dataDir ? undefined : mkdtempSync(join(tmpdir(), 'tongdian-world-'));
  const folder = options.dataDir ?? temporary!;
  checkDisk(folder);
  const { wasKilled } = takeFolder(folder);
  const ending = whenEnding(async () => {
    leaveFolder(folder);
    if (temporary) rmSync(temporary, { recursive: true, force: true });
  });
  const port = options.port ?? (await freePorts(2));
  // What a killed start left is ending right now: its ports are free in a moment.
  await checkPorts(port, wasKilled ? 10_000 : 0);
  if (options.databaseUrl) await checkDatabase(options.databaseUrl);

  const parts: Part[] = [];
  const made: Partial<World> = {
    url: `http://127.0.0.1:${port}`,
    sandboxUrl: `http://127.0.0.1:${port + 1}`,
  };
  const stop = async () => {
    ending.release();
    for (const part of [...parts].reverse()) await part.stop();
    leaveFolder(folder);
    if (temporary) rmSync(temporary, { recursive: true, force: true });
  };
  const steps = [
    ...buildSteps(options.withApps ?? true),
    {
      title: 'Start the surroundings',
      steps: [databaseStep(options, folder, parts, made), sandboxStep(port + 1, folder, parts, made)],
      atOnce: 2,
    },
    serverStep(port, folder, options.mode ?? 'preview', parts, made),
  ];
  return {
    steps,
    world: () => {
      const firstEnded = Promise.race(parts.map((part) => part.exited.then(() => part.name)));
      return { ...(made as World), firstEnded, stop };
    },
  };
}

type Part = Pick<Child, 'name' | 'stop'> & { exited: Promise<unknown> };

function buildSteps(withApps: boolean): Steps {
  const step = (target: Target): Step => ({
    title: target.title,
    run: async (say) => ((await buildTarget(target, say)) ? undefined : 'up to date'),
  });
  const apps = [mini('consumer', 'h5'), mini('clerk', 'h5'), admin];
  // The apps read the source of shared: nothing here waits for anything else.
  const targets = [...(withApps ? apps : []), shared, server];
  return [{ title: 'Build', steps: targets.map(step), atOnce: BUILDS_AT_ONCE }];
}

function databaseStep(options: WorldOptions, folder: string, parts: Part[], made: Partial<World>): Step {
  return {
    title: 'Start the database',
    run: async () => {
      if (options.databaseUrl) {
        made.databaseUrl = options.databaseUrl;
        return 'the one of DATABASE_URL';
      }
      mkdirSync(join(folder, 'logs'), { recursive: true });
      const postgres = await startPostgres({
        folder: join(folder, 'postgres'),
        durable: options.dataDir !== undefined,
        logFile: join(folder, 'logs', 'postgres.log'),
      });
      parts.push({ name: 'database', ...postgres });
      made.databaseUrl = postgres.url;
      return undefined;
    },
  };
}

function sandboxStep(port: number, folder: string, parts: Part[], made: Partial<World>): Step {
  return {
    title: 'Start the sandbox of WeChat, Alipay and JD',
    run: async (say) => {
      const { child, credentials } = await startSandbox(port, folder, say);
      parts.push(child);
      made.credentials = credentials;
    },
  };
}

function serverStep(port: number, folder: string, mode: string, parts: Part[], made: Partial<World>): Step {
  return {
    title: 'Start the server',
    run: async (say) => {
      const { url, sandboxUrl, databaseUrl, credentials } = made as World;
      const env = {
        ...credentials,
        ...readKeys(folder),
        DATABASE_URL: databaseUrl,
        TONGDIAN_MODE: mode,
        PUBLIC_URL: url,
        SANDBOX_URL: sandboxUrl,
      };
      parts.push(await startServer(port, folder, env, say));
      note(folder, { url, sandboxUrl, databaseUrl });
    },
  };
}
