/** A running house for the panel's tests: server, sandbox, a browser, a shopper with a phone, a till's export. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { claimCoupon } from '@tongdian/shared/contract/coupons.routes';
import { bindPhone, signIn, updateMe } from '@tongdian/shared/contract/members.routes';
import { confirmScan, openCode, scanCode } from '@tongdian/shared/contract/verification.routes';
import { launchBrowser } from '../../scripts/src/browser.js';
import { admin, buildTarget } from '../../scripts/src/build/targets.js';
import { clientOf, type Call } from '../../scripts/src/journey/client.js';
import { signInStaff } from '../../scripts/src/journey/office.js';
import { phoneOf, shownQr } from '../../scripts/src/journey/phone.js';
import { fromRoot } from '../../scripts/src/paths.js';
import { startWorld } from '../../scripts/src/world.js';

export type Browser = Awaited<ReturnType<typeof launchBrowser>>;
export type Page = Awaited<ReturnType<Browser['newPage']>>;

export interface PanelWorld {
  url: string;
  sandboxUrl: string;
  folder: string;
  browser: Browser;
  stop(): Promise<void>;
}

export async function openPanelWorld(): Promise<PanelWorld> {
  await buildTarget(admin);
  const folder = mkdtempSync(join(tmpdir(), 'tongdian-panel-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  const world = await startWorld({ dataDir: folder, withApps: false }).catch((error: unknown) => {
    remove();
    throw error;
  });
  const browser = await launchBrowser();
  const stop = async (): Promise<void> => {
    await browser.close();
    await world.stop();
    remove();
  };
  return { url: world.url, sandboxUrl: world.sandboxUrl, folder, browser, stop };
}

/** A new member on WeChat with this verified phone and a name of their own. */
export async function shopper(world: PanelWorld, nickname: string, number: string): Promise<Call> {
  const phone = phoneOf(world.sandboxUrl, `panel-${number}`, number);
  const code = await phone.loginCode('wechat');
  const body = { platform: 'wechat' as const, code, deviceId: crypto.randomUUID() };
  const stranger = await clientOf(world.url)(signIn, { body });
  const proof = await phone.phoneProof('wechat');
  const bound = await clientOf(world.url, stranger.accessToken)(bindPhone, { body: proof });
  const call = clientOf(world.url, bound.session.accessToken);
  await call(updateMe, { body: { nickname } });
  return call;
}

/** Claims the template and has it redeemed at a store, on a bill of ¥240. */
export async function claimAndRedeem(
  world: PanelWorld,
  call: Call,
  templateId: string,
): Promise<{ store: string; redeem: () => Promise<void> }> {
  const coupon = await call(claimCoupon, { params: { id: templateId } });
  const clerk = await signInStaff(world.url, 'clerk.wukang');
  const redeem = async (): Promise<void> => {
    const seed = await call(openCode, { body: { couponId: coupon.id } });
    const body = {
      code: shownQr(seed),
      storeId: clerk.storeId,
      nonce: crypto.randomUUID(),
      entered: 'scan' as const,
    };
    const { scanId } = await clerk.call(scanCode, { body });
    const used = { couponIds: [coupon.id], billFen: 24_000 };
    await clerk.call(confirmScan, { params: { id: scanId }, body: used });
  };
  return { store: '武康路店', redeem };
}

const TILL = `no,day,code,goods,pieces,price,card
A-1001,2026-01-03,B1,晨雾拼配豆,2,94.00,8801
A-1001,2026-01-03,F1,滤纸,1,18.50,8801
A-1002,2026-01-04,B1,晨雾拼配豆,1,94.00,8802
A-1003,2026-01-04,B1,,1,94.00,8802
`;
const MAP = {
  channel: 'old-till',
  currency: 'CNY',
  format: { delimiter: ',', decimal: '.' },
  time: { value: '{day}', format: 'yyyy-MM-dd', zone: 'Asia/Shanghai' },
  document: '{no}',
  goods: { code: '{code}', name: '{goods}' },
  quantity: '{pieces}',
  unitPrice: '{price}',
  card: '{card}',
};

/** Imports an old till's export: two documents of two cards are good, one row has no goods. */
export async function importTill(world: PanelWorld): Promise<void> {
  const file = join(world.folder, 'old-till.csv');
  const map = join(world.folder, 'old-till.map.json');
  writeFileSync(file, TILL);
  writeFileSync(map, JSON.stringify(MAP));
  const scripts = createRequire(fromRoot('scripts/package.json'));
  const tsx = join(dirname(scripts.resolve('tsx/package.json')), 'dist/cli.mjs');
  const args = [tsx, fromRoot('scripts/src/import-sales.ts'), file, '--map', map];
  await promisify(execFile)(process.execPath, args, {
    env: { ...process.env, TONGDIAN_DATA: world.folder, DATABASE_URL: '' },
  });
}

interface AxeFinding {
  id: string;
  impact: string | null;
  nodes: { target: string[]; failureSummary?: string }[];
}

/** What axe finds on the page by the rules of WCAG 2.1 A and AA, one line each. Throws when it looked at nothing. */
export async function findingsOf(page: Page): Promise<string[]> {
  const scripts = createRequire(fromRoot('scripts/package.json'));
  await page.addScriptTag({ path: scripts.resolve('axe-core/axe.min.js') });
  const result = (await page.evaluate(
    `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] })`,
  )) as { violations: AxeFinding[]; passes: unknown[] };
  if (result.passes.length === 0) throw new Error('axe looked at nothing');
  return result.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`,
  );
}
