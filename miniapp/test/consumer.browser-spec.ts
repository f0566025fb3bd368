// The consumer app as its preview in a real browser: as WeChat, Alipay and JD, from browsing to the code.
import { createRequire } from 'node:module';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readCode } from '@tongdian/shared/rules/code-rules';
import { launchBrowser } from '../../scripts/src/browser';
import { stranger, testWorld, type TestWorld } from './world';

const fromScripts = createRequire(new URL('../../scripts/package.json', import.meta.url));
const jsQR = fromScripts('jsqr') as (
  data: Uint8ClampedArray,
  w: number,
  h: number,
) => { data: string } | null;
const { PNG } = fromScripts('pngjs') as {
  PNG: { sync: { read(png: Buffer): { data: Buffer; width: number; height: number } } };
};

type Browser = Awaited<ReturnType<typeof launchBrowser>>;
type BrowserContext = Awaited<ReturnType<Browser['newContext']>>;
type Page = Awaited<ReturnType<BrowserContext['newPage']>>;
type Locator = ReturnType<Page['locator']>;

const SLOW = 45_000;
let world: TestWorld;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let faults: string[];

beforeAll(async () => {
  world = await testWorld(true);
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await world?.stop();
});
afterEach(() => context?.close());

/** A phone with nobody's data on it, in the hands of someone new. */
async function open(platform: 'wechat' | 'alipay' | 'jd', width = 390): Promise<void> {
  context = await browser.newContext({ viewport: { width, height: 844 }, hasTouch: true, isMobile: true });
  context.setDefaultTimeout(SLOW);
  page = await context.newPage();
  faults = [];
  page.on('pageerror', (fault) => faults.push(String(fault)));
  const choice = JSON.stringify({ platform, user: stranger() });
  await page.addInitScript((value) => localStorage.setItem('tongdian.preview', value), choice);
  await page.goto(`${world.server}/consumer/`);
  await see('大家常买');
}

const visible = (text: string | RegExp): Locator => page.getByText(text).locator('visible=true');
const see = (text: string | RegExp): Promise<void> => visible(text).first().waitFor();
const press = (text: string | RegExp): Promise<void> =>
  page
    .getByText(text, typeof text === 'string' ? { exact: true } : {})
    .locator('visible=true')
    .last()
    .click();
/** The browser's own input inside of the component's. */
const input = (placeholder: string): Locator =>
  page.locator(`input[placeholder="${placeholder}"]`).locator('visible=true').last();
/** Answers the question that the platform asks, in the preview's own layer. */
const answer = (words: string): Promise<void> => page.locator('.pv-answer', { hasText: words }).click();
const go = async (path: string): Promise<void> => {
  await page.evaluate((hash) => (location.hash = hash), `/${path}`);
};

async function givePhone(platform: 'wechat' | 'alipay' | 'jd'): Promise<void> {
  await press('用手机号下单');
  if (platform !== 'jd') return answer('允许');
  await input('手机号').fill(`139${Date.now().toString().slice(-8)}`);
  await press('发验证码');
  const hint = visible(/预览里收到的短信/).first();
  await hint.waitFor();
  await input('短信验证码').fill(/\d{4,8}/.exec((await hint.textContent()) ?? '')![0]);
  await press('用手机号加入');
}

/** The first product into the cart, fetched at a store, up to the button that pays. */
async function toCheckout(platform: 'wechat' | 'alipay' | 'jd'): Promise<void> {
  await page.locator('.product-card').locator('visible=true').first().click();
  await press('加入购物车');
  await see('放进购物车了');
  await page.locator('.buy__side').locator('visible=true').last().click();
  await press('去结算');
  await see('这笔钱怎么算的');
  await page.locator('.delivery').getByText('到店自取').click();
  await see(/^到.+取$/);
  await givePhone(platform);
  await see(/^付 ¥/);
}

describe.each(['wechat', 'alipay', 'jd'] as const)('the preview as %s', (platform) => {
  it('is browsed, bought from, and shows a code that a scanner reads', async () => {
    await open(platform);
    await toCheckout(platform);
    await press(/^付 ¥/);
    await answer('付款');
    await see('付好了');
    await press('看取货码');
    await see('取货码 1');
    await see(/^\d{4} \d{4} \d{4}$/);
    await page.waitForTimeout(400);
    const picture = PNG.sync.read(await page.locator('.td-code').locator('visible=true').screenshot());
    const read = jsQR(new Uint8ClampedArray(picture.data), picture.width, picture.height);
    const scanned = readCode(read?.data ?? '');
    const typed = readCode(
      (await visible(/^\d{4} \d{4} \d{4}$/)
        .first()
        .textContent()) ?? '',
    );
    expect(scanned?.mac).toMatch(/^[0-9a-f]{20}$/);
    expect(scanned?.handle).toBe(typed?.handle);
    expect(faults).toEqual([]);
  });
});

describe('the preview', () => {
  it('orders once when the button is pressed twice', async () => {
    await open('wechat');
    await toCheckout('wechat');
    let orders = 0;
    page.on('request', (request) => {
      if (request.method() === 'POST' && new URL(request.url()).pathname === '/api/orders') orders += 1;
    });
    await visible(/^付 ¥/).first().dblclick();
    await answer('付款');
    await see('付好了');
    expect(orders).toBe(1);
  });

  it('keeps the order of someone who does not pay, and takes the money later', async () => {
    await open('alipay');
    await toCheckout('alipay');
    await press(/^付 ¥/);
    await answer('不付了');
    await see('还没付');
    await press('再付一次');
    await answer('付款');
    await see('付好了');
  });

  it('leaves everything open to someone who gives no phone number', async () => {
    await open('wechat');
    await go('packages/member/join/index');
    await press('用手机号加入');
    await answer('不给');
    await see('不给也行，别的都能看');
    await press('先看看');
    await see('大家常买');
    expect(faults).toEqual([]);
  });

  it('claims a coupon and finds it in the wallet, with a code of its own', async () => {
    await open('wechat');
    await press('领券');
    await press('领');
    await see('领到了，在我的券里');
    await go('packages/member/coupons/index');
    await see('可用 1');
    await page
      .getByText(/^(出码|出示码)$/)
      .locator('visible=true')
      .first()
      .click();
    await see(/^\d{4} \d{4} \d{4}$/);
    await see('请店员扫一次，确认后才会用掉');
  });

  it('shows the code without network and says what still works', async () => {
    await open('jd');
    await go('pages/code/index');
    await see(/^\d{4} \d{4} \d{4}$/);
    await context.setOffline(true);
    await see('没连上网，会员码还能用');
    const before = await visible(/^\d{4} \d{4} \d{4}$/)
      .first()
      .textContent();
    await expect
      .poll(
        async () =>
          visible(/^\d{4} \d{4} \d{4}$/)
            .first()
            .textContent(),
        { timeout: 30_000, interval: 500 },
      )
      .not.toBe(before);
  });

  it.each([320, 375, 430])('fits a screen %i wide', async (width) => {
    await open('wechat', width);
    for (const path of [
      'pages/home/index',
      'pages/shop/index',
      'pages/code/index',
      'packages/member/levels/index',
    ]) {
      await go(path);
      await page.waitForTimeout(600);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(over, `${path} at ${width}`).toBeLessThanOrEqual(0);
    }
  });
});
