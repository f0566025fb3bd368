/** Input that no client of ours sends: named refusals, and nothing half-done. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addAddress, listAddresses, refreshSession, signIn } from '@tongdian/shared/contract/members.routes';
import { deviceId, platformCode, signInMember, world, type World } from './world.js';

let w: World;
let token: string;
beforeAll(async () => {
  w = await world();
  token = (await signInMember(w, 'wechat', 'tester')).accessToken;
});
afterAll(() => w.close());

const ADDRESS = {
  recipient: '林晚',
  phone: '13900002071',
  province: '上海市',
  city: '上海市',
  district: '徐汇区',
  detail: '武康路 1 号',
};

function post(path: string, body: string, headers: Record<string, string> = {}) {
  return w.raw(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, ...headers },
    body,
  });
}

describe('a body', () => {
  it('with an unknown field is refused by the name of the field', async () => {
    const answer = await post('/api/me/addresses', JSON.stringify({ ...ADDRESS, memberId: 'x' }));
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer.problem).toMatchObject({
      status: 400,
      code: 'invalid_input',
      errors: [{ field: 'memberId', rule: 'unknown' }],
    });
  });

  it.each([
    ['phone', { ...ADDRESS, phone: 13_900_002_071 }],
    ['phone', { ...ADDRESS, phone: '+8613900002071' }],
    ['detail', { ...ADDRESS, detail: ['武康路'] }],
    ['recipient', { ...ADDRESS, recipient: '' }],
    ['isDefault', { ...ADDRESS, isDefault: 'yes' }],
  ])('with a wrong %s is refused by its name', async (field, body) => {
    const { problem } = await post('/api/me/addresses', JSON.stringify(body));
    expect(problem.code).toBe('invalid_input');
    expect(problem.errors!.map((error) => error.field)).toContain(field);
  });

  it('that is broken JSON, too large, no object or no JSON at all is refused', async () => {
    expect((await post('/api/me/addresses', '{"recipient": ')).problem).toMatchObject({
      status: 400,
      code: 'broken_json',
    });
    const large = JSON.stringify({ ...ADDRESS, detail: 'x'.repeat(70_000) });
    expect((await post('/api/me/addresses', large)).problem).toMatchObject({
      status: 413,
      code: 'body_too_large',
    });
    expect((await post('/api/me/addresses', '[]')).problem.status).toBe(400);
    expect((await post('/api/me/addresses', '"text"')).problem.status).toBe(400);
    const xml = await post('/api/me/addresses', '<a/>', { 'content-type': 'text/xml' });
    expect(xml.problem).toMatchObject({ status: 415, code: 'unsupported_media' });
    expect((await w.call(listAddresses, { token })).value).toEqual([]);
  });
});

describe('signing in', () => {
  it.each([
    ['platform', { platform: 'myspace' }],
    ['code', { code: '' }],
    ['code', { code: 'x'.repeat(600) }],
    ['deviceId', { deviceId: 'short' }],
  ])('refuses a wrong %s by its name', async (field, change) => {
    const body = { platform: 'wechat', code: 'abc', deviceId: deviceId(), ...change };
    const { problem } = await post('/api/auth/sign-in', JSON.stringify(body));
    expect(problem.errors!.map((error) => error.field)).toEqual([field]);
  });

  it.each(['wechat', 'alipay', 'jd'] as const)(
    'refuses an invented and a used code on %s',
    async (platform) => {
      const invented = { platform, code: 'invented-code', deviceId: deviceId() };
      expect((await w.call(signIn, { body: invented })).problem).toMatchObject({
        status: 422,
        code: 'platform_code_invalid',
      });
      const code = await platformCode(w, platform, 'once');
      const body = { platform, code, deviceId: deviceId() };
      const answers = await Promise.all([1, 2, 3].map(() => w.call(signIn, { body })));
      expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
      for (const answer of answers.filter((one) => !one.ok))
        expect(['platform_code_used', 'platform_code_invalid']).toContain(answer.problem.code);
    },
  );

  it.each(['wechat', 'alipay', 'jd'] as const)(
    'says so when %s is down, and works again after',
    async (platform) => {
      const code = await platformCode(w, platform, 'patient');
      for (const kind of ['error-500', 'error-429', 'half-body']) {
        await order({ platform, where: 'api', method: 'login', kind });
        const down = await w.call(signIn, { body: { platform, code, deviceId: deviceId() } });
        expect(down.problem).toMatchObject({ status: 503, code: 'platform_down' });
      }
      expect((await signInMember(w, platform, 'patient')).member.platform).toBe(platform);
    },
  );

  it.each(['forged', 'wrong-key', 'duplicate-key-response', 'sign-type-rsa'])(
    'does not believe an answer in the name of Alipay that is %s',
    async (kind) => {
      const code = await platformCode(w, 'alipay', 'deceived');
      await order({ platform: 'alipay', where: 'api', method: 'login', kind });
      const answer = await w.call(signIn, { body: { platform: 'alipay', code, deviceId: deviceId() } });
      expect(answer.problem.code).toBe('platform_down');
    },
  );

  it('refuses tokens that are invented, changed or of another key', async () => {
    const [head, body, sign] = token.split('.') as [string, string, string];
    const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as object;
    const changed = Buffer.from(JSON.stringify({ ...claims, sub: 'x' })).toString('base64url');
    const none = Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url');
    for (const forged of [
      `${head}.${changed}.${sign}`,
      `${none}.${body}.`,
      `${head}.${body}.${'A'.repeat(43)}`,
    ]) {
      const answer = await w.call(listAddresses, { token: forged });
      expect(answer.problem.status).toBe(401);
    }
    const refresh = { refreshToken: 'A'.repeat(43), deviceId: deviceId() };
    expect((await w.call(refreshSession, { body: refresh })).problem.code).toBe('session_over');
  });
});

describe('a repeat with the same Idempotency-Key', () => {
  it('answers as the first time and writes once, also twenty at once', async () => {
    const { accessToken } = await signInMember(w, 'wechat', 'repeater');
    const key = 'address-0001';
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => w.call(addAddress, { body: ADDRESS, token: accessToken, key })),
    );
    expect(new Set(answers.map((answer) => answer.value.id)).size).toBe(1);
    expect((await w.call(listAddresses, { token: accessToken })).value).toHaveLength(1);
    const other = await w.call(addAddress, { body: { ...ADDRESS, detail: '别处' }, token: accessToken, key });
    expect(other.problem).toMatchObject({ status: 422, code: 'idempotency_key_reused' });
  });

  it('never keeps more than twenty addresses, and one default', async () => {
    const { accessToken } = await signInMember(w, 'wechat', 'mover');
    const answers = await Promise.all(
      Array.from({ length: 25 }, () =>
        w.call(addAddress, { body: { ...ADDRESS, isDefault: true }, token: accessToken }),
      ),
    );
    expect(answers.filter((answer) => answer.ok)).toHaveLength(20);
    expect(answers.find((answer) => !answer.ok)!.problem.code).toBe('too_many_addresses');
    const kept = (await w.call(listAddresses, { token: accessToken })).value;
    expect(kept.filter((address) => address.isDefault)).toHaveLength(1);
    expect(kept[0]!.isDefault).toBe(true);
  });

  it("does not reach another member's address", async () => {
    const owner = await signInMember(w, 'wechat', 'owner');
    const thief = await signInMember(w, 'wechat', 'address-thief');
    const { id } = (await w.call(addAddress, { body: ADDRESS, token: owner.accessToken })).value;
    const headers = { authorization: `Bearer ${thief.accessToken}` };
    const answer = await w.raw(`/api/me/addresses/${id}`, { method: 'DELETE', headers });
    expect(answer.problem.status).toBe(404);
    expect((await w.call(listAddresses, { token: owner.accessToken })).value).toHaveLength(1);
  });
});

async function order(fault: object): Promise<void> {
  const response = await fetch(`${w.sandbox.url}/control/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(fault),
  });
  if (!response.ok) throw new Error(`no such fault: ${await response.text()}`);
}
