import { inflateSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openWorld, wechatOpenid, type World } from './world.js';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());
beforeEach(() => world.reset());

const env = () => world.sandbox.credentials;
const session = (code: string, more: Record<string, string> = {}) =>
  world.get(
    `/wechat/sns/jscode2session?${new URLSearchParams({ appid: env()['WECHAT_APP_ID']!, secret: env()['WECHAT_APP_SECRET']!, js_code: code, grant_type: 'authorization_code', ...more })}`,
  );
const stableToken = async (more: Record<string, unknown> = {}) =>
  (
    await world.post('/wechat/cgi-bin/stable_token', {
      grant_type: 'client_credential',
      appid: env()['WECHAT_APP_ID'],
      secret: env()['WECHAT_APP_SECRET'],
      ...more,
    })
  ).json;
const withToken = async (path: string, body: unknown) =>
  (await world.post(`/wechat${path}?access_token=${(await stableToken())['access_token']}`, body)).json;

describe('code2Session', () => {
  it('gives the same person the same openid and another session each time', async () => {
    const first = await session((await world.post('/device/wechat/login', { user: 'lin' })).json['code']);
    const second = await session((await world.post('/device/wechat/login', { user: 'lin' })).json['code']);
    const other = await session((await world.post('/device/wechat/login', { user: 'xu' })).json['code']);
    expect(second.openid).toBe(first.openid);
    expect(second.session_key).not.toBe(first.session_key);
    expect(other.openid).not.toBe(first.openid);
    expect(Buffer.from(first.session_key, 'base64')).toHaveLength(16);
  });

  it('takes a code once (40163), knows no other (40029), and only for five minutes', async () => {
    const { code } = (await world.post('/device/wechat/login', { user: 'lin' })).json;
    await session(code);
    expect((await session(code)).errcode).toBe(40163);
    expect((await session('nothing')).errcode).toBe(40029);
    const old = (await world.post('/device/wechat/login', { user: 'lin' })).json['code'];
    await world.post('/control/clock', { offsetMs: 300_000 });
    expect((await session(old)).errcode).toBe(40029);
  });

  it('refuses another app and a wrong secret', async () => {
    const { code } = (await world.post('/device/wechat/login', { user: 'lin' })).json;
    expect((await session(code, { appid: 'wx0' })).errcode).toBe(40013);
    expect((await session(code, { secret: 'x' })).errcode).toBe(40125);
  });
});

describe('stable_token', () => {
  it('stays the same, is renewed near its end, and then both live for a while', async () => {
    const first = await stableToken();
    expect((await stableToken())['access_token']).toBe(first['access_token']);
    await world.post('/control/clock', { offsetMs: 7_000_000 });
    const second = await stableToken();
    expect(second['access_token']).not.toBe(first['access_token']);
    expect(second['expires_in']).toBeGreaterThanOrEqual(300);
    const phone = (token: string) =>
      world.post(`/wechat/wxa/business/getuserphonenumber?access_token=${token}`, { code: 'x' });
    expect((await phone(first['access_token'])).json['errcode']).toBe(40029);
    expect((await phone('80_other')).json['errcode']).toBe(40001);
  });

  it('ends the old token at a forced renewal, which is allowed only every 30 seconds', async () => {
    const first = await stableToken();
    const forced = await stableToken({ force_refresh: true });
    expect(forced['access_token']).not.toBe(first['access_token']);
    expect((await stableToken({ force_refresh: true }))['errcode']).toBe(45011);
    const used = await world.post(
      `/wechat/wxa/business/getuserphonenumber?access_token=${first['access_token']}`,
      { code: 'x' },
    );
    expect(used.json['errcode']).toBe(40001);
  });
});

describe('the phone number', () => {
  it('comes for the phone button’s code, once, and not for a log-in code', async () => {
    const { code } = (await world.post('/device/wechat/phone', { user: 'lin' })).json;
    expect(await withToken('/wxa/business/getuserphonenumber', { code })).toMatchObject({
      errcode: 0,
      phone_info: { purePhoneNumber: '13900002071', watermark: { appid: env()['WECHAT_APP_ID'] } },
    });
    expect((await withToken('/wxa/business/getuserphonenumber', { code })).errcode).toBe(40029);
    const login = (await world.post('/device/wechat/login', { user: 'lin' })).json['code'];
    expect((await withToken('/wxa/business/getuserphonenumber', { code: login })).errcode).toBe(40029);
  });

  it('may be another phone of the person, and any id is a person with a phone', async () => {
    const own = (await world.post('/device/wechat/phone', { user: 'lin', phone: '13800000001' })).json[
      'code'
    ];
    expect(
      (await withToken('/wxa/business/getuserphonenumber', { code: own })).phone_info.purePhoneNumber,
    ).toBe('13800000001');
    const made = (await world.post('/device/wechat/phone', { user: 'load-4711' })).json['code'];
    expect(
      (await withToken('/wxa/business/getuserphonenumber', { code: made })).phone_info.purePhoneNumber,
    ).toMatch(/^138\d{8}$/);
  });
});

describe('the code image', () => {
  it('is a PNG of the width asked for', async () => {
    const token = (await stableToken())['access_token'];
    const response = await fetch(`${world.sandbox.url}/wechat/wxa/getwxacodeunlimit?access_token=${token}`, {
      method: 'POST',
      body: JSON.stringify({ scene: 's=1', page: 'pages/home/index', check_path: false, width: 280 }),
    });
    const png = Buffer.from(await response.arrayBuffer());
    expect(response.headers.get('content-type')).toBe('image/png');
    expect(png.subarray(0, 8).toString('hex')).toBe('89504e470d0a1a0a');
    expect(png.readUInt32BE(16)).toBe(280);
    const data = png.indexOf('IDAT');
    expect(inflateSync(png.subarray(data + 4, data + 4 + png.readUInt32BE(data - 4)))).toHaveLength(
      280 * 281,
    );
  });

  it.each([['x'.repeat(33)], ['店'], ['a%20b'], ['']])('refuses the scene "%s" with JSON', async (scene) => {
    expect((await withToken('/wxa/getwxacodeunlimit', { scene })).errcode).toBeGreaterThan(0);
  });
});

describe('subscribe messages', () => {
  it('go out once for each time the person allowed them', async () => {
    const touser = await wechatOpenid(world);
    const message = {
      touser,
      template_id: 'TPL_1',
      page: 'pages/home/index',
      data: { thing1: { value: '到货了' }, time2: { value: '2026-06-13 10:00' } },
    };
    expect((await withToken('/cgi-bin/message/subscribe/send', message)).errcode).toBe(43101);
    await world.post('/device/wechat/subscribe', { user: 'lin', templateIds: ['TPL_1'] });
    const long = { ...message, data: { thing1: { value: '长'.repeat(21) } } };
    const refused = await withToken('/cgi-bin/message/subscribe/send', long);
    expect(refused.errcode).toBe(47003);
    expect(refused.errmsg).toContain('thing1');
    expect((await withToken('/cgi-bin/message/subscribe/send', message)).errcode).toBe(0);
    expect((await withToken('/cgi-bin/message/subscribe/send', message)).errcode).toBe(43101);
    expect((await world.get('/control/messages'))[0]).toMatchObject({ to: touser, templateId: 'TPL_1' });
  });
});
