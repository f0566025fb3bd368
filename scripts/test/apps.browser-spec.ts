// The walk of the pictures as a test: a member shops, a clerk redeems, an operator sees it, in a real browser.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import jsQR from 'jsqr';
import type { Browser } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../src/browser.js';
import { DESK, PHONE, Visitor } from '../src/pictures/visitor.js';
import { codeShown, walkAsClerk, walkAsMember, walkAsOperator, type Walk } from '../src/pictures/walks.js';
import { startWorld, type World } from '../src/world.js';

let world: World | undefined;
let browser: Browser;
let walk: Walk;

beforeAll(async () => {
  const running = process.env.TONGDIAN_TEST_SERVER;
  if (!running) world = await startWorld();
  const folder = mkdtempSync(join(tmpdir(), 'tongdian-apps-'));
  walk = { server: running ?? world!.url, folder };
  browser = await launchBrowser();
}, 600_000);

afterAll(async () => {
  await browser?.close();
  await world?.stop();
  if (walk) rmSync(walk.folder, { recursive: true, force: true });
});

describe('both mini-programs and the panel in a real browser', () => {
  it('draws Chinese, not boxes, on a machine without a Chinese font', async () => {
    const visitor = await Visitor.arrive(browser, PHONE);
    const drawn = await visitor.page.evaluate(() => {
      const glyph = (text: string, font: string) => {
        const canvas = document.createElement('canvas');
        const context = canvas.getContext('2d')!;
        context.font = font;
        context.fillText(text, 10, 60);
        return canvas.toDataURL();
      };
      return ['30px sans-serif', 'bold 30px "PingFang SC"'].map((font) => [
        glyph('灯', font),
        glyph('屿', font),
        glyph('\u{10fffd}', font),
      ]);
    });
    for (const glyphs of drawn) expect(new Set(glyphs).size).toBe(3);
    await visitor.leave();
  });

  it('a member shops and claims, a clerk redeems by the code, the panel counts it and the log names it', async () => {
    const member = await Visitor.arrive(browser, PHONE);
    const clerk = await Visitor.arrive(browser, PHONE);
    const operator = await Visitor.arrive(browser, DESK);

    // A person nobody has met, so that the test can run again on the same world.
    const user = `t${Date.now().toString(36)}`;
    await member.page.addInitScript(
      (choice) => location.protocol === 'http:' && localStorage.setItem('tongdian.preview', choice),
      JSON.stringify({ platform: 'wechat', user }),
    );
    await walkAsMember(member, walk);
    const shown = PNG.sync.read(readFileSync(join(walk.folder, 'wallet-code.png')));
    const code = jsQR(new Uint8ClampedArray(shown.data), shown.width, shown.height);
    expect(code?.data).toMatch(/\S{12,}/);

    await walkAsClerk(clerk, walk, () => codeShown(member));
    await walkAsOperator(operator, walk);
    expect(await operator.words()).toMatch(/手冲体验课[^]*用了\s*[1-9]/);
    await operator.page.goto(`${walk.server}/admin/#/audit`);
    await operator.see(/手冲体验课|核销/);

    expect([...member.faults, ...clerk.faults, ...operator.faults]).toEqual([]);
    for (const visitor of [member, clerk, operator]) await visitor.leave();
  }, 240_000);
});
