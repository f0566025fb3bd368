/** An operator's day in a real browser against the running server: nothing here is played but the shopper. */
import { adminListTemplates } from '@tongdian/shared/contract/coupons.routes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signInStaff } from '../../scripts/src/journey/office.js';
import {
  claimAndRedeem,
  findingsOf,
  importTill,
  openPanelWorld,
  shopper,
  type Page,
  type PanelWorld,
} from './panel-world.js';

const PHONE = '13977770613';

let world: PanelWorld;
let page: Page;
/** What the browser complained about: a page that works complains about nothing. */
const complaints: string[] = [];

beforeAll(async () => {
  world = await openPanelWorld();
  page = await world.browser.newPage({ viewport: { width: 1280, height: 800 } });
  page.setDefaultTimeout(20_000);
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    // A refused sign-in is a 401 that the browser itself writes down; we ask for one below.
    if (message.type() === 'error' && !message.text().includes('401')) complaints.push(message.text());
  });
});
afterAll(async () => {
  await world?.stop();
});

const text = (words: string): Promise<unknown> => page.getByText(words).first().waitFor();

async function open(name: string): Promise<void> {
  await page.getByRole('navigation').getByText(name, { exact: true }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
}

async function figure(name: string): Promise<string> {
  const box = page.locator('.figure', { has: page.getByText(name, { exact: true }) });
  return box.locator('.figure-value').innerText();
}

async function templateId(title: string): Promise<string> {
  const { call } = await signInStaff(world.url, 'operator');
  const { items } = await call(adminListTemplates, { query: {} });
  return items.find((item) => item.title === title)!.id;
}

describe.sequential('the panel', () => {
  it('asks for a sign-in, refuses a wrong one in words, and leads back to where one wanted to go', async () => {
    await page.goto(`${world.url}/admin/#/audit`);
    await page.getByLabel('账号').fill('operator');
    await page.getByLabel('密码').fill('not-the-password');
    await page.getByRole('button', { name: '登录' }).click();
    await text('账号或密码不对');
    await page.getByRole('button', { name: /许知远/ }).click();
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: '审计' }).waitFor();
    await text('会员运营');
  });

  it('shows the brand on the overview with real numbers', async () => {
    await open('概览');
    expect(Number((await figure('会员')).replace(',', ''))).toBeGreaterThanOrEqual(200);
    await page.getByRole('img', { name: /近 30 天成交 ¥/ }).waitFor();
    expect(await page.locator('.plain-table tbody tr').count()).toBe(6);
  });

  it('shows what a coupon means while it is typed, and says at the field what is wrong', async () => {
    await open('券与活动');
    await page.getByRole('button', { name: '做一张券' }).click();
    await page.getByLabel('名称').fill('老友券');
    await page.getByLabel('满多少').fill('200');
    await page.getByLabel('减多少').fill('300');
    await page.getByRole('button', { name: '发布' }).click();
    await text('减的比门槛还多');
    await page.getByLabel('减多少').fill('30');
    const phone = page.getByRole('region', { name: '手机预览' });
    await phone.getByText('还差 ¥12 可用', { exact: true }).waitFor();
    await phone.getByText('老友券 −¥30').waitFor();
    await page.getByLabel('京东').first().click();
    await phone.getByText('京东', { exact: true }).click();
    await phone.getByText('这个平台用不了').first().waitFor();
    await phone.getByText('微信', { exact: true }).click();
    expect(await phone.locator('[data-state=usable]').count()).toBe(1);
  });

  it('keeps a draft, publishes it, and then it cannot be changed', async () => {
    await page.getByRole('button', { name: '存草稿' }).click();
    await page.getByRole('link', { name: '改草稿' }).waitFor();
    await page.getByRole('button', { name: '发布' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '发布' }).click();
    await text('发放中');
    await text('还没人领');
    expect(await page.getByRole('link', { name: '改草稿' }).count()).toBe(0);
  });

  it('sees it claimed, and redeemed, by whom, where and for how much', async () => {
    const { store, redeem } = await claimAndRedeem(
      world,
      await shopper(world, '顾小舟', PHONE),
      await templateId('老友券'),
    );
    await page.reload();
    await text('没用');
    expect(await figure('已领')).toBe('1');
    await redeem();
    await page.reload();
    const row = page.getByRole('row', { name: new RegExp(store) });
    await row.waitFor();
    expect(await row.innerText()).toContain('¥30');
    expect(await figure('用了')).toBe('1');
    expect(await figure('让利')).toBe('¥30');
  });

  it('stops it with a reason', async () => {
    await page.getByRole('button', { name: '停发' }).click();
    await page.getByLabel('为什么停').fill('预算用完了');
    await page.getByRole('dialog').getByRole('button', { name: '停发' }).click();
    await text('已停发');
  });

  it('finds each step in the audit log, what it changed, and the chain whole', async () => {
    await page.getByRole('link', { name: '看审计' }).click();
    const deeds = page.getByRole('row', { name: /老友券/ });
    await deeds.first().waitFor();
    const words = (await deeds.allInnerTexts()).join('\n');
    for (const deed of ['新建券模板', '发布券模板', '停发券模板', '预算用完了', '许知远'])
      expect(words).toContain(deed);
    await deeds.filter({ hasText: '发布券模板' }).locator('button').click();
    await page.getByRole('row', { name: '状态 草稿 发放中', exact: true }).waitFor();
    await open('审计');
    for (const deed of ['领取优惠券', '核销优惠券'])
      await page
        .getByRole('row', { name: new RegExp(`${deed}.*老友券`) })
        .first()
        .waitFor();
    await page.getByRole('button', { name: '查有没有被改过' }).click();
    await text('条没有被改过');
    await page.getByRole('dialog').getByRole('button').click();
  });

  it('lists imported sales, their members and what was refused, to the penny', async () => {
    await importTill(world);
    await open('导入');
    await page.getByRole('row', { name: /old-till\.csv.*导完了/ }).waitFor();
    await page.getByRole('link', { name: 'old-till.csv' }).click();
    await page.getByText('¥300.50').first().waitFor();
    await page.getByRole('row', { name: /没有品名/ }).waitFor();
    await open('导入');
    await page.getByRole('tab', { name: '导入的销售' }).click();
    await page.getByLabel('单据号、卡号、商品').fill('A-1001');
    await page.getByRole('row', { name: /A-1001.*¥206\.50/ }).waitFor();
    await open('会员');
    await page.getByText('导入', { exact: true }).last().click();
    await page.getByLabel('会员号、手机号、名字、卡号').fill('8801');
    await text('共 1 位');
    await text('会员卡 old-till');
  });

  it('finds a member by phone and shows one page of what happened', async () => {
    await page.getByText('全部', { exact: true }).click();
    await page.getByLabel('会员号、手机号、名字、卡号').fill(PHONE);
    await page.getByRole('link', { name: '顾小舟' }).click();
    await page.getByRole('heading', { level: 1, name: '顾小舟' }).waitFor();
    await text('139****0613');
    await page
      .getByRole('list', { name: /时间线/ })
      .getByText('老友券')
      .first()
      .waitFor();
    expect(await page.content()).not.toContain(PHONE);
  });

  it('has no page that breaks, and the books agree', async () => {
    for (const name of ['商品库存', '门店', '订单', '体检']) await open(name);
    await text('项都对得上');
    await open('订单');
    await page.locator('tbody a').first().click();
    await text('价格怎么来的');
    await page.goto(`${world.url}/admin/#/nowhere`);
    await text('地址可能抄错了');
  });

  it('can be used without seeing it: no finding of WCAG A or AA on the main pages', async () => {
    for (const path of [
      '/overview',
      '/members',
      '/coupons',
      '/coupons/new',
      '/orders',
      '/audit',
      '/invariants',
    ]) {
      await page.goto(`${world.url}/admin/#${path}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.waitForLoadState('networkidle');
      expect(await findingsOf(page), path).toEqual([]);
    }
  });

  it('leads to the sign-in when the session is over, and shows a clerk what is not for clerks', async () => {
    await page.goto(`${world.url}/admin/#/members`);
    await page.evaluate(`sessionStorage.setItem('tongdian.panel.session',
      sessionStorage.getItem('tongdian.panel.session').replace(/"accessToken":"[^"]*"/, '"accessToken":"over"'))`);
    await page.reload();
    await page.getByLabel('账号').fill('clerk.wukang');
    await page.getByLabel('密码').fill('lampisle-demo');
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await text('这一页不归你看');
    expect(await page.getByRole('navigation').getByRole('link').allInnerTexts()).toEqual(['门店']);
    await page.getByRole('button', { name: '退出登录' }).click();
    await page.getByRole('heading', { name: '登录' }).waitFor();
  });

  it('did all that without an error in the browser', () => {
    expect(complaints).toEqual([]);
  });
});
