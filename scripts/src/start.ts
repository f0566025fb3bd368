// `npx -y pnpm@10 start`: everything on this machine, with a demo brand in it, until Ctrl-C.
import { join } from 'node:path';
import { dataFolder } from './paths.js';
import { program } from './process/program.js';
import { Refusal } from './process/refusal.js';
import { firstPort } from './world/checks.js';
import { runVisibly } from './world/step.js';
import { planWorld, type World } from './world.js';

program(
  async () => {
    const plan = await planWorld({
      port: firstPort(process.env),
      dataDir: dataFolder(),
      databaseUrl: process.env.DATABASE_URL || undefined,
    });
    await runVisibly(plan.steps);
    const world = plan.world();
    console.log(addresses(world));
    const ended = await world.firstEnded;
    throw new Refusal(
      `The ${ended} has ended by itself; its last words are in ${join(dataFolder(), 'logs')}`,
    );
  },
  { stoppedCode: 0 },
);

/** Each address on a line of its own. */
function addresses({ url, sandboxUrl }: World): string {
  const places: [what: string, address: string][] = [
    ['顾客小程序 Consumer app, as WeChat, Alipay or JD by the switch above it', `${url}/consumer/`],
    ['店员小程序 Clerk app: clerk.wukang or clerk.hubin / lampisle-demo', `${url}/clerk/`],
    ['管理台 Panel: operator / lampisle-demo', `${url}/admin/`],
    ['沙箱 Sandbox: pay, refuse or delay what the preview orders', `${sandboxUrl}/control`],
    ['OpenAPI', `${url}/openapi.json`],
    ['Health', `${url}/health`],
  ];
  const lines = places.map(([what, address]) => `${what}\n${address}\n`);
  return ['', ...lines, 'Ctrl-C stops everything.'].join('\n');
}
