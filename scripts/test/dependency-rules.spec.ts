// Each rule of dependency-cruiser.cjs is shown to refuse what it forbids: a small tree of files, one breach
// each, goes through the same command that checks the project.
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { execa } from 'execa';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT, fromRoot } from '../src/paths.js';

interface Violation {
  from: string;
  to: string;
  rule: { name: string };
}

/** Rule, the file that breaks it, and the one line in it. */
const BREACHES: [rule: string, file: string, line: string][] = [
  ['1-kernel-imports-nothing', 'shared/src/kernel/a.ts', "import '../rules/price.js';"],
  ['1-kernel-imports-nothing', 'shared/src/kernel/b.ts', "import 'class-validator';"],
  ['1-rules-import-kernel', 'shared/src/rules/a.ts', "import '../contract/route.js';"],
  [
    '1-contract-imports-kernel-and-rules',
    'shared/src/contract/a.ts',
    "import '../../../sandbox/src/trades.js';",
  ],
  ['1-shared-does-no-io', 'shared/src/rules/b.ts', "import 'node:fs';"],
  ['1-sides-stay-apart', 'server/src/orders/a.ts', "import '../../../miniapp/src/kit/api.js';"],
  ['1-sides-stay-apart', 'server/src/platform/a.ts', "import '../../../sandbox/src/trades.js';"],
  ['1-sides-stay-apart', 'miniapp/src/kit/a.ts', "import '../../../server/src/orders/orders.service.js';"],
  ['1-sides-stay-apart', 'admin/src/a.ts', "import '../../miniapp/src/kit/api.js';"],
  ['1-sides-stay-apart', 'miniapp/src/kit/b.ts', "import '../../../scripts/src/postgres.js';"],
  [
    '1-tests-stay-apart',
    'miniapp/test/a.mini-spec.ts',
    "import '../../server/src/orders/orders.service.js';",
  ],
  [
    '1-bench-and-scripts-are-clients',
    'bench/src/a.ts',
    "import '../../server/src/orders/orders.service.js';",
  ],
  ['1-bench-and-scripts-are-clients', 'scripts/src/a.ts', "import '../../miniapp/src/kit/api.js';"],
  ['1-scripts-know-no-bench', 'scripts/src/b.ts', "import '../../bench/src/load.js';"],
  ['1-sandbox-is-a-stranger', 'sandbox/src/a.ts', "import '@tongdian/shared/kernel/money';"],
  ['1-sandbox-is-a-stranger', 'sandbox/src/b.ts', "import '../../server/src/orders/orders.service.js';"],
  ['2-platform-is-below-features', 'server/src/platform/b.ts', "import '../orders/orders.service.js';"],
  ['2-platform-is-below-features', 'server/src/platform/c.ts', "import '../app.module.js';"],
  ['2-features-are-below-app', 'server/src/orders/b.ts', "import '../app.module.js';"],
  ['2-every-feature-has-a-floor', 'server/src/gadgets/a.ts', "import 'node:fs';"],
  ['2-floor-1', 'server/src/members/a.ts', "import '../points/points.service.js';"],
  ['2-floor-1', 'server/src/members/b.ts', "import '../stores/stores.service.js';"],
  ['2-floor-2', 'server/src/coupons/a.ts', "import type { Paid } from '../orders/orders.service.js';"],
  ['2-floor-3', 'server/src/orders/c.ts', "import '../insights/insights.service.js';"],
  ['2-floor-3', 'server/src/orders/d.ts', "import '../payments/payments.service.js';"],
  ['2-floor-4', 'server/src/payments/a.ts', "import '../insights/insights.service.js';"],
  ['2-floor-5', 'server/src/insights/a.ts', "import '../demo/demo.service.js';"],
  ['2-only-service-and-module', 'server/src/orders/e.ts', "import '../points/points.repository.js';"],
  [
    '2-only-service-and-module',
    'server/src/orders/f.ts',
    "import type { P } from '../points/point.entity.js';",
  ],
  ['3-typeorm-behind-repositories', 'server/src/orders/g.service.ts', "import 'typeorm';"],
  ['3-controller-asks-a-service', 'server/src/points/a.controller.ts', "import './points.repository.js';"],
  ['3-nothing-calls-a-controller', 'server/src/points/a.service.ts', "import './points.controller.js';"],
  [
    '3-repository-stands-below-services',
    'server/src/points/a.repository.ts',
    "import './points.service.js';",
  ],
  ['3-rules-import-only-shared', 'server/src/points/a-rules.ts', "import './points.service.js';"],
  ['3-rules-import-only-shared', 'server/src/points/b-rules.ts', "import 'node:fs';"],
  [
    '4-clients-take-dto-as-types',
    'miniapp/src/kit/c.ts',
    "import { D } from '@tongdian/shared/contract/x.dto';",
  ],
  ['4-clients-take-dto-as-types', 'admin/src/b.tsx', "import '@tongdian/shared/contract/x.dto';"],
  [
    '4-clients-take-dto-as-types',
    'shared/src/contract/y.routes.ts',
    "import { D } from './x.dto.js';\nnew D();",
  ],
  ['4-clients-carry-no-decorators', 'miniapp/src/kit/d.ts', "import 'class-validator';"],
  ['4-platforms-through-the-kit', 'miniapp/src/consumer/a.ts', "import '../kit/platform/weapp.js';"],
  ['4-consumer-knows-no-clerk', 'miniapp/src/consumer/b.ts', "import '../clerk/scan.js';"],
  ['4-clerk-knows-no-consumer', 'miniapp/src/clerk/a.ts', "import '../consumer/a.js';"],
  ['4-kit-knows-no-app', 'miniapp/src/kit/e.ts', "import '../clerk/scan.js';"],
  ['5-no-circle', 'admin/src/ring-a.ts', "import './ring-b.js';"],
  ['5-no-circle', 'admin/src/ring-c.ts', "import type { D } from './ring-d.js';"],
];

