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

/** Opens the first product that can be had and its checkout, fetched at a store. */
async function toCheckout(phone: VmApp): Promise<void> {
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
  await phone.until(/付 ¥/);
}

describe.each(['weapp', 'alipay', 'jd'] as const)('the compiled consumer app on %s', (platform) => {
  it('signs in silently, is browsed, buys, and shows the code', async () => {
    app = await launch(platform);
    await toCheckout(app);
    await app.press(/^付 ¥/);
    await app.until('付好了', 15_000);
    await app.press('看取货码');
    await app.until(/\d{4} \d{4} \d{4}/);
    expect(app.words()).toContain('取货码 1');
    expect(app.words()).toMatch(/\d+ 秒后换新码/);
    expect(app.faults).toEqual([]);
  });

  it('orders once however often the button is pressed', async () => {
    app = await launch(platform);
    await toCheckout(app);
    await Promise.all([app.press(/^付 ¥/), app.press(/^付 ¥/), app.press(/^付 ¥/)]);
    await app.until('付好了', 15_000);
    expect(app.phone.requests.filter((one) => one === 'POST /api/orders')).toHaveLength(1);
  });

  it('keeps the order when the person does not pay', async () => {
    app = await launch(platform, { payAct: 'refuse' });
    await toCheckout(app);
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
    const again = await launch(platform);
    for (const [key, value] of storage) again.phone.storage.set(key, value);
    again.phone.online = false;
    app = again;
    await again.tab('会员码');
    await again.until(/\d{4} \d{4} \d{4}/);
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
