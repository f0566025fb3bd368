/**
 * `pnpm bench:start`: what it costs to bring a server up on a database with the schema in place, until its
 * first answer: CPU (user and system, all threads) and resident memory, from /proc. Linux only.
 */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fromRoot } from '@tongdian/scripts/paths';
import { freePorts } from '@tongdian/scripts/ports';
import { startWorld, type World } from '@tongdian/scripts/world';

const RUNS = 7;
/** Clock ticks a second of /proc on every Linux that Node runs on. */
const TICKS = 100;

interface Cost {
  cpuS: number;
  wallS: number;
  rssMb: number;
}

function costOf(pid: number, begin: number): Cost {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // After the name in brackets: state is the first field, utime and stime the 12th and 13th.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const rss = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))!;
  return {
    cpuS: (Number(fields[11]) + Number(fields[12])) / TICKS,
    wallS: (performance.now() - begin) / 1_000,
    rssMb: Number(rss[1]) / 1_024,
  };
}

async function once(world: World): Promise<Cost> {
  const port = await freePorts(1);
  const key = (): string => randomBytes(32).toString('base64');
  const begin = performance.now();
  const server = spawn(process.execPath, [fromRoot('server/dist/main.js')], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      ...world.credentials,
      DATA_KEY: key(),
      INDEX_KEY: key(),
      TOKEN_KEY: key(),
      DATABASE_URL: world.databaseUrl,
      SANDBOX_URL: world.sandboxUrl,
      TONGDIAN_MODE: 'test',
      PORT: String(port),
      TZ: 'Asia/Shanghai',
    },
  });
  try {
    for (const end = Date.now() + 60_000; Date.now() < end;) {
      const answer = await fetch(`http://127.0.0.1:${port}/health`).catch(() => null);
      if (answer?.ok) return costOf(server.pid!, begin);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error('no answer within a minute');
  } finally {
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGTERM');
    await ended;
  }
}

const middle = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

const world = await startWorld({ mode: 'test', withApps: false });
try {
  const costs: Cost[] = [];
  await once(world); // the first reads the files from the disk
  for (let run = 1; run <= RUNS; run += 1) {
    const cost = await once(world);
    costs.push(cost);
    console.log(
      `run ${run}  ${cost.cpuS.toFixed(2)} CPU s  ${cost.wallS.toFixed(2)} s  ${cost.rssMb.toFixed(0)} MB`,
    );
  }
  const cpu = middle(costs.map((cost) => cost.cpuS));
  const rss = middle(costs.map((cost) => cost.rssMb));
  console.log(`start_cpu_s=${cpu.toFixed(2)} start_rss_mb=${rss.toFixed(0)}`);
} finally {
  await world.stop();
}
