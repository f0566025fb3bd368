// The five rules of ARCHITECTURE.md, as far as imports show them. What is no import (a vendor's global
// object, a file that only re-exports) stands in eslint.config.js. Each rule here is proven by a file that
// breaks it in scripts/test/dependency-rules.spec.ts.

const path = require('node:path');

const SPEC = '\\.(spec|e2e-spec|mini-spec|browser-spec)\\.tsx?$|^[a-z]+/test/|/vitest\\.config\\.ts$';
const OURS = '^(shared|server|miniapp|admin|sandbox|bench|scripts)/';

/** A feature may import from the floors below its own, never from beside or above. */
const FLOORS = [
  ['members', 'staff', 'stores', 'catalog', 'audit'],
  ['points', 'levels', 'coupons', 'messages'],
  ['orders', 'bookings', 'tickets', 'sales'],
  // Both end what an order began: money makes it paid, the counter hands it over (docs/decisions/0005-floors.md).
  ['payments', 'verification'],
  ['insights', 'recommendations', 'campaigns', 'partners', 'demo', 'health'],
];
const folder = (names) => `^server/src/(${names.join('|')})/`;
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

/** Rule 1: `kernel <- rules <- contract <- {server, miniapp, admin, bench}`; sides never import each other. */
const languages = [
  forbid(
    '1-kernel-imports-nothing',
    'shared/src/kernel imports nothing but itself',
    { path: '^shared/src/kernel/', pathNot: SPEC },
    { pathNot: '^shared/src/kernel/' },
  ),
  forbid(
    '1-rules-import-kernel',
    'shared/src/rules imports kernel and rules',
    { path: '^shared/src/rules/', pathNot: SPEC },
    { path: OURS, pathNot: '^shared/src/(kernel|rules)/' },
  ),
  forbid(
    '1-contract-imports-kernel-and-rules',
    'shared/src/contract imports kernel, rules and contract',
    { path: '^shared/src/contract/', pathNot: SPEC },
    { path: OURS, pathNot: '^shared/src/(kernel|rules|contract)/' },
  ),
  forbid(
    '1-shared-does-no-io',
    'shared reaches no file, network or clock of Node',
    { path: '^shared/src/', pathNot: SPEC },
    { dependencyTypes: ['core'] },
  ),
  forbid(
    '1-sides-stay-apart',
    'server, miniapp and admin import shared, and nothing else of ours',
    { path: '^(server|miniapp|admin)/', pathNot: SPEC },
    { path: OURS, pathNot: ['^shared/', '^$1/'] },
  ),
  forbid(
    '1-tests-stay-apart',
    'tests of a side may use the sandbox and the scripts, no other side',
    { path: '^(server|miniapp|admin)/' },
    { path: OURS, pathNot: ['^(shared|sandbox|scripts)/', '^$1/'] },
  ),
  forbid(
    '1-bench-and-scripts-are-clients',
    'bench and scripts talk to the server over HTTP',
    { path: '^(bench|scripts)/' },
    { path: '^(server|miniapp|admin)/' },
  ),
  forbid(
    '1-scripts-know-no-bench',
    'scripts do not import bench',
    { path: '^scripts/' },
    { path: '^bench/' },
  ),
  forbid(
    '1-sandbox-is-a-stranger',
    'sandbox imports nothing of ours: it is the outside world',
    { path: '^sandbox/' },
    { path: OURS, pathNot: '^sandbox/' },
  ),
];

/** Rule 2: `platform <- features <- app.module`, and the features on their floors. */
const floors = [
  forbid(
    '2-platform-is-below-features',
    'server/src/platform imports no feature',
    { path: '^server/src/platform/', pathNot: SPEC },
    { path: '^server/src/', pathNot: '^server/src/(platform|migrations)/' },
  ),
  forbid(
    '2-features-are-below-app',
    'a feature does not import app.module or main',
    { path: folder(FLOORS.flat()), pathNot: [SPEC, '-cli\\.ts$'] },
    { path: '^server/src/[^/]+\\.ts$' },
  ),
  forbid(
    '2-every-feature-has-a-floor',
    'a new folder of server/src gets its place in FLOORS (dependency-cruiser.cjs)',
    {
      path: '^server/src/[^/]+/',
      pathNot: [SPEC, '^server/src/(platform|migrations)/', folder(FLOORS.flat())],
    },
    {},
  ),
  ...FLOORS.map((names, floor) =>
    forbid(
      `2-floor-${floor + 1}`,
      `{${names.join(', ')}} import only from the floors below; beside, only an event's declaration`,
      { path: `^server/src/(${names.join('|')})/`, pathNot: SPEC },
      {
        path: folder(FLOORS.slice(floor).flat()),
        pathNot: ['^server/src/$1/', `${folder(names)}.*\\.events\\.ts$`],
      },
    ),
  ),
  forbid(
    '2-only-service-and-module',
    'of a lower feature only its services and module are imported, not what stands behind them',
    { path: `^server/src/(${FLOORS.flat().join('|')})/`, pathNot: SPEC },
    {
      path: `${folder(FLOORS.flat())}.*(\\.(controller|repository|entity|views)|-rules)\\.ts$`,
      pathNot: '^server/src/$1/',
    },
  ),
];

