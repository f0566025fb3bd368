/**
 * One Taro package, two mini-programs: TONGDIAN_APP says which app is built, Taro's --type says for whom.
 * Sizes are written as in the drawings, at 375 wide (Taro doubles them), so a number in a style sheet is the
 * number in brand.json.
 */
import fs from 'node:fs';
import path from 'node:path';
import { defineConfig, type UserConfigExport } from '@tarojs/cli';
import type { IProjectConfig } from '@tarojs/taro/types/compile';
import { requireWithEsbuild } from '@tarojs/helper';
import { iconCss } from './icons';
import { readBrand, themeCss } from './theme';

const ROOT = path.resolve(__dirname, '..');
type App = 'consumer' | 'clerk';

function chosenApp(): App {
  const name = process.env.TONGDIAN_APP ?? 'consumer';
  if (name !== 'consumer' && name !== 'clerk')
    throw new Error(`TONGDIAN_APP is consumer or clerk, not "${name}"`);
  return name;
}

/** Taro compiles only this folder by itself; the drawings live with the apps. */
function iconPaths(): Record<string, string> {
  const drawn = requireWithEsbuild(path.join(ROOT, 'src/kit/icons/paths.ts')) as {
    ICON_PATHS: Record<string, string>;
  };
  return drawn.ICON_PATHS;
}

/** The generated style sheet of this build; its own folder, so that two builds can run side by side. */
function writeTheme(app: string, platform: string): string {
  const file = path.join(ROOT, '.temp', `${app}-${platform}`, 'theme.css');
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, `${themeCss(readBrand(ROOT), platform)}\n${iconCss(iconPaths(), 1.6)}\n`);
  return file;
}

/** WeChat's theme.json names the tab pictures, so nothing else in the build finds them. */
function tabPictures(app: string, platform: string): { from: string; to: string }[] {
  if (platform !== 'weapp') return [];
  return [{ from: `src/${app}/assets/tabs/`, to: `dist/${app}/${platform}/assets/tabs/` }];
}

const kit = path.join(ROOT, 'src/kit');
const shared = path.resolve(ROOT, '../shared/src');
/** What Babel has to read besides the app's own folder. */
const compiled = [
  kit,
  shared,
  (file: string) => /node_modules[\\/](@noble[\\/]hashes|zustand)[\\/]/.test(file),
];

function miniBuild(platform: string): IProjectConfig<'webpack5'>['mini'] {
  return {
    compile: { include: compiled },
    postcss: { pxtransform: { enable: true, config: {} } },
    optimizeMainPackage: { enable: platform === 'weapp' },
    miniCssExtractPluginOption: { ignoreOrder: true },
    webpackChain: resolveSharedSources,
  };
}

/** The preview lives under a sub-path of the server: relative addresses, routes behind the hash. */
function previewBuild(): IProjectConfig<'webpack5'>['h5'] {
  const server = process.env.TONGDIAN_API ?? 'http://127.0.0.1:4600';
  return {
    compile: { include: compiled },
    publicPath: process.env.NODE_ENV === 'development' ? '/' : './',
    staticDirectory: 'static',
    router: { mode: 'hash' },
    devServer: {
      port: Number(process.env.TONGDIAN_DEV_PORT ?? 10086),
      open: false,
      hot: false,
      proxy: [{ context: ['/api', '/media', '/preview.json'], target: server }],
    },
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[chunkhash:8].js' },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[chunkhash:8].css',
    },
    postcss: {
      pxtransform: {
        enable: true,
        config: { baseFontSize: 20, minRootSize: 17, maxRootSize: 23, selectorBlackList: [] },
      },
      autoprefixer: { enable: true, config: {} },
    },
    webpackChain: resolveSharedSources,
  };
}

export default defineConfig<'webpack5'>(() => {
  const app = chosenApp();
  const platform = process.env.TARO_ENV ?? 'weapp';
  const host = path.join(
    kit,
    'platform',
    `${['weapp', 'alipay', 'jd', 'h5'].includes(platform) ? platform : 'weapp'}.ts`,
  );
  const config: UserConfigExport<'webpack5'> = {
    projectName: `tongdian-${app}`,
    date: '2026-11-22',
    designWidth: (input) =>
      String((input as { file?: string })?.file ?? '').includes('@tarojs') ? 750 : 375,
    deviceRatio: { 375: 2, 750: 1 },
    sourceRoot: `src/${app}`,
    outputRoot: `dist/${app}/${platform}`,
    framework: 'react',
    compiler: { type: 'webpack5', prebundle: { enable: false } },
    cache: { enable: false },
    plugins: [`@tarojs/plugin-platform-${platform}`, '@tarojs/plugin-framework-react'],
    alias: {
      '@host': host,
      '@theme': writeTheme(app, platform),
      '@kit': kit,
      '@tongdian/shared': shared,
    },
    copy: { patterns: tabPictures(app, platform), options: {} },
    defineConstants: {
      TONGDIAN_APP: JSON.stringify(app),
      TONGDIAN_API: JSON.stringify(
        platform === 'h5' ? '' : (process.env.TONGDIAN_API ?? 'http://127.0.0.1:4600'),
      ),
    },
    mini: miniBuild(platform),
    h5: previewBuild(),
  };
  return config;
});

/** The shared sources import each other as `./money.js`; webpack has to look for the `.ts` first. */
function resolveSharedSources(chain: { merge(part: object): void }): void {
  chain.merge({ resolve: { extensionAlias: { '.js': ['.ts', '.js'] } } });
}
