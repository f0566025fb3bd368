// Test files of the packages, run by vitest and counted by its own report.
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { runChild } from '../process/child.js';
import { fromRoot } from '../paths.js';
import type { Check, Outcome } from './check.js';
import type { Package } from './tools.js';

/** Kinds of tests by the names of their files. */
export const KINDS = {
  unit: /(?<!\.db)\.spec\.tsx?$/,
  database: /\.db\.spec\.ts$/,
  http: /\.e2e-spec\.ts$/,
  mini: /\.mini-spec\.ts$/,
  browser: /\.browser-spec\.ts$/,
} as const;
export type Kind = keyof typeof KINDS;

export interface TestOptions {
  title: string;
  kinds: Kind[];
  after?: string[];
  env?: Record<string, string>;
}

/** One run of vitest over the files of these kinds in a package; nothing where it has none. */
export function testCheck(name: Package, options: TestOptions): Check[] {
  const files = options.kinds.flatMap((kind) => testFiles(name, kind));
  if (files.length === 0) return [];
  return [{ title: options.title, after: options.after, run: () => runVitest(name, files, options.env) }];
}

/** Paths inside the package. */
export function testFiles(name: Package, kind: Kind): string[] {
  const folder = fromRoot(name);
  return ['src', 'test']
    .map((part) => join(folder, part))
    .filter((part) => existsSync(part))
    .flatMap((part) => readdirSync(part, { withFileTypes: true, recursive: true }))
    .filter((entry) => entry.isFile() && KINDS[kind].test(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}

interface Report {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { name: string; status: string; message: string; assertionResults: unknown[] }[];
}

async function runVitest(name: Package, files: string[], env: Record<string, string> = {}): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'tongdian-report-'));
  const reportFile = join(folder, 'report.json');
  const { code, tail } = await runChild({
    name: `vitest ${name}`,
    command: process.execPath,
    args: [fromRoot(name, 'node_modules/vitest/vitest.mjs'), 'run', ...files].concat(
      ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`],
      ['--maxWorkers=1', '--no-color'],
    ),
    cwd: fromRoot(name),
    env: { ...process.env, NO_COLOR: '1', ...env },
    tailLines: 400,
    graceMs: 10_000,
  });
  const report = existsSync(reportFile) && (JSON.parse(readFileSync(reportFile, 'utf8')) as Report);
  rmSync(folder, { recursive: true, force: true });
  if (!report) return { passed: 0, failed: 1, report: tail.join('\n') };
  return count(report, files, name, code, tail);
}

/** A file that could not be loaded, or was not run at all, has no tests to count: it counts as one failed. */
function count(report: Report, files: string[], name: string, code: number | null, tail: string[]): Outcome {
  const ran = new Set(report.testResults.map((one) => relative(fromRoot(name), one.name)));
  const missing = files.filter((file) => !ran.has(file));
  const broken = report.testResults.filter((one) => one.status === 'failed' && !one.assertionResults.length);
  const failed = report.numFailedTests + broken.length + missing.length;
  if (code === 0 && failed === 0) return { passed: report.numPassedTests, failed };
  const notRun = missing.map((file) => `${name}/${file} was not run: vitest.config.ts does not include it`);
  const shown = [...tail.filter((line) => !/^\s*[✓↓]/.test(line)), ...notRun].join('\n');
  return { passed: report.numPassedTests, failed: Math.max(1, failed), report: shown };
}
