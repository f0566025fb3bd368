// `pnpm pictures`: walks both mini-programs and the panel in a real browser and writes docs/pictures. Starts
// its own world on free ports; TONGDIAN_URL names a running one instead.
import { mkdirSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';
import type { Browser } from 'playwright-core';
import { launchBrowser } from './browser.js';
import { fromRoot } from './paths.js';
import { DESK, PHONE, Visitor } from './pictures/visitor.js';
import { codeShown, walkAsClerk, walkAsMember, walkAsOperator, type Walk } from './pictures/walks.js';
import { whenEnding } from './process/child.js';
import { program } from './process/program.js';
import { Refusal } from './process/refusal.js';
import { runVisibly } from './world/step.js';
import { planWorld } from './world.js';

program(async () => {
  const walk: Walk = { server: await findServer(), folder: fromRoot('docs/pictures') };
  mkdirSync(walk.folder, { recursive: true });
  const browser = await launchBrowser();
  whenEnding(() => browser.close());
  await takeAll(browser, walk);
  console.log(`pictures are in ${walk.folder}`);
});

async function findServer(): Promise<string> {
  if (process.env.TONGDIAN_URL) return process.env.TONGDIAN_URL.replace(/\/$/, '');
  const plan = await planWorld({});
  await runVisibly(plan.steps);
  return plan.world().url;
}

async function takeAll(browser: Browser, walk: Walk): Promise<void> {
  const member = await Visitor.arrive(browser, PHONE);
  const clerk = await Visitor.arrive(browser, PHONE);
  const operator = await Visitor.arrive(browser, DESK);
  await step('the member', member, () => walkAsMember(member, walk));
  await step('the clerk', clerk, () => walkAsClerk(clerk, walk, () => codeShown(member)));
  await step('the operator', operator, () => walkAsOperator(operator, walk));
  const faults = [member, clerk, operator].flatMap((visitor) => visitor.faults);
  if (faults.length > 0) throw new Refusal(`A page failed while its picture was taken: ${faults[0]}`);
}

/** Playwright's own message has many lines: the first and what could be read on the screen will do. */
async function step(who: string, visitor: Visitor, walk: () => Promise<unknown>): Promise<void> {
  const begun = Date.now();
  await walk().catch(async (error: Error) => {
    const screen = (await visitor.words().catch(() => '')).replace(/\s*\n\s*/g, ' | ').slice(0, 500);
    const reason = stripVTControlCharacters(error.message.split('\n').slice(0, 4).join(' '));
    throw new Refusal(`The walk of ${who} stopped: ${reason}\nOn the screen: ${screen}`);
  });
  console.log(`✔ the walk of ${who} (${((Date.now() - begun) / 1000).toFixed(1)} s)`);
}