/** What stands there to be imported, and imports that the rules allow. */
const SOUND: [file: string, text: string][] = [
  ['shared/src/kernel/money.ts', 'export const zero = 0;'],
  ['shared/src/rules/price.ts', "import '../kernel/money.js';"],
  ['shared/src/contract/route.ts', "import '../rules/price.js';"],
  ['shared/src/contract/x.dto.ts', "import 'class-validator';\nexport class D {}"],
  ['shared/src/contract/x.routes.ts', "import type { D } from './x.dto.js';\nexport type X = D;"],
  ['server/src/app.module.ts', "import './orders/orders.module.js';\nimport 'typeorm';"],
  ['server/src/platform/database.ts', "import 'typeorm';\nimport '@tongdian/shared/kernel/money';"],
  ['server/src/stores/stores.service.ts', 'export const stores = 1;'],
  ['server/src/points/point.entity.ts', "import 'typeorm';\nexport class P {}"],
  ['server/src/points/points.repository.ts', "import './point.entity.js';"],
  ['server/src/points/points.controller.ts', "import './points.service.js';"],
  [
    'server/src/points/points.service.ts',
    "import './points.repository.js';\nimport '../platform/database.js';",
  ],
  ['server/src/points/points.service.spec.ts', "import '../../../sandbox/src/trades.js';"],
  ['server/src/points/points-rules.ts', "import '@tongdian/shared/rules/price';"],
  ['server/src/payments/payments.service.ts', "import '../orders/orders.service.js';"],
  ['server/src/sales/sales.events.ts', 'export const sold = 1;'],
  ['server/src/orders/orders.module.ts', "import './orders.service.js';\nimport '../sales/sales.events.js';"],
  ['server/src/orders/orders.service.ts', "import '../points/points.service.js';"],
  ['server/src/insights/insights.service.ts', "import '../orders/orders.service.js';"],
  ['server/src/demo/demo.service.ts', "import '../payments/payments.service.js';"],
  ['server/test/orders.e2e-spec.ts', "import '../src/app.module.js';\nimport '../../sandbox/src/trades.js';"],
  ['miniapp/src/kit/api.ts', "import type { D } from '@tongdian/shared/contract/x.dto';\nexport type A = D;"],
  ['miniapp/src/kit/platform/weapp.ts', 'export const host = 1;'],
  ['miniapp/src/kit/platform/index.ts', "export { host } from '@host';"],
  ['miniapp/src/clerk/scan.ts', "import '@kit/api';\nimport '../kit/platform/index.js';"],
  ['admin/src/ring-b.ts', "import './ring-a.js';"],
  ['admin/src/ring-d.ts', "import type { C } from './ring-c.js';\nexport type D = C;"],
  ['sandbox/src/trades.ts', "import 'node:crypto';"],
  ['scripts/src/postgres.ts', "import '../../sandbox/src/trades.js';"],
  ['bench/src/load.ts', "import '../../scripts/src/postgres.js';"],
];

let tree: string;
let violations: Violation[];

beforeAll(async () => {
  tree = mkdtempSync(join(tmpdir(), 'tongdian-rules-'));
  for (const [, file, line] of BREACHES) write(file, line);
  for (const [file, text] of SOUND) write(file, text);
  for (const name of ['typeorm', 'class-validator'])
    write(`node_modules/${name}/index.js`, 'export default 1;');
  mkdirSync(join(tree, 'node_modules/@tongdian'), { recursive: true });
  symlinkSync(join(tree, 'shared'), join(tree, 'node_modules/@tongdian/shared'));
  for (const file of ['dependency-cruiser.cjs', 'scripts/src/lint/aliases.cjs', 'shared/package.json']) {
    cpSync(fromRoot(file), join(tree, file), { recursive: true });
  }
  write('shared/tsconfig.json', '{ "include": ["**/*"] }');
  const { stdout, stderr } = await execa(
    'node',
    [fromRoot('node_modules/dependency-cruiser/bin/dependency-cruise.mjs')].concat(
      ['--config', 'dependency-cruiser.cjs', '-T', 'json'],
      ['shared', 'server', 'miniapp', 'admin', 'sandbox', 'bench', 'scripts'],
    ),
    { cwd: tree, reject: false },
  );
  if (stderr) throw new Error(stderr);
  violations = (JSON.parse(stdout) as { summary: { violations: Violation[] } }).summary.violations;
});

afterAll(() => rmSync(tree, { recursive: true, force: true }));

describe('the five rules', () => {
  it.each(BREACHES)('%s refuses %s', (rule, file) => {
    expect(violations.filter((one) => one.from === file).map((one) => one.rule.name)).toContain(rule);
  });

  it('refuse nothing that they allow', () => {
    const rings = /admin\/src\/ring/;
    const sound = new Set(SOUND.map(([file]) => file).filter((file) => !rings.test(file)));
    expect(violations.filter((one) => sound.has(one.from))).toEqual([]);
  });

  it('are all shown here', async () => {
    const { forbidden } = (await import(join(ROOT, 'dependency-cruiser.cjs'))) as {
      forbidden: { name: string }[];
    };
    const shown = new Set(BREACHES.map(([rule]) => rule));
    expect(forbidden.map((one) => one.name).filter((name) => !shown.has(name))).toEqual([]);
  });
});

function write(file: string, text: string): void {
  mkdirSync(dirname(join(tree, file)), { recursive: true });
  writeFileSync(join(tree, file), `${text}\n`);
}
