/** Signing in on three platforms, over HTTP against the platforms' stand-ins. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getMe, signIn, signOut } from '@tongdian/shared/contract/members.routes';
import { staffMe, staffSignOut } from '@tongdian/shared/contract/staff.routes';
import { DAY_MS } from '@tongdian/shared/kernel/time';
import { PLATFORMS } from '@tongdian/shared/kernel/platforms';
import { ProofCleaning } from '../src/members/proof-cleaning.js';
import {
  deviceId,
  makeStaff,
  makeStore,
  platformCode,
  signInMember,
  signInStaff,
  world,
  type World,
} from './world.js';

let w: World;
beforeAll(async () => {
  w = await world();
});
afterAll(() => w.close());

describe('silent sign-in', () => {
  it.each(PLATFORMS)('makes a member on the first sign-in and finds him again on %s', async (platform) => {
    const first = await signInMember(w, platform, `again-${platform}`);
    const second = await signInMember(w, platform, `again-${platform}`);
    expect(second.member.id).toBe(first.member.id);
    expect(first.member).toMatchObject({ platform, phoneMasked: null, nickname: null });
    const me = await w.call(getMe, { token: second.accessToken });
    expect(me.value.memberNo).toBe(first.member.memberNo);
  });

  it('ends a session at once when the member signs out', async () => {
    const { accessToken: token } = await signInMember(w, 'alipay', 'leaver');
    expect((await w.call(signOut, { token })).value).toEqual({ ok: true });
    expect((await w.call(getMe, { token })).problem).toMatchObject({ status: 401, code: 'session_over' });
  });

  it('is one member on each platform as long as nothing verified joins them', async () => {
    const ids = await Promise.all(PLATFORMS.map(async (p) => (await signInMember(w, p, 'apart')).member.id));
    expect(new Set(ids).size).toBe(3);
  });

  it('makes one member of fifty first sign-ins at once', async () => {
    const codes = await Promise.all(Array.from({ length: 50 }, () => platformCode(w, 'wechat', 'crowd')));
    const answers = await Promise.all(
      codes.map((code) => w.call(signIn, { body: { platform: 'wechat', code, deviceId: deviceId() } })),
    );
    const members = answers.map((answer) => answer.value.member.id);
    expect(new Set(members).size).toBe(1);
  });
});

describe('proofs that no platform takes any more', () => {
  it('are forgotten by a job of every night, younger ones are kept', async () => {
    await signInMember(w, 'wechat', 'forgotten');
    await signInMember(w, 'jd', 'forgotten');
    const kinds = async (): Promise<string[]> =>
      (await w.db.rows<{ kind: string }>('select distinct kind from used_platform_proofs')).map(
        (row) => row.kind,
      );
    const cleaning = w.server.get(ProofCleaning);
    await cleaning.forget();
    expect(await kinds()).toEqual(expect.arrayContaining(['login:wechat', 'login:jd']));
    w.clock.travel(3 * DAY_MS);
    await cleaning.forget();
    expect(await kinds()).toContain('login:jd');
    expect(await kinds()).not.toContain('login:wechat');
    const planned = await w.db.rows<{ identifier: string }>(
      'select identifier from graphile_worker._private_known_crontabs',
    );
    expect(planned.map((row) => row.identifier)).toEqual(
      expect.arrayContaining(['members.forget-proofs', 'points.expire']),
    );
  });
});

describe('staff', () => {
  it('signs in, says who it is, and is out at once after signing out', async () => {
    const store = await makeStore(w);
    const { login } = await makeStaff(w, 'clerk', [store.id]);
    const session = await signInStaff(w, login);
    const me = await w.call(staffMe, { token: session.accessToken });
    expect(me.value).toMatchObject({ login, role: 'clerk', stores: [{ id: store.id, name: store.name }] });
    await w.call(staffSignOut, { token: session.accessToken });
    expect((await w.call(staffMe, { token: session.accessToken })).problem.code).toBe('session_over');
  });
});
