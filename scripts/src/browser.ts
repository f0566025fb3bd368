// Opens a real Chromium for tests and pictures: CHROMIUM_PATH (`npm` for the one from npm), else the
// system's, else the one from npm.
// All of them get a Chinese font, so that a bare machine draws 灯屿 and not boxes.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { unpackChromium, unpackFonts } from './browser/files.js';
import { Refusal } from './process/refusal.js';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
];

/** Launches the browser, headless. `close()` ends it; it also ends when this process does. */
export async function launchBrowser(): Promise<Browser> {
  const { executable, libraries } = await findChromium();
  const fonts = await unpackFonts();
  const home = mkdtempSync(join(tmpdir(), 'tongdian-browser-'));
  const browser = await chromium.launch({
    executablePath: executable,
    headless: true,
    args: FLAGS,
    env: {
      PATH: process.env.PATH ?? '',
      HOME: home,
      LANG: 'C.UTF-8',
      TZ: 'Asia/Shanghai',
      FONTCONFIG_FILE: fonts,
      ...(libraries ? { LD_LIBRARY_PATH: libraries } : {}),
    },
  });
  browser.on('disconnected', () => rmSync(home, { recursive: true, force: true, maxRetries: 3 }));
  return browser;
}

async function findChromium(): Promise<{ executable: string; libraries?: string }> {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen === 'npm') return unpackChromium();
  if (chosen && !existsSync(chosen)) throw new Refusal(`CHROMIUM_PATH names no file: ${chosen}`);
  const executable = [chosen, '/usr/bin/chromium'].find((path) => path && existsSync(path));
  return executable ? { executable } : unpackChromium();
}
