import { readdirSync, readFileSync, statSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startSandbox } from '../src/server.js';
import { tempFolder } from './temp-folder.js';
import { newNumber, openWorld, wechatMerchant, wechatOpenid, type Json, type World } from './world.js';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());
beforeEach(() => world.reset());

describe('a restart', () => {
  it('keeps keys, openids and trades, and goes on with notifies nobody accepted', async () => {
    const folder = tempFolder();
    const first = await openWorld({ dataDir: folder.path });
    const openid = await wechatOpenid(first);
    await first.reset();
    first.answer.status = 500;
    const no = newNumber();
    await wechatMerchant(first).pay.transactions_jsapi({
      description: 'a',
      out_trade_no: no,
      notify_url: first.notifyUrl,
      amount: { total: 100, currency: 'CNY' },
      payer: { openid },
    } as Json);
    await first.post(`/control/trades/wechat/${no}/act`, { act: 'pay' });
    await first.hear(1);
    await first.sandbox.close();
    const heardBefore = first.heard.length;
    first.answer.status = 200;

    const second = await startSandbox({ port: 0, dataDir: folder.path });
    const { WECHAT_PAY_MCH_PRIVATE_KEY, WECHAT_APP_ID } = first.sandbox.credentials;
    expect(second.credentials).toMatchObject({ WECHAT_PAY_MCH_PRIVATE_KEY, WECHAT_APP_ID });
    await first.hear(heardBefore + 1);
    const trades = (await (await fetch(`${second.url}/control/trades`)).json()) as Json[];
    expect(trades[0]).toMatchObject({ outTradeNo: no, state: 'paid', user: 'lin' });
    const login = async () => {
      const post = (body: unknown) =>
        fetch(`${second.url}/device/wechat/login`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        });
      const { code } = (await (await post({ user: 'lin' })).json()) as Json;
      const query = new URLSearchParams({
        appid: WECHAT_APP_ID!,
        secret: second.credentials['WECHAT_APP_SECRET']!,
        js_code: code,
        grant_type: 'authorization_code',
      });
      return ((await (await fetch(`${second.url}/wechat/sns/jscode2session?${query}`)).json()) as Json)
        .openid;
    };
    expect(await login()).toBe(openid);
    await second.close();
    await first.closeListener();

    for (const name of readdirSync(folder.path))
      expect(statSync(join(folder.path, name)).mode & 0o777).toBe(0o600);
    folder.remove();
  });

  it('without a folder brings another merchant', async () => {
    const fresh = await startSandbox({ port: 0 });
    expect(fresh.credentials['WECHAT_APP_ID']).not.toBe(world.sandbox.credentials['WECHAT_APP_ID']);
    await fresh.close();
  }, 60_000);
});

describe('the door', () => {
  const rawGet = (headers: Record<string, string>) =>
    new Promise<number>((resolve, reject) => {
      request(`${world.sandbox.url}/control/credentials`, { headers }, (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      })
        .on('error', reject)
        .end();
    });

  it('is shut for other host names and for pages of other sites', async () => {
    expect(await rawGet({})).toBe(200);
    expect(await rawGet({ host: 'example.com' })).toBe(403);
    expect(await rawGet({ origin: 'https://example.com' })).toBe(403);
    expect(await rawGet({ origin: 'http://127.0.0.1.example.com' })).toBe(403);
  });

  it('lets previews of this machine use the device, and nothing but the device', async () => {
    const preflight = (path: string) =>
      fetch(world.sandbox.url + path, {
        method: 'OPTIONS',
        headers: { origin: 'http://127.0.0.1:4600', 'access-control-request-method': 'POST' },
      });
    expect((await preflight('/device/wechat/login')).headers.get('access-control-allow-origin')).toBe(
      'http://127.0.0.1:4600',
    );
    expect((await preflight('/control/default-act')).headers.get('access-control-allow-origin')).toBeNull();
  });

  it.each([
    ['/device/wechat/login', { user: 'a b' }],
    ['/device/wechat/login', { user: 'lin', extra: 1 }],
    ['/device/wechat/login', {}],
    ['/device/alipay/pay', { user: 'lin', tradeNO: 'x', act: 'steal' }],
    ['/control/default-act', { act: 'nothing' }],
    ['/control/clock', { offsetMs: '5' }],
  ])('refuses %s with %o', async (path, body) => {
    expect(await world.post(path, body)).toMatchObject({ status: 400, json: { code: 'bad-request' } });
  });

  it('refuses broken JSON, long bodies and unknown paths with JSON', async () => {
    const send = (body: string) =>
      fetch(`${world.sandbox.url}/device/wechat/login`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      });
    expect((await send('{')).status).toBe(400);
    expect((await send(JSON.stringify({ user: 'x'.repeat(70_000) }))).status).toBe(413);
    const nowhere = await fetch(`${world.sandbox.url}/nowhere`);
    expect(nowhere.status).toBe(404);
    expect(await nowhere.json()).toMatchObject({ code: 'not-found' });
  });
});

describe('short messages', () => {
  it('reach the phone when the bearer token is right', async () => {
    const send = async (token: string, body: unknown) =>
      (
        await fetch(`${world.sandbox.credentials['SMS_BASE']}/send`, {
          method: 'POST',
          headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
          body: JSON.stringify(body),
        })
      ).status;
    const message = { phone: '13900002071', templateId: 'bind', params: { code: '482913' } };
    expect(await send('other', message)).toBe(401);
    expect((await fetch(`${world.sandbox.url}/device/sms?phone=13900002071`)).status).toBe(404);
    expect(await send(world.sandbox.credentials['SMS_TOKEN']!, message)).toBe(200);
    expect(await world.get('/device/sms?phone=13900002071')).toEqual({ code: '482913' });
    expect(await send(world.sandbox.credentials['SMS_TOKEN']!, { ...message, phone: '123' })).toBe(400);
  });
});

describe('the control page', () => {
  it('is served whole, names nothing outside, and its files exist', async () => {
    const page = await (await fetch(`${world.sandbox.url}/control`)).text();
    expect(page).toContain('沙箱');
    expect(page).not.toMatch(/https?:\/\//);
    for (const [, path] of page.matchAll(/(?:src|href)="(\/[^"]+)"/g)) {
      expect((await fetch(world.sandbox.url + path)).status, path).toBe(200);
    }
  });
});

describe('the sources', () => {
  it('import nothing of the product', () => {
    const files = readdirSync(new URL('../src', import.meta.url), {
      recursive: true,
      encoding: 'utf8',
    }).filter((name) => name.endsWith('.ts'));
    for (const name of files) {
      expect(readFileSync(new URL(`../src/${name}`, import.meta.url), 'utf8'), name).not.toMatch(
        /from '@tongdian|from '(\.\.\/)+(server|shared)/,
      );
    }
    expect(files.length).toBeGreaterThan(30);
  });
});
