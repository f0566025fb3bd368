// How large a built mini-program is and may be. Pure: files in, a verdict out.
import type { App, MiniPlatform } from './targets.js';

export interface BuiltFile {
  /** Inside the output folder, with `/`. */
  path: string;
  bytes: number;
}

export interface AppJson {
  pages?: string[];
  subPackages?: { root: string; pages: string[] }[];
  subpackages?: { root: string; pages: string[] }[];
}

export interface Verdict {
  mainBytes: number;
  /** Bytes of each sub-package by its root. */
  subBytes: Record<string, number>;
  totalBytes: number;
  /** One sentence for each file that is missing and each budget that is broken. */
  complaints: string[];
}

const KB = 1024;
const MB = 1024 * KB;

/** Our own budgets; the vendors allow 2 MB for each package. */
const MAIN: Record<App, number> = { consumer: 1 * MB, clerk: 600 * KB };
const SUB = 2 * MB;
/** What the vendors allow in all. */
const TOTAL: Partial<Record<MiniPlatform, number>> = { weapp: 30 * MB, alipay: 8 * MB };
const TEMPLATE: Partial<Record<MiniPlatform, string>> = { weapp: 'wxml', alipay: 'axml', jd: 'jxml' };

/** Weighs one output. `app` is its app.json; an h5 output has none and no budget, it must only be there. */
export function weigh(
  name: App,
  platform: MiniPlatform,
  files: BuiltFile[],
  app: AppJson | undefined,
): Verdict {
  const shipped = files.filter(({ path }) => !/\.map$|LICENSE\.txt$/.test(path));
  const packages = app?.subPackages ?? app?.subpackages ?? [];
  const roots = packages.map(({ root }) => `${root.replace(/^\/|\/$/g, '')}/`);
  const sum = (some: BuiltFile[]) => some.reduce((bytes, file) => bytes + file.bytes, 0);
  const isIn = (root: string) => (file: BuiltFile) => file.path.startsWith(root);

  const totalBytes = sum(shipped);
  const subBytes = Object.fromEntries(roots.map((root) => [root, sum(shipped.filter(isIn(root)))]));
  const mainBytes = totalBytes - Object.values(subBytes).reduce((bytes, one) => bytes + one, 0);
  const complaints = missing(platform, files, app);
  if (platform !== 'h5') {
    const over = (what: string, bytes: number, limit: number) =>
      bytes > limit ? [`${what} has ${size(bytes)}, ${size(limit)} are allowed`] : [];
    complaints.push(...over('the main package', mainBytes, MAIN[name]));
    for (const root of roots) complaints.push(...over(`the sub-package ${root}`, subBytes[root]!, SUB));
    complaints.push(...over('all of it', totalBytes, TOTAL[platform] ?? Infinity));
  }
  return { mainBytes, subBytes, totalBytes, complaints };
}

/** A build can end well and still lack a page: every page needs its script, its settings and its template. */
function missing(platform: MiniPlatform, files: BuiltFile[], app: AppJson | undefined): string[] {
  const there = new Set(files.map(({ path }) => path));
  const need = (paths: string[]) =>
    paths.filter((path) => !there.has(path)).map((path) => `${path} is missing`);
  if (platform === 'h5') return need(['index.html']);
  if (!app) return ['app.json is missing'];
  const inside = (app.subPackages ?? app.subpackages ?? []).flatMap(({ root, pages }) =>
    pages.map((page) => `${root.replace(/\/$/, '')}/${page}`),
  );
  const pages = [...(app.pages ?? []), ...inside];
  if (pages.length === 0) return ['app.json names no page'];
  return need([
    'app.js',
    ...pages.flatMap((page) => [`${page}.js`, `${page}.json`, `${page}.${TEMPLATE[platform]}`]),
  ]);
}

export function size(bytes: number): string {
  return bytes >= MB
    ? `${(Math.ceil((bytes * 100) / MB) / 100).toFixed(2)} MB`
    : `${Math.ceil(bytes / KB)} KB`;
}
