/** What operators see of members, staff and deeds; and what nobody else sees. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { adminListAudit, adminVerifyAudit } from '@tongdian/shared/contract/audit.routes';
import {
  adminGetMember,
  adminListMembers,
  bindPhone,
  updateMe,
} from '@tongdian/shared/contract/members.routes';
import { demoLogins, staffMe, staffSignIn } from '@tongdian/shared/contract/staff.routes';
import { LevelsService } from '../src/levels/levels.service.js';
import { CardMembers } from '../src/members/card-members.js';
import { CONFIG, type Config } from '../src/platform/config.js';
import { Vault } from '../src/platform/security/vault.js';
import { PointsService } from '../src/points/points.service.js';
import { DEMO_PASSWORD, StaffService } from '../src/staff/staff.service.js';
import {
  makeStaff,
  makeStore,
  must,
  PASSWORD,
  phoneProof,
  signInMember,
  signInStaff,
  signInWithPhone,
  staffToken,
  world,
  type World,
} from './world.js';

let w: World;
let operator: string;
beforeAll(async () => {
  w = await world();
  operator = await staffToken(w, 'operator');
});
afterAll(() => w.close());

describe('members in the panel', () => {
  it('are found by number, whole phone, last digits, name and card, and by where they come from', async () => {
    const session = await signInWithPhone(w, 'wechat', 'found', '13855556666');
    await must(w.call(updateMe, { body: { nickname: '海边的阿福' }, token: session.accessToken }));
    const cards = new CardMembers(w.db, w.server.get(Vault), w.clock);
    const { ids } = await cards.ensure('groceries', [
      { cardNo: '770012', seenAt: new Date('2020-01-02T00:00:00Z') },
    ]);
    const find = async (query: object): Promise<string[]> =>
      (await w.call(adminListMembers, { query, token: operator })).value.items.map((row) => row.id);
    const id = session.member.id;
    expect(await find({ search: session.member.memberNo })).toEqual([id]);
    expect(await find({ search: '13855556666' })).toEqual([id]);
    expect(await find({ search: '6666' })).toEqual([id]);
    expect(await find({ search: '阿福' })).toEqual([id]);
    expect(await find({ search: '770012' })).toEqual([ids.get('770012')]);
    expect(await find({ from: 'import' })).toEqual([ids.get('770012')]);
    expect(await find({ from: 'wechat' })).toContain(id);
    expect(await find({ from: 'jd' })).not.toContain(id);
    expect(await find({ search: '%' })).toEqual([]);
    const page = (await w.call(adminListMembers, { query: { from: 'import' }, token: operator })).value;
    expect(page.items[0]).toMatchObject({ sources: ['card:groceries'], name: null, phoneMasked: null });
  });

  it('have one page with masked identities and what happened, newest first; a joined one leads to it', async () => {
    const session = await signInWithPhone(w, 'wechat', 'timeline', '13877778888');
    const stranger = await signInMember(w, 'alipay', 'timeline');
    const body = await phoneProof(w, 'alipay', 'timeline', stranger.accessToken, '13877778888');
    await must(w.call(bindPhone, { body, token: stranger.accessToken }));
    const memberId = session.member.id;
    await w.server.get(PointsService).earn({ memberId, amount: 40, cause: 'x', reason: '见面礼' });
    await w.server.get(LevelsService).grow(memberId, 1_500, 'x', '见面礼');
    const view = (await w.call(adminGetMember, { params: { id: stranger.member.id }, token: operator }))
      .value;
    expect(view).toMatchObject({
      id: memberId,
      phoneMasked: '138****8888',
      level: '金卡',
      points: 40,
      sources: ['alipay', 'wechat'],
    });
    expect(view.identities.map((one) => one.kind).sort()).toEqual([
      'open_id',
      'openid',
      'phone',
      'unionid',
      'unionid',
    ]);
    const titles = view.timeline.map((entry) => entry.title);
    expect(titles).toEqual(expect.arrayContaining(['等级变为金卡', '积分 +40', '支付宝身份', '成为会员']));
    const times = view.timeline.map((entry) => entry.at);
    expect(times).toEqual([...times].sort().reverse());
    expect(JSON.stringify(view)).not.toContain('13877778888');
  });

  it('are shown to nobody without the right', async () => {
    const clerk = await staffToken(w, 'clerk', [(await makeStore(w)).id]);
    const member = await signInMember(w, 'wechat', 'curious');
    expect((await w.call(adminListMembers, { query: {}, token: clerk })).problem.status).toBe(403);
    expect((await w.call(adminListMembers, { query: {}, token: member.accessToken })).problem.status).toBe(
      403,
    );
    expect((await w.call(adminListMembers, { query: {} })).problem).toMatchObject({
      status: 401,
      code: 'sign_in_needed',
    });
    const nobody = '01a20287-0982-7cfe-a257-c9398794d56a';
    const absent = await w.call(adminGetMember, { params: { id: nobody }, token: operator });
    expect(absent.problem).toMatchObject({ status: 404, code: 'member_not_found' });
  });
});

describe('staff', () => {
  it('is kept out after five wrong tries for five minutes, also with the right password', async () => {
    const { login } = await makeStaff(w, 'operator');
    const attempt = (password: string) => w.call(staffSignIn, { body: { login, password } });
    const wrong = await Promise.all(Array.from({ length: 12 }, () => attempt('not-the-password')));
    const codes = wrong.map((answer) => answer.problem.code);
    expect(codes.filter((code) => code === 'wrong_credentials')).toHaveLength(5);
    expect(codes.filter((code) => code === 'login_closed')).toHaveLength(7);
    expect((await attempt(PASSWORD)).problem.code).toBe('login_closed');
    w.clock.travel(301_000);
    expect((await attempt('not-the-password')).problem.code).toBe('wrong_credentials');
    expect((await attempt(PASSWORD)).ok).toBe(true);
  });

  it('cannot be told from nobody: an unknown login answers and closes the same', async () => {
    const attempt = () => w.call(staffSignIn, { body: { login: 'nobody.here', password: PASSWORD } });
    for (let tries = 0; tries < 5; tries++) expect((await attempt()).problem.code).toBe('wrong_credentials');
    expect((await attempt()).problem.code).toBe('login_closed');
  });

  it('loses a right the moment it is taken away', async () => {
    const { login, id } = await makeStaff(w, 'operator');
    const { accessToken: token } = await signInStaff(w, login);
    await w.db.run("update staff set role = 'clerk' where id = $1", [id]);
    expect((await w.call(adminListMembers, { query: {}, token })).problem.code).toBe('not_allowed');
    await w.server.get(StaffService).endSessionsOf(id);
    expect((await w.call(staffMe, { token })).problem.code).toBe('session_over');
  });

  it('shows no demo logins outside of a preview', async () => {
    expect((await w.call(demoLogins)).value.logins).toEqual([]);
  });
});

describe('deeds', () => {
  it('are listed with who and what, and form a chain that a change breaks', async () => {
    const session = await signInWithPhone(w, 'wechat', 'audited', '13899990000');
    const subjectId = session.member.id;
    const list = await w.call(adminListAudit, { query: { subject: 'member', subjectId }, token: operator });
    expect(list.value.items.map((entry) => entry.actionName)).toEqual(['绑定手机号', '新会员']);
    expect(list.value.items[0]).toMatchObject({
      actor: { kind: 'member', id: subjectId },
      after: { phone: '138****0000', platform: 'wechat' },
    });
    const whole = (await w.call(adminVerifyAudit, { token: operator })).value;
    expect(whole).toMatchObject({ broken: null });
    expect(whole.sealed).toBe(whole.entries);
    const id = list.value.items[0]!.id;
    await expect(w.db.run("update audit_entries set reason = 'x' where id = $1", [id])).rejects.toThrow(
      'never changed',
    );
    await expect(w.db.run('delete from audit_entries where id = $1', [id])).rejects.toThrow('never deleted');
    await w.db.run('alter table audit_entries disable trigger audit_entries_stay');
    await w.db.run("update audit_entries set actor_name = '别人' where id = $1", [id]);
    expect((await w.call(adminVerifyAudit, { token: operator })).value.broken).toBe(id);
    await w.db.run("update audit_entries set actor_name = '会员' where id = $1", [id]);
    expect((await w.call(adminVerifyAudit, { token: operator })).value.broken).toBeNull();
    await signInMember(w, 'wechat', 'after-it');
    await w.call(adminVerifyAudit, { token: operator });
    await w.db.run('delete from audit_entries where id = $1', [id]);
    expect((await w.call(adminVerifyAudit, { token: operator })).value.broken).toMatch(
      /^missing after seal \d+$/,
    );
  });

  it('are sealed once by many at a time, with entries of transactions that end late', async () => {
    const fresh = await world();
    const token = await staffToken(fresh, 'operator');
    await Promise.all(
      Array.from({ length: 30 }, async (_, index) => {
        await signInMember(fresh, 'wechat', `sealed-${index}`);
        await fresh.call(adminVerifyAudit, { token });
      }),
    );
    const check = (await fresh.call(adminVerifyAudit, { token })).value;
    expect(check.broken).toBeNull();
    expect(check.sealed).toBeGreaterThanOrEqual(30);
    await fresh.close();
  });
});

describe('a preview', () => {
  it('shows those who still have the demo password, with their store', async () => {
    const store = await makeStore(w, '武康路店');
    const service = w.server.get(StaffService);
    const person = { name: '沈禾', role: 'clerk' as const, storeIds: [store.id] };
    await service.create({ ...person, login: 'clerk.one', password: DEMO_PASSWORD });
    await service.create({ ...person, login: 'clerk.two', password: 'changed-since' });
    // A preview would first fill its whole demo brand.
    const config = w.server.get<Config>(CONFIG);
    config.mode = 'preview';
    const { logins } = (await w.call(demoLogins)).value;
    config.mode = 'test';
    expect(logins).toEqual([
      { login: 'clerk.one', password: DEMO_PASSWORD, name: '沈禾', role: '店员', store: '武康路店' },
    ]);
  });
});
