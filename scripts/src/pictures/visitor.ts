// A person at a screen: reads what is visible, presses it, and takes pictures. Used for docs/pictures and by
// tests in a real browser.
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';

export interface Screen {
  width: number;
  height: number;
  scale: number;
}

/** A phone, and the desk of an operator. */
export const PHONE: Screen = { width: 390, height: 844, scale: 2 };
export const DESK: Screen = { width: 1280, height: 800, scale: 1 };

const PATIENCE_MS = 20_000;

export class Visitor {
  private constructor(
    readonly page: Page,
    private readonly context: BrowserContext,
    /** Errors that no code caught: a picture of a broken page is none. */
    readonly faults: string[],
  ) {}

  static async arrive(browser: Browser, screen: Screen): Promise<Visitor> {
    const context = await browser.newContext({
      viewport: { width: screen.width, height: screen.height },
      deviceScaleFactor: screen.scale,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      colorScheme: 'light',
      reducedMotion: 'reduce',
    });
    context.setDefaultTimeout(PATIENCE_MS);
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    return new Visitor(page, context, faults);
  }

  /** Opens an address; a change after `#` alone loads the page anew too. */
  async open(address: string): Promise<void> {
    await this.page.goto('about:blank');
    await this.page.goto(address);
  }

  /** What is visible and reads exactly like the text, or matches; pages left behind stay in the DOM, unseen. */
  find(words: string | RegExp): Locator {
    const found = this.page.getByText(words, { exact: typeof words === 'string' });
    return found.filter({ visible: true });
  }

  async see(words: string | RegExp): Promise<void> {
    await this.find(words).first().waitFor();
  }

  async press(words: string | RegExp): Promise<void> {
    await this.find(words).last().click();
  }

  /** All words that can be seen. */
  words(): Promise<string> {
    return this.page.locator('body').innerText();
  }

  /** A picture of what is on the screen once it has come to rest. */
  async picture(file: string): Promise<void> {
    await this.page.waitForLoadState('networkidle').catch(() => undefined);
    await this.page.evaluate(() => document.fonts.ready.then(() => undefined));
    await this.page.waitForTimeout(600);
    await this.page.screenshot({ path: file });
  }

  async leave(): Promise<void> {
    await this.context.close();
  }
}
