// The clerk's app in a real browser: a demo login, a member's code, and everything that can happen to it.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../scripts/src/browser';
import { customer, elsewhere, template } from './clerk-counter';
import { testWorld, type TestWorld } from './world';

type Browser = Awaited<ReturnType<typeof launchBrowser>>;
type BrowserContext = Awaited<ReturnType<Browser['newContext']>>;
type Page = Awaited<ReturnType<BrowserContext['newPage']>>;

let world: TestWorld;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let plain: string;
let broken: string[];

beforeAll(async () => {
  world = await testWorld(true);
  browser = await launchBrowser();
  plain = await template(world, { title: '到店立减券' });
});
afterAll(async () => {
  await browser?.close();
  await world?.stop();
});
afterEach(() => context?.close());

const say = (words: string | RegExp, exact = false) =>
  page.getByText(words, { exact }).filter({ visible: true }).last();
const press = (words: string | RegExp, exact = true): Promise<void> => say(words, exact).click();

/** A phone of this width, signed in with a demo login, at today's page. */
async function open(width = 390): Promise<void> {
  context = await browser.newContext({ viewport: { width, height: 844 } });
  page = await context.newPage();
  broken = [];
  page.on('pageerror', (fault) => broken.push(fault.message));
  await page.goto(`${world.server}/clerk/`);
  await press(/^店员 沈禾$/);
  await press('登录');
  await say('扫会员码').waitFor();
}

async function type(digits: string): Promise<void> {
  await press('输 12 位码');
  await say('20 秒换一次').waitFor();
  for (const digit of digits) await press(digit);
}

describe("the clerk's app in a browser", () => {
  it('takes a code from the keypad, confirms it, lists it, and takes it back', async () => {
    const buyer = await customer(world);
    const coupon = await buyer.claim(plain);
    await open();
    await type(await buyer.digits(coupon));
    await say('确认后会做这一件事').waitFor();
    await page.locator('input').filter({ visible: true }).fill('3257');
    await say('3,252.00').waitFor();
    await press('确认核销');
    await say('核销好了').waitFor();
    expect(await buyer.stateOf(coupon)).toBe('used');

    await press('回到今天');
    await say(`139****${buyer.tail}`).click();
    await press('撤回');
    await press('扫错人了');
    await press('撤回这笔核销');
    await say('撤回了', true).waitFor();
    expect(await buyer.stateOf(coupon)).toBe('issued');
    expect(broken).toEqual([]);
  });

  it('answers a confirmation whose answer was lost with the first success', async () => {
    const buyer = await customer(world);
    const coupon = await buyer.claim(plain);
    await open();
    await type(await buyer.digits(coupon));
    await say('确认后会做这一件事').waitFor();
    // The server does it, the phone hears nothing, twice: once by itself, once by the silent repeat.
    let lost = 0;
    await page.route('**/confirm', async (route) => {
      await route.fetch();
      lost += 1;
      if (lost <= 2) await route.abort('connectionreset');
      else await route.continue();
    });
    await press('确认核销');
    await press('再试一次');
    await say('核销好了').waitFor();
    expect(lost).toBe(3);
    expect(await buyer.stateOf(coupon)).toBe('used');
  });

  it('shows a second clerk the refusal by name, with what to do next', async () => {
    const buyer = await customer(world);
    const coupon = await buyer.claim(plain);
    await open();
    const digits = await buyer.digits(coupon);
    const other = await elsewhere(world, digits, coupon);
    await type(digits);
    await say('确认后会做这一件事').waitFor();
    await other();
    await press('确认核销');
    await say(/用过了|码刚用过/).waitFor();
    await press('重新扫');
    await say('扫会员码').waitFor();
  });

  it('takes the whole code of the QR from the clipboard, where there is no camera', async () => {
    const buyer = await customer(world);
    const coupon = await buyer.claim(plain);
    await open();
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: world.server });
    await page.evaluate((text) => navigator.clipboard.writeText(text), await buyer.qr(coupon));
    await press('扫会员码');
    await press('粘贴码内容');
    await say('码有效').waitFor();
  });

  it('says without network that scanning has to wait', async () => {
    await open();
    await context.setOffline(true);
    await say('扫码和核销要联网，连上再办').waitFor();
    await context.setOffline(false);
    await say('扫码和核销要联网，连上再办').waitFor({ state: 'hidden' });
  });

  it.each([320, 375, 430])('never needs to be pushed sideways at %i wide', async (width) => {
    const buyer = await customer(world);
    const coupon = await buyer.claim(plain);
    await open(width);
    const wide = (): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth);
    expect(await wide()).toBeLessThanOrEqual(width);
    await type(await buyer.digits(coupon));
    await say('确认后会做这一件事').waitFor();
    expect(await wide()).toBeLessThanOrEqual(width);
  });
});
