// The walks that the pictures show: a member from home to the code at the counter, a clerk who redeems it,
// and an operator at the panel.
import { join } from 'node:path';
import type { Visitor } from './visitor.js';

export interface Walk {
  server: string;
  /** Where the pictures go. */
  folder: string;
}

/** A coupon of the demo brand that is redeemed at the store of the clerk. */
const LESSON = '手冲体验课';
const TWELVE_DIGITS = /^\d{4} \d{4} \d{4}$/;

const shot = (visitor: Visitor, { folder }: Walk, name: string) =>
  visitor.picture(join(folder, `${name}.png`));

/** Joins, looks at a product, fills the cart, claims a coupon, and holds out the code. */
export async function walkAsMember(member: Visitor, walk: Walk): Promise<void> {
  const app = `${walk.server}/consumer/#`;
  await joinAs(member, app);
  await member.open(`${app}/pages/home/index`);
  await member.see('大家常买');
  await shot(member, walk, 'home');

  await member.page.locator('.product-card').filter({ visible: true }).first().click();
  await addToCart(member);
  await member.open(`${app}/packages/shop/product/index?id=${await firstProduct(walk)}`);
  await member.see('现在买');
  await shot(member, walk, 'product');
  await addToCart(member);
  await member.find('放进购物车了').waitFor({ state: 'hidden' });
  await member.page.locator('[aria-label^="购物车"]').filter({ visible: true }).last().click();
  await member.see('去结算');
  await shot(member, walk, 'cart');

  await member.open(`${app}/packages/member/claim/index`);
  await member.see(LESSON);
  await shot(member, walk, 'claim');
  const lesson = member.page.locator('.td-coupon', { hasText: LESSON });
  await lesson.getByText(/^(领|再领一张)$/).click();
  await member.see('领到了，在我的券里');
  await member.open(`${app}/packages/member/coupons/index`);
  await member.see(LESSON);
  await shot(member, walk, 'wallet');
  await member.open(`${app}/pages/code/index`);
  await member.see(TWELVE_DIGITS);
  await shot(member, walk, 'wallet-code');
}

/** The code that the member's phone shows now; it changes every 20 seconds. */
export async function codeShown(member: Visitor): Promise<string> {
  return (await member.find(TWELVE_DIGITS).first().innerText()).replaceAll(' ', '');
}

/** Signs in at the store, types the code that is shown, checks what it will do, confirms. */
export async function walkAsClerk(clerk: Visitor, walk: Walk, code: () => Promise<string>): Promise<void> {
  await clerk.open(`${walk.server}/clerk/`);
  // The clerk of the store at which the lesson is given.
  await clerk.press(/沈禾$/);
  await clerk.press(/^登录$/);
  await clerk.see('输 12 位码');
  await shot(clerk, walk, 'clerk-scan');
  await clerk.press('输 12 位码');
  await clerk.see('退格');
  for (const digit of await code()) await clerk.press(digit);
  await clerk.see('核对一下');
  await clerk.see(new RegExp(`${LESSON}$`));
  // A member's only coupon is chosen already.
  const open = clerk.page.locator(`[aria-label="用${LESSON}"]`).filter({ visible: true });
  if ((await open.count()) > 0) await open.click();
  await clerk.see(`核销${LESSON}`);
  await shot(clerk, walk, 'clerk-confirm');
  await clerk.press(/^确认/);
  await clerk.page.waitForURL(/counter\/result/);
  await shot(clerk, walk, 'clerk-result');
}

/** Signs in, looks at the overview and at a coupon. */
export async function walkAsOperator(operator: Visitor, walk: Walk): Promise<void> {
  await operator.open(`${walk.server}/admin/`);
  await operator.page.getByLabel('账号').fill('operator');
  await operator.page.getByLabel('密码').fill('lampisle-demo');
  await operator.page.getByRole('button', { name: /登\s*录/ }).click();
  await operator.page.waitForURL(/#\/overview/);
  await shot(operator, walk, 'panel');
  await operator.page.goto(`${walk.server}/admin/#/coupons`);
  await operator.press(LESSON);
  await operator.page.waitForURL(/#\/coupons\/.+/);
  await shot(operator, walk, 'panel-coupon');
}

async function joinAs(member: Visitor, app: string): Promise<void> {
  await member.open(`${app}/packages/member/join/index`);
  await member.see(/^(先看看|三个平台都认得你)$/);
  if ((await member.find('先看看').count()) === 0) return;
  await member.press('用手机号加入');
  await member.press('允许');
  await member.find('用手机号加入').waitFor({ state: 'hidden' });
}

async function addToCart(member: Visitor): Promise<void> {
  await member.press('加入购物车');
  await member.see('放进购物车了');
}

/** What stands first in the catalogue: the coffee machine that the brand is known for. */
async function firstProduct({ server }: Walk): Promise<string> {
  const answer = await fetch(`${server}/api/products`);
  const { items } = (await answer.json()) as { items: { id: string }[] };
  return items[0]!.id;
}
