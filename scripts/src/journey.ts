// `pnpm journey [--notifies normal|twice|out-of-order|twice-out-of-order]`: the main job over HTTP, once for
// each platform, against a running `pnpm start` (or, where none runs, a world of its own).
import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { PLATFORMS, type Platform } from '@tongdian/shared/kernel/platforms';
import { adminInvariants } from '@tongdian/shared/contract/insights.routes';
import { signInStaff } from './journey/office.js';
import { phoneOf } from './journey/phone.js';
import { must, Steps, type StepResult } from './journey/steps.js';
import { visit } from './journey/visit.js';
import { startWorld } from './world.js';

const FAULTS: Record<string, string[]> = {
  normal: [],
  twice: ['duplicate'],
  'out-of-order': ['out-of-order'],
  'twice-out-of-order': ['duplicate', 'out-of-order'],
};

interface Place {
  server: string;
  sandbox: string;
  leave(): Promise<void>;
}

async function findPlace(): Promise<Place> {
  const server = process.env['TONGDIAN_URL'] ?? `http://127.0.0.1:${process.env['PORT'] ?? '4600'}`;
  try {
    const preview = await fetch(`${server}/preview.json`, { signal: AbortSignal.timeout(2_000) });
    const { sandbox } = (await preview.json()) as { sandbox: string };
    return { server, sandbox, leave: () => Promise.resolve() };
  } catch {
    console.log(`nothing answers at ${server}: starting a world for this journey`);
    const world = await startWorld({ withApps: false });
    return { server: world.url, sandbox: world.sandboxUrl, leave: () => world.stop() };
  }
}

async function orderFaults(sandbox: string, kinds: readonly string[]): Promise<void> {
  for (const platform of PLATFORMS) {
    for (const kind of kinds) {
      const response = await fetch(`${sandbox}/control/faults`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ platform, where: 'notify', kind, times: null }),
      });
      if (!response.ok) throw new Error(`the sandbox refused the fault: ${await response.text()}`);
    }
  }
}

function show(result: StepResult): void {
  const verdict = result.ok ? 'ok    ' : 'failed';
  console.log(
    `${result.platform.padEnd(7)} ${verdict} ${result.ms.toFixed(0).padStart(6)} ms  ${result.name}`,
  );
  if (result.failure) console.log(`        ${result.failure}`);
}

async function travel(place: Place, steps: Steps): Promise<void> {
  const staff = await steps.run('all', 'staff sign in', () =>
    Promise.all(['operator', 'clerk.wukang', 'clerk.hubin'].map((login) => signInStaff(place.server, login))),
  );
  const [operator, clerk, otherClerk] = staff as [(typeof staff)[0], (typeof staff)[0], (typeof staff)[0]];
  const number = `139${String(randomInt(100_000_000)).padStart(8, '0')}`;
  const phone = phoneOf(place.sandbox, `journey-${number}`, number);
  let knownMemberId: string | null = null;
  for (const platform of PLATFORMS) {
    const stage = { server: place.server, steps, operator, clerk, otherClerk, phone, knownMemberId };
    knownMemberId = await visit(stage, platform as Platform);
  }
  await steps.run('all', 'the books agree', async () => {
    const books = await operator.call(adminInvariants, {});
    const broken = books.filter((book) => !book.ok);
    must(broken.length === 0, broken.map((book) => `${book.name}: ${book.broken[0]?.detail}`).join('; '));
  });
}

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { notifies: { type: 'string', default: 'normal' } } });
  const faults = FAULTS[values.notifies];
  if (!faults) {
    console.error(`journey: --notifies is one of ${Object.keys(FAULTS).join(', ')}`);
    return 1;
  }
  const place = await findPlace();
  const steps = new Steps(show);
  try {
    await orderFaults(place.sandbox, faults);
    await travel(place, steps);
  } catch (error) {
    if (!steps.results.some((result) => !result.ok))
      show({ platform: 'all', name: 'journey', ok: false, ms: 0, failure: (error as Error).message });
  } finally {
    if (faults.length > 0) await fetch(`${place.sandbox}/control/faults`, { method: 'DELETE' });
    await place.leave();
  }
  const passed = steps.results.filter((result) => result.ok).length;
  const failed = Math.max(
    steps.results.length - passed,
    steps.results.at(-1)?.name === 'the books agree' ? 0 : 1,
  );
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

process.exit(await main());
