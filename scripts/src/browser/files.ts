// Unpacks the browser that npm brought (one executable with the libraries it needs) and Chinese fonts, once,
// into the data folder of the checkout.
import { createRequire } from 'node:module';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runChild } from '../process/child.js';
import { Refusal } from '../process/refusal.js';
import { DATA } from '../paths.js';

const require = createRequire(import.meta.url);

/** The browser's executable and the folder of libraries to load it with. */
export interface Unpacked {
  executable: string;
  libraries: string;
}

/** Unpacks npm's Chromium (about 3 s, 210 MB) or gives what an earlier run unpacked. */
export async function unpackChromium(): Promise<Unpacked> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Refusal('No browser is packaged for this machine: set CHROMIUM_PATH to a Chromium or Chrome.');
  }
  const entry = require.resolve('@sparticuz/chromium');
  const home = await once(`chromium-${versionOf('@sparticuz/chromium', entry)}`, async (folder) => {
    // The package unpacks into the temporary folder, under names anyone can foresee: give it one of its own.
    // Told that it runs on Amazon Linux 2023 it unpacks the libraries (nss, expat) that a bare machine lacks.
    const { code, tail } = await runChild({
      name: 'unpack chromium',
      command: process.execPath,
      args: [
        '--input-type=module',
        '-e',
        `import(${JSON.stringify(pathToFileURL(entry).href)})
        .then((chromium) => chromium.default.executablePath())`,
      ],
      env: { ...process.env, TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' },
    });
    if (code !== 0)
      throw new Refusal(`The browser could not be unpacked: ${tail.at(-1) ?? 'no reason given'}`);
  });
  return { executable: join(home, 'chromium'), libraries: join(home, 'al2023', 'lib') };
}

/** A font configuration with a Chinese font, for machines that have none; gives the path of `fonts.conf`. */
export async function unpackFonts(): Promise<string> {
  const entry = require.resolve('@fontsource-variable/noto-sans-sc/package.json');
  const home = await once(
    `fonts-${versionOf('@fontsource-variable/noto-sans-sc', entry)}`,
    async (folder) => {
      const { default: wawoff2 } = await import('wawoff2');
      const source = join(dirname(entry), 'files');
      for (const file of readdirSync(source).filter((name) => name.endsWith('.woff2'))) {
        // The system's font list takes no web fonts: the same glyphs as TrueType.
        const font = await wawoff2.decompress(readFileSync(join(source, file)));
        writeFileSync(join(folder, file.replace(/woff2$/, 'ttf')), font);
      }
    },
  );
  const config = join(home, 'fonts.conf');
  writeFileSync(config, fontsConfig(home));
  return config;
}

/** Our font first for every family that a Chinese phone would have, then whatever the system has. */
function fontsConfig(folder: string): string {
  const prefer = [
    'sans-serif',
    'system-ui',
    'PingFang SC',
    'HarmonyOS Sans SC',
    'Microsoft YaHei',
    'Noto Sans SC',
  ];
  const alias = (family: string) =>
    `<alias binding="same"><family>${family}</family><prefer><family>Noto Sans SC Thin</family>` +
    `<family>Noto Sans SC</family></prefer></alias>`;
  return [
    '<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig>',
    `<dir>${folder}</dir>`,
    '<dir>/usr/share/fonts</dir>',
    '<include ignore_missing="yes">/etc/fonts/conf.d</include>',
    `<cachedir>${join(folder, 'cache')}</cachedir>`,
    ...prefer.map(alias),
    '</fontconfig>\n',
  ].join('\n');
}

/** Fills `.data/browser/<name>` in a folder beside and one rename, so that half a copy is never used. */
async function once(name: string, fill: (folder: string) => Promise<void>): Promise<string> {
  const home = join(DATA, 'browser', name);
  if (existsSync(home)) return home;
  mkdirSync(dirname(home), { recursive: true });
  const fresh = mkdtempSync(`${home}-`);
  await fill(fresh);
  try {
    renameSync(fresh, home);
  } catch {
    // Another run was faster.
    rmSync(fresh, { recursive: true, force: true });
  }
  return home;
}

function versionOf(name: string, entry: string): string {
  for (let at = dirname(entry); at !== dirname(at); at = dirname(at)) {
    const file = join(at, 'package.json');
    if (!existsSync(file)) continue;
    const found = JSON.parse(readFileSync(file, 'utf8')) as { name?: string; version: string };
    if (found.name === name) return found.version;
  }
  throw new Error(`${name} has no package.json`);
}
