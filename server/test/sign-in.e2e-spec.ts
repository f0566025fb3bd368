/** Signing in on three platforms, over HTTP against the platforms' stand-ins. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getMe, refreshSession, signIn, signOut } from '@tongdian/shared/contract/members.routes';
import { staffMe, staffSignIn, staffSignOut } from '@tongdian/shared/contract/staff.routes';
import { PLATFORMS } from '@tongdian/shared/kernel/platforms';
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
void refreshSession;
void signOut;
void staffSignIn;
