// The compiled consumer app on WeChat, Alipay and JD: from the first screen to the code at the counter.
import fs from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openVmApp, type VmApp } from './vm/vm-app';
import type { MiniPlatform } from './vm/phone';
import { stranger, testWorld, type TestWorld } from './world';

const dist = path.resolve(__dirname, '../dist/consumer');
let world: TestWorld;
let app: VmApp | undefined;

beforeAll(async () => {
  world = await testWorld(false);
});
afterAll(() => world?.stop());
afterEach(() => {
  app?.close();
  app = undefined;
});

function launch(platform: MiniPlatform, more: Partial<Parameters<typeof openVmApp>[0]> = {}): Promise<VmApp> {
  const folder = path.join(dist, platform);
  if (!fs.existsSync(path.join(folder, 'app.json')))
    throw new Error(`${folder} is not built: pnpm build:mini`);
  return openVmApp({
    platform,
    folder,
    user: stranger(),
    server: world.server,
    sandbox: world.sandbox,
    ...more,
  });
}

/** The person gives the phone number in the platform's own way; on JD by an SMS code. */
async function givePhone(phone: VmApp, platform: MiniPlatform, user: string): Promise<void> {
  if (platform === 'weapp') {
    const body = JSON.stringify({ user });
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${world.sandbox}/device/wechat/phone`, { method: 'POST', headers, body });
    await phone.fire('getPhoneNumber', 'getphonenumber', await answer.json());
  } else if (platform === 'alipay') {
    await phone.fire('getAuthorize', 'getauthorize', {});
  } else {
    const number = `139${String(Math.floor(Math.random() * 1e8)).padStart(8, '0')}`;
    await phone.press('用手机号下单');
    await phone.until('发验证码');
    await phone.type('手机号', number);
    await phone.press('发验证码');
    await phone.until(/\d+ 秒/);
    const { code } = (await (await fetch(`${world.sandbox}/device/sms?phone=${number}`)).json()) as {
      code: string;
    };
    await phone.type('短信验证码', code);
    await phone.press('用手机号加入');
  }
}

/** Opens the first product that can be had and its checkout, fetched at a store, up to the button that pays. */
async function toCheckout(phone: VmApp, platform: MiniPlatform, user: string): Promise<void> {
  await phone.until('大家常买');
  await phone.press({ className: 'product-card' });
  await phone.until('现在买');
  await phone.press('加入购物车');
  await phone.until('放进购物车了');
  await phone.press('购物车');
  await phone.until('去结算');
  await phone.press('去结算');
  await phone.until('这笔钱怎么算的');
  await phone.press('到店自取');
  await phone.until(/到.+取\n/);
  await phone.until('用手机号下单');
  await givePhone(phone, platform, user);
  await phone.until(/付 ¥/);
}

describe.each(['weapp', 'alipay', 'jd'] as const)('the compiled consumer app on %s', (platform) => {
  it('signs in silently, is browsed, buys, and shows the code', async () => {
    const user = stranger();
    app = await launch(platform, { user });
    await toCheckout(app, platform, user);
    await app.press(/^付 ¥/);
    await app.until('付好了', 15_000);
    await app.press('看取货码');
    await app.until(/\d{4} \d{4} \d{4}/);
    expect(app.words()).toContain('取货码 1');
    expect(app.words()).toMatch(/\d+ 秒后换新码/);
    expect(app.faults).toEqual([]);
  });

  it('orders once however often the button is pressed', async () => {
    const user = stranger();
    app = await launch(platform, { user });
    await toCheckout(app, platform, user);
    await Promise.all([app.press(/^付 ¥/), app.press(/^付 ¥/), app.press(/^付 ¥/)]);
    await app.until('付好了', 15_000);
    expect(app.phone.requests.filter((one) => one === 'POST /api/orders')).toHaveLength(1);
  });

  it('keeps the order when the person does not pay', async () => {
    const user = stranger();
    app = await launch(platform, { user, payAct: 'refuse' });
    await toCheckout(app, platform, user);
    await app.press(/^付 ¥/);
    await app.until('还没付', 15_000);
    app.phone.payAct = 'pay';
    await app.press('再付一次');
    await app.until('付好了', 15_000);
    expect(app.faults).toEqual([]);
  });

  it('shows the member code without network once it was opened', async () => {
    app = await launch(platform);
    await app.until('大家常买');
    await app.tab('会员码');
    await app.until(/\d{4} \d{4} \d{4}/);
    const { storage } = app.phone;
    app.close();
    app = await launch(platform, { storage, offline: true });
    await app.tab('会员码');
    await app.until(/\d{4} \d{4} \d{4}/);
    await app.until('没连上网，会员码还能用');
  });

  it('does not break on a phone without brightness, scanning and network notices', async () => {
    app = await launch(platform, {
      without: [
        'setScreenBrightness',
        'setKeepScreenOn',
        'vibrateShort',
        'onNetworkStatusChange',
        'onUserCaptureScreen',
        'getWindowInfo',
      ],
    });
    await app.until('大家常买');
    await app.tab('会员码');
    await app.until(/\d{4} \d{4} \d{4}/);
    expect(app.faults).toEqual([]);
  });
});
