// Everything that is built before it runs, and how.
import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { runChild } from '../process/child.js';
import { Refusal, diskRefusal } from '../process/refusal.js';
import { fromRoot } from '../paths.js';
import { buildOnce, type Stamped } from './stamp.js';

export const APPS = ['consumer', 'clerk'] as const;
export const PLATFORMS = ['weapp', 'alipay', 'jd', 'h5'] as const;
export type App = (typeof APPS)[number];
export type MiniPlatform = (typeof PLATFORMS)[number];

export interface Target extends Stamped {
  title: string;
  /** The package whose tools build it; also the working folder. */
  folder: string;
  /** npm package and binary of the tool. */
  tool: [name: string, bin: string];
  args: string[];
  env?: Record<string, string>;
}

const compiled = (folder: 'shared' | 'server'): Target => ({
  name: folder,
  title: folder === 'shared' ? 'Compile shared' : 'Compile the server',
  inputs: [`${folder}/src`, `${folder}/package.json`, '.swcrc'],
  output: `${folder}/dist`,
  folder,
  tool: ['@swc/cli', 'swc'],
  args: ['src', '--out-dir', 'dist', '--strip-leading-paths', '--config-file', '../.swcrc'].concat([
    '--ignore',
    '**/*.spec.ts',
    '--quiet',
  ]),
});

export const shared = compiled('shared');
export const server = compiled('server');

export const admin: Target = {
  name: 'admin',
  title: 'Build the panel',
  inputs: ['src', 'theme', 'public', 'index.html', 'vite.config.ts', 'package.json']
    .map((path) => `admin/${path}`)
    .concat('shared/src'),
  output: 'admin/dist/index.html',
  folder: 'admin',
  tool: ['vite', 'vite'],
  args: ['build', '--logLevel', 'warn'],
};

/** One mini-program for one platform; `h5` is the preview in a browser. */
export function mini(app: App, platform: MiniPlatform): Target {
  const other = APPS.find((one) => one !== app)!;
  const inputs = ['src', 'config', 'theme', 'types', 'babel.config.js', 'package.json', 'tsconfig.json'];
  const vendor = ['project.config.json', 'project.alipay.json', 'project.jd.json'];
  return {
    name: `${app}-${platform}`,
    title: `Build the ${app} app for ${platform}`,
    inputs: [...inputs, ...vendor].map((path) => `miniapp/${path}`).concat('shared/src'),
    except: [`miniapp/src/${other}/`],
    output: `miniapp/dist/${app}/${platform}/${platform === 'h5' ? 'index.html' : 'app.json'}`,
    folder: 'miniapp',
    tool: ['@tarojs/cli', 'taro'],
    args: ['build', '--type', platform],
    env: { TONGDIAN_APP: app, NODE_ENV: 'production', BROWSERSLIST_IGNORE_OLD_DATA: '1' },
  };
}

/** How many builds at once: each fills one core. */
export const BUILDS_AT_ONCE = Math.max(1, Math.min(2, availableParallelism()));

/** Builds the target unless it is fresh; `say` hears its last line of output. Gives whether it had to build. */
export function buildTarget(target: Target, say?: (line: string) => void): Promise<boolean> {
  return buildOnce(target, async () => {
    rmSync(fromRoot(dirnameOfOutput(target)), { recursive: true, force: true });
    const { code, tail } = await runChild({
      name: target.name,
      command: process.execPath,
      args: [binary(target), ...target.args],
      cwd: fromRoot(target.folder),
      env: { ...process.env, ...target.env },
      // Of Taro's many lines only the percentage tells something.
      onLine: (line) => (target.folder === 'miniapp' ? /\(\d+%\)/ : /\S/).test(line) && say?.(line),
    });
    if (code === 0) return;
    throw diskRefusal(tail.join('\n')) ?? new Refusal(`${target.title} failed:\n${tail.join('\n')}`);
  });
}

function dirnameOfOutput(target: Target): string {
  return target.output.endsWith('dist') ? target.output : dirname(target.output);
}

/** The tool's script file, from the package that lists it. */
function binary({ folder, tool: [name, bin] }: Target): string {
  const require = createRequire(fromRoot(folder, 'package.json'));
  const file = require.resolve(`${name}/package.json`);
  const { bin: bins } = require(file) as { bin: string | Record<string, string> };
  return join(dirname(file), typeof bins === 'string' ? bins : bins[bin]!);
}
