/** WeChat's API client against a server that answers as it is told: tokens, errcodes, and answers that are none. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Config } from '../config.js';
import { HttpClient } from '../http-client.js';
import { Problem } from '../problem.js';
import { WechatClient } from './client.js';
import { WechatLogin } from './login.js';
import { WechatPhone } from './phone.js';

type Told = (
  path: string,
  body: string,
) => { status?: number; headers?: Record<string, string>; body: unknown };

let server: Server;
let told: Told;
let asked: { path: string; body: string }[] = [];
let config: Config;
const http = new HttpClient();

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      asked.push({ path: request.url!, body });
      const answer = told(request.url!, body);
      response.writeHead(answer.status ?? 200, answer.headers ?? { 'content-type': 'text/plain' });
      response.end(typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const apiBase = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  config = { wechat: { apiBase, appId: 'wx1', appSecret: 's' } } as Config;
});
afterAll(async () => {
  await http.onApplicationShutdown();
  server.close();
});
beforeEach(() => {
  asked = [];
});

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'nothing refused',
    (error: unknown) => (error instanceof Problem ? error.code : String(error)),
  );

const phoneInfo = (change: object = {}) => ({
  errcode: 0,
  phone_info: { purePhoneNumber: '13900002071', countryCode: 86, watermark: { appid: 'wx1' }, ...change },
});

describe('the access token', () => {
  it('is asked for once by twenty calls at once and kept after', async () => {
    told = (path) => ({
      body: path.includes('stable_token') ? { access_token: 'T1', expires_in: 7200 } : phoneInfo(),
    });
    const client = new WechatClient(config, http);
    const phone = new WechatPhone(config, client);
    const found = await Promise.all(Array.from({ length: 20 }, () => phone.verify('code', 'o')));
    expect(found[0]).toEqual({ phone: '13900002071', proof: 'code' });
    await phone.verify('code', 'o');
    expect(asked.filter(({ path }) => path.includes('stable_token'))).toHaveLength(1);
  });

  it.each([40001, 42001])('is renewed once on %s, by force, and the call goes on', async (errcode) => {
    let tokens = 0;
    told = (path) => {
      if (path.includes('stable_token')) return { body: { access_token: `T${++tokens}`, expires_in: 7200 } };
      return { body: path.includes('=T1') ? { errcode, errmsg: 'over' } : phoneInfo() };
    };
    const phone = new WechatPhone(config, new WechatClient(config, http));
    await expect(phone.verify('code', 'o')).resolves.toMatchObject({ phone: '13900002071' });
    const forced = asked
      .filter(({ path }) => path.includes('stable_token'))
      .map(({ body }) => JSON.parse(body).force_refresh as boolean);
    expect(forced).toEqual([false, true]);
  });

  it('that is never good ends in a refusal, not in a circle', async () => {
    told = (path) => ({
      body: path.includes('stable_token') ? { access_token: 'T', expires_in: 7200 } : { errcode: 40001 },
    });
    const phone = new WechatPhone(config, new WechatClient(config, http));
    expect(await codeOf(phone.verify('code', 'o'))).toBe('platform_refused');
    expect(asked.length).toBeLessThanOrEqual(4);
  });
});

describe('code2Session', () => {
  const login = () => new WechatLogin(config, new WechatClient(config, http));

  it.each([
    [40029, 'platform_code_invalid'],
    [40163, 'platform_code_used'],
    [40226, 'member_blocked'],
    [-1, 'platform_down'],
    [45011, 'platform_down'],
    [40013, 'platform_refused'],
  ])('words %s as %s', async (errcode, code) => {
    told = () => ({ body: { errcode, errmsg: 'no' } });
    expect(await codeOf(login().exchange('c'))).toBe(code);
  });

  it('takes openid, unionid where there is one, and never the session key', async () => {
    told = () => ({ body: { openid: 'o1', session_key: 'secret', unionid: 'u1' } });
    const identities = await login().exchange('c');
    expect(identities.map(({ kind, value }) => [kind, value])).toEqual([
      ['openid', 'o1'],
      ['unionid', 'u1'],
    ]);
    expect(JSON.stringify(identities)).not.toContain('secret');
    told = () => ({ body: { openid: 'o1', session_key: 'secret' } });
    expect(await login().exchange('c')).toHaveLength(1);
  });

  it.each([
    ['a redirect', { status: 302, headers: { location: '/elsewhere' }, body: '' }],
    ['a server error', { status: 500, body: 'oops' }],
    ['no JSON', { body: '<html>' }],
    ['a list', { body: [] }],
    ['nobody', { body: { session_key: 'x' } }],
    ['a flood', { body: 'x'.repeat(3_000_000) }],
  ])('is down when the answer is %s', async (_, answer) => {
    told = () => answer;
    expect(await codeOf(login().exchange('c'))).toBe('platform_down');
    expect(asked).toHaveLength(1);
  });
});

describe('the phone button', () => {
  it.each([
    ['phone_payload_invalid', phoneInfo({ watermark: { appid: 'wx-other' } })],
    ['phone_payload_invalid', phoneInfo({ watermark: undefined })],
    ['phone_payload_invalid', { errcode: 40029 }],
    ['phone_payload_invalid', { errcode: 40003 }],
    ['platform_refused', phoneInfo({ countryCode: '1', purePhoneNumber: '2025550100' })],
    ['phone_payload_invalid', { errcode: 0 }],
    ['platform_down', { errcode: -1 }],
  ])('refuses with %s', async (code, answer) => {
    told = (path) => ({
      body: path.includes('stable_token') ? { access_token: 'T', expires_in: 7200 } : answer,
    });
    const phone = new WechatPhone(config, new WechatClient(config, http));
    expect(await codeOf(phone.verify('code', 'o'))).toBe(code);
  });
});
