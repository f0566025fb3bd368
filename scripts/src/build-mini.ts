// `pnpm build:mini`: both mini-programs for WeChat, Alipay, JD and the browser, two builds at a time, each
// checked for completeness and weight. `pnpm build:mini consumer weapp` builds only what these words name.
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { size, weigh, type AppJson, type Verdict } from './build/budget.js';
import {
  APPS,
  BUILDS_AT_ONCE,
  PLATFORMS,
  buildTarget,
  mini,
  type App,
  type MiniPlatform,
} from './build/targets.js';
import { program } from './process/program.js';
import { Refusal } from './process/refusal.js';
import { DATA, fromRoot } from './paths.js';
import { checkDisk } from './world/checks.js';
import { runVisibly, type Step } from './world/step.js';

interface Output {
  app: App;
  platform: MiniPlatform;
}

program(async () => {
  checkDisk(DATA);
  const outputs = wanted(process.argv.slice(2));
  await runVisibly([{ title: 'Build', steps: outputs.map(step), atOnce: BUILDS_AT_ONCE }]);
  const verdicts = outputs.map((output) => ({ output, verdict: judge(output) }));
  console.log(`\n${table(verdicts)}`);
  const complaints = verdicts.flatMap(({ output, verdict }) =>
    verdict.complaints.map((text) => `${output.app} for ${output.platform}: ${text}`),
  );
  if (complaints.length === 0) return 0;
  console.error(`\n${complaints.join('\n')}`);
  return 1;
});

function wanted(words: string[]): Output[] {
  const known: string[] = [...APPS, ...PLATFORMS];
  const unknown = words.find((word) => !known.includes(word));
  if (unknown) throw new Refusal(`"${unknown}" is none of ${known.join(', ')}.`);
  const pick = <T extends string>(all: readonly T[]) => {
    const named = all.filter((one) => words.includes(one));
    return named.length > 0 ? named : all;
  };
  return pick(APPS).flatMap((app) => pick(PLATFORMS).map((platform) => ({ app, platform })));
}

function step({ app, platform }: Output): Step {
  const target = mini(app, platform);
  return {
    title: target.title,
    run: async (say) => ((await buildTarget(target, say)) ? undefined : 'up to date'),
  };
}

function judge({ app, platform }: Output): Verdict {
  const folder = fromRoot('miniapp/dist', app, platform);
  const files = readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({ path: relative(folder, file), bytes: statSync(file).size }));
  const appJson = join(folder, 'app.json');
  const settings = existsSync(appJson) ? (JSON.parse(readFileSync(appJson, 'utf8')) as AppJson) : undefined;
  return weigh(app, platform, files, settings);
}

function table(rows: { output: Output; verdict: Verdict }[]): string {
  const cells = rows.map(({ output, verdict }) => [
    output.app,
    output.platform,
    output.platform === 'h5' ? '-' : size(verdict.mainBytes),
    String(Object.keys(verdict.subBytes).length),
    size(Math.max(0, ...Object.values(verdict.subBytes))),
    size(verdict.totalBytes),
    verdict.complaints.length > 0 ? 'refused' : 'ok',
  ]);
  const all = [['app', 'platform', 'main', 'subs', 'largest sub', 'total', ''], ...cells];
  const widths = all[0]!.map((_, column) => Math.max(...all.map((row) => row[column]!.length)));
  return all
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
