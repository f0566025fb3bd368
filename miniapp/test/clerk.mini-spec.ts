// The compiled clerk's app on WeChat, Alipay and JD: sign in, read a code, confirm, take it back.
import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { staffSignOut } from '@tongdian/shared/contract/staff.routes';
import { clientOf } from '../../scripts/src/journey/client';
import { customer, elsewhere, PASSWORD, staff, template } from './clerk-counter';
import { openVmApp, type VmApp } from './vm/vm-app';
import type { MiniPlatform } from './vm/phone';
import { stranger, testWorld, type TestWorld } from './world';

const dist = path.resolve(__dirname, '../dist/clerk');
let world: TestWorld;
let plain: string;
let fromHundred: string;

beforeAll(async () => {
  world = await testWorld(false);
  plain = await template(world, { title: '到店立减券' });
  fromHundred = await template(world, { title: '满百券', thresholdFen: 10_000, amountFen: 1_500 });
});
afterAll(() => world?.stop());

async function launch(platform: MiniPlatform): Promise<VmApp> {
  const folder = path.join(dist, platform);
  if (!fs.existsSync(path.join(folder, 'app.json')))
    throw new Error(`${folder} is not built: pnpm build:mini`);
  const { server, sandbox } = world;
  return openVmApp({ platform, folder, user: stranger(), server, sandbox });
}

async function signIn(phone: VmApp, login = 'clerk.wukang'): Promise<void> {
  await phone.until('用店里给你的账号登录');
  await phone.type('账号', login);
  await phone.type('密码', PASSWORD);
  await phone.press('登录');
}

async function type(phone: VmApp, digits: string): Promise<void> {
  for (const digit of digits) await phone.press(digit);
}

/** From today's page to what a confirmation would do. */
async function bring(phone: VmApp, digits: string): Promise<void> {
  await phone.until('扫会员码');
  await phone.press('输 12 位码');
  await phone.until('20 秒换一次');
  await type(phone, digits);
  await phone.until('码有效');
}

/** Waits until the page no longer says this. */
async function gone(phone: VmApp, words: string): Promise<void> {
  for (let tries = 0; tries < 100 && phone.words().includes(words); tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 50));
  expect(phone.words()).not.toContain(words);
}

const confirmations = (phone: VmApp): number =>
  phone.phone.requests.filter((one) => /^POST \/api\/clerk\/scans\/.+\/confirm$/.test(one)).length;

describe.each(['weapp', 'alipay', 'jd'] as const)("the compiled clerk's app on %s", (platform) => {
  let app: VmApp;

  // One clerk at one counter all day: signing in is limited to 20 a minute.
  beforeAll(async () => {
    app = await launch(platform);
    await signIn(app);
    await app.until('扫会员码');
  });
  beforeEach(async () => {
    app.phone.online = true;
    app.phone.requests.length = 0;
    await app.tab('核销');
    await app.until('扫会员码');
  });
  afterAll(() => app?.close());

  it('reads a typed code, confirms once however often it is pressed, and takes it back', async () => {
    const buyer = await customer(world);
    const coupon = await buyer.claim(plain);
    await bring(app, await buyer.digits(coupon));
    expect(app.words()).toContain('确认后会做这一件事');
    expect(app.words()).toContain(`139****${buyer.tail}`);
    expect(await buyer.stateOf(coupon)).toBe('issued');
    await Promise.all([app.press('确认核销'), app.press('确认核销'), app.press('确认核销')]);
    await app.until('核销好了');
    expect(confirmations(app)).toBe(1);
    expect(await buyer.stateOf(coupon)).toBe('used');

    await app.press('撤回');
    await app.until('为什么撤回');
    await app.press('扫错人了');
    await app.press('撤回这笔核销');
    await app.until('券还给顾客了');
    expect(await buyer.stateOf(coupon)).toBe('issued');
    await app.press('回到今天');
    await app.until('撤回了：扫错人了');
    expect(app.faults).toEqual([]);
  });

  it('asks for the bill where a coupon needs it, and says what is to pay', async () => {
    const buyer = await customer(world);
    const coupon = await buyer.claim(fromHundred);
    await bring(app, await buyer.digits(coupon));
    expect(app.words()).toContain('先输金额');
    await app.type('0.00', '88');
    await app.until('满百券没选：还差 ¥12 可用');
    await app.type('0.00', '128.50');
    await app.until('113.50');
    await app.press('确认核销');
    await app.until('核销好了');
    expect(app.words()).toContain('¥113.50');
    expect(await buyer.stateOf(coupon)).toBe('used');
  });

  it("hands over a waiting order with the buyer's code, found by the end of the number", async () => {
    const buyer = await customer(world);
    const { storeId } = await staff(world, 'clerk.wukang');
    const orderNo = await buyer.buyForPickup(storeId);
    await app.tab('订单');
    await app.until('单等着取');
    await app.type('手机尾号或订单号', orderNo);
    await app.press(`尾号 ${buyer.tail}`);
    await app.until('核对是本人的单再交货');
    await app.press('输 12 位码');
    await app.until('20 秒换一次');
    await type(app, await buyer.digits());
    await app.until(`交出自取单 ${orderNo.slice(-4)}`);
    expect(app.words()).toContain('网上付过了');
    await app.press('确认核销');
    await app.until('核销好了');
    expect(app.words()).toContain('已取走');
    expect(app.words()).toContain('不能撤回');
    await app.tab('订单');
    await app.until(/等着取/);
    await gone(app, orderNo);
  });

  it('says why a code is refused and takes the next one', async () => {
    const buyer = await customer(world);
    await app.press('输 12 位码');
    await app.until('20 秒换一次');
    await type(app, '000000000000');
    await app.until('没找到这个码，请顾客刷新一下');
    await type(app, await buyer.digits());
    await app.until('码有效');
    expect(app.words()).toContain('现在没有能核销的');
  });

  it('refuses by name what another clerk has used meanwhile', async () => {
    const buyer = await customer(world);
    const coupon = await buyer.claim(plain);
    const digits = await buyer.digits(coupon);
    await bring(app, digits);
    await (
      await elsewhere(world, digits, coupon)
    )();
    await app.press('确认核销');
    await app.until(/用过了|码刚用过/);
    expect(app.words()).toContain('重新扫');
    expect(app.words()).not.toContain('核销好了');
  });

  it('without network says that scanning needs one, and goes on with the same code', async () => {
    const buyer = await customer(world);
    const coupon = await buyer.claim(plain);
    await app.press('输 12 位码');
    await app.until('20 秒换一次');
    app.phone.online = false;
    await type(app, await buyer.digits(coupon));
    await app.until('没有网络，扫码要联网');
    app.phone.online = true;
    await app.press('再试一次');
    await app.until('码有效');
  });

  it('lets the same person sign in again and go on where the session ended', async () => {
    const buyer = await customer(world);
    const coupon = await buyer.claim(plain);
    await bring(app, await buyer.digits(coupon));
    const kept = JSON.parse(String(app.phone.storage.get('td.staff'))) as { accessToken: string };
    await clientOf(world.server, kept.accessToken)(staffSignOut, {});
    await app.press('确认核销');
    await signIn(app);
    await app.until('确认后会做这一件事');
    await app.press('确认核销');
    await app.until('核销好了');
    expect(await buyer.stateOf(coupon)).toBe('used');
  });

  it('has no place for people of the office', async () => {
    const office = await launch(platform);
    await signIn(office, 'operator');
    await office.until('这个账号没有门店，用店员的账号登录');
    office.close();
  });
});
