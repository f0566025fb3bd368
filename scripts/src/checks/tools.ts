// Checks that are one run of a tool each: it passes or it fails.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { runChild } from '../process/child.js';
import { ROOT, fromRoot } from '../paths.js';
import { buildTarget, type Target } from '../build/targets.js';
import type { Check } from './check.js';

export const PACKAGES = ['shared', 'server', 'sandbox', 'miniapp', 'admin', 'bench', 'scripts'] as const;
export type Package = (typeof PACKAGES)[number];

/** Formatting, lint, dependency rules, and the types of each package. */
export function toolChecks(): Check[] {
  return [
    tool('formatting', 'prettier', 'prettier', ['--check', '--log-level', 'warn', '.']),
    tool('lint', 'eslint', 'eslint', ['.']),
    tool('dependency rules', 'dependency-cruiser', 'depcruise', [
      '--config',
      'dependency-cruiser.cjs',
      ...PACKAGES,
    ]),
    ...PACKAGES.map((name) =>
      tool(`types: ${name}`, 'typescript', 'tsc', ['-p', `${name}/tsconfig.json`, '--pretty', 'false']),
    ),
  ];
}

/** A build that later checks stand on. */
export function buildCheck(target: Target): Check {
  return {
    title: target.title.toLowerCase(),
    isPreparation: true,
    run: async (say) => {
      await buildTarget(target, say);
      return { passed: 0, failed: 0 };
    },
  };
}

function tool(title: string, name: string, bin: string, args: string[]): Check {
  return {
    title,
    run: async () => {
      const { code, tail } = await runChild({
        name: title,
        command: process.execPath,
        args: [toolFile(name, bin), ...args],
        cwd: ROOT,
      });
      if (code === 0) return { passed: 1, failed: 0 };
      return { passed: 0, failed: 1, report: tail.join('\n') };
    },
  };
}

/** The script of a tool that the root package installs. */
function toolFile(name: string, bin: string): string {
  const require = createRequire(fromRoot('package.json'));
  const file = resolvePackage(require, name);
  const { bin: bins } = require(file) as { bin: string | Record<string, string> };
  return join(dirname(file), typeof bins === 'string' ? bins : bins[bin]!);
}

/** Some packages do not export their package.json: then it is where npm puts it. */
function resolvePackage(require: NodeJS.Require, name: string): string {
  try {
    return require.resolve(`${name}/package.json`);
  } catch {
    return fromRoot('node_modules', name, 'package.json');
  }
}
