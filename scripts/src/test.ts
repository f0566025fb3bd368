// `npx -y pnpm@10 test`: every check of the project on an embedded PostgreSQL and a packaged browser. Ends
// with a table and the line `N passed, N failed`; leaves nothing running. `pnpm test lint unit` runs only the
// checks with one of these words in their title, and what they stand on.
import { APPS, BUILDS_AT_ONCE, PLATFORMS, admin, mini, server, shared } from './build/targets.js';
import { runChecks, type Check, type Result } from './checks/check.js';
import { seconds, table } from './checks/table.js';
import { testCheck } from './checks/tests.js';
import { SHOP, shopCheck } from './checks/shop.js';
import { PACKAGES, buildCheck, toolChecks } from './checks/tools.js';
import { startPostgres } from './postgres.js';
import { endAll } from './process/child.js';
import { program } from './process/program.js';
import { DATA } from './paths.js';
import { checkDisk } from './world/checks.js';

program(async () => {
  checkDisk(DATA);
  const begun = Date.now();
  const postgres = await startPostgres({ durable: false });
  process.env.TEST_DATABASE_URL = postgres.url;
  const results = await runChecks(chosen(plan(postgres.url), process.argv.slice(2)), BUILDS_AT_ONCE, show);
  await endAll();

  const passed = results.reduce((sum, one) => sum + one.passed, 0);
  const failed = results.reduce((sum, one) => sum + one.failed, 0);
  console.log(`\n${table(results)}\n\n${seconds(Date.now() - begun)} s in all`);
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
});

function plan(databaseUrl: string): Check[] {
  const forServer = [shared, server].map(buildCheck);
  const previews = [...APPS.map((app) => mini(app, 'h5')), admin].map(buildCheck);
  const minis = APPS.flatMap((app) => PLATFORMS.filter((one) => one !== 'h5').map((one) => mini(app, one)));
  const outputs = minis.map(buildCheck);
  const titles = (checks: Check[]) => checks.map((check) => check.title);
  const shop = shopCheck(databaseUrl, titles([...forServer, ...previews]));
  return [
    ...toolChecks(),
    ...forServer,
    ...PACKAGES.flatMap((name) => testCheck(name, { title: `unit: ${name}`, kinds: ['unit'] })),
    ...testCheck('server', { title: 'database: server', kinds: ['database'] }),
    ...previews,
    ...testCheck('server', { title: 'http: server', kinds: ['http'] }),
    shop,
    ...outputs,
    ...testCheck('scripts', { title: 'start and stop', kinds: ['http'], after: [SHOP] }),
    ...PACKAGES.flatMap((name) =>
      testCheck(name, { title: `real browser: ${name}`, kinds: ['browser'], after: [SHOP] }),
    ),
    ...testCheck('miniapp', {
      title: 'compiled mini-programs',
      kinds: ['mini'],
      after: [SHOP, ...titles(outputs)],
    }),
  ];
}

function chosen(checks: Check[], words: string[]): Check[] {
  if (words.length === 0) return checks;
  const titles = new Set<string>();
  const take = (check: Check) => {
    titles.add(check.title);
    for (const title of check.after ?? []) take(checks.find((one) => one.title === title)!);
  };
  checks.filter((check) => words.some((word) => check.title.includes(word))).forEach(take);
  return checks.filter((check) => titles.has(check.title));
}

function show(result: Result): void {
  const { title, passed, failed, ms, report, isPreparation } = result;
  const counts = isPreparation && !failed ? '' : `, ${passed} passed, ${failed} failed`;
  console.log(`${failed ? '✖' : '✔'} ${title} (${seconds(ms)} s${counts})`);
  if (failed && report) console.log(report.replaceAll(/^/gm, '    '));
}