/** Rule 3: controller -> service -> {repository, rules, views}. */
const inside = [
  forbid(
    '3-typeorm-behind-repositories',
    'typeorm stands in *.entity.ts, *.repository.ts, platform/, migrations/ and app.module.ts',
    {
      path: '^server/src/',
      pathNot: [
        SPEC,
        '\\.(entity|repository)\\.ts$',
        '^server/src/(platform|migrations)/',
        '^server/src/app\\.module\\.ts$',
      ],
    },
    { path: '(^|/)node_modules/typeorm/' },
  ),
  forbid(
    '3-controller-asks-a-service',
    'a controller binds only: no repository, entity, or rules',
    { path: '\\.controller\\.ts$' },
    { path: '^server/src/.*(\\.(repository|entity)|-rules)\\.ts$' },
  ),
  forbid(
    '3-nothing-calls-a-controller',
    'only the module of a feature knows its controllers',
    { path: '^server/src/', pathNot: [SPEC, '\\.module\\.ts$'] },
    { path: '\\.controller\\.ts$' },
  ),
  forbid(
    '3-repository-stands-below-services',
    'repositories, entities and views do not call services',
    { path: '^server/src/.*\\.(repository|entity|views)\\.ts$' },
    { path: '^server/src/.*\\.(service|controller|module)\\.ts$' },
  ),
  forbid(
    '3-rules-import-only-shared',
    '*-rules.ts imports only shared',
    { path: '^server/src/.*-rules\\.ts$' },
    { pathNot: '^shared/src/' },
  ),
];

/** Rule 4: data classes of the contract are types for clients; one app does not know the other. */
const clients = [
  forbid(
    '4-clients-take-dto-as-types',
    'decorators break in mini-programs and weigh 37 to 60 KB: `import type` only',
    { path: '^(miniapp|admin|bench)/src/|^shared/src/contract/.*\\.routes\\.ts$', pathNot: SPEC },
    { path: '\\.dto\\.ts$', dependencyTypesNot: ['type-only'] },
  ),
  forbid(
    '4-clients-carry-no-decorators',
    'clients do not import class-validator and its kin',
    { path: '^(miniapp|admin|bench)/src/', pathNot: SPEC },
    { path: '(^|/)node_modules/(class-validator|class-transformer|reflect-metadata)/' },
  ),
  forbid(
    '4-platforms-through-the-kit',
    'only kit/platform/index.ts is imported from outside kit/platform',
    { path: '^miniapp/src/', pathNot: [SPEC, '^miniapp/src/kit/platform/'] },
    { path: '^miniapp/src/kit/platform/(weapp|alipay|jd|h5)' },
  ),
  forbid(
    '4-consumer-knows-no-clerk',
    '',
    { path: '^miniapp/src/consumer/' },
    { path: '^miniapp/src/clerk/' },
  ),
  forbid(
    '4-clerk-knows-no-consumer',
    '',
    { path: '^miniapp/src/clerk/' },
    { path: '^miniapp/src/consumer/' },
  ),
  forbid('4-kit-knows-no-app', '', { path: '^miniapp/src/kit/' }, { path: '^miniapp/src/(consumer|clerk)/' }),
];

/** Rule 5: no circle, types included. */
const circles = [forbid('5-no-circle', 'no import circle anywhere', {}, { circular: true })];

module.exports = {
  forbidden: [...languages, ...floors, ...inside, ...clients, ...circles],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|\\.temp|\\.data)/' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    tsConfig: { fileName: path.join(__dirname, 'shared/tsconfig.json') },
    webpackConfig: { fileName: path.join(__dirname, 'scripts/src/lint/aliases.cjs') },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['tongdian-source', 'import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
    reporterOptions: { text: { highlightFocused: true } },
  },
};
