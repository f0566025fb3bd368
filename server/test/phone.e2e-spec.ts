/** One verified phone, one member: over three platforms, at once, and with proofs that are not genuine. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  addAddress,
  bindPhone,
  getMe,
  listAddresses,
  refreshSession,
  sendPhoneSms,
  signIn,
  type PhoneBoundView,
} from '@tongdian/shared/contract/members.routes';
import { claimCoupon } from '@tongdian/shared/contract/coupons.routes';
import { addToCart, getCart } from '@tongdian/shared/contract/orders.routes';
import { getPoints } from '@tongdian/shared/contract/points.routes';
import type { Platform } from '@tongdian/shared/kernel/platforms';
import { LevelsService } from '../src/levels/levels.service.js';
import { PointsService } from '../src/points/points.service.js';
import {
  deviceId,
  must,
  phoneProof,
  platformCode,
  signInMember,
  signInWithPhone,
  staffToken,
  world,
  type Answer,
  type World,
} from './world.js';
import { claimed, publishedTemplate } from './world-coupons.js';
import { makeGoods, makeWarehouse } from './world-orders.js';

let w: World;
let warehouse: string;
beforeAll(async () => {
  w = await world();
  warehouse = await makeWarehouse(w);
});
afterAll(() => w.close());

async function bind(
  platform: Platform,
  user: string,
  token: string,
  phone?: string,
): Promise<Answer<PhoneBoundView>> {
  return w.call(bindPhone, { body: await phoneProof(w, platform, user, token, phone), token });
}

const ADDRESS = {
  recipient: '林晚',
  phone: '13900002071',
  province: '上海市',
  city: '上海市',
  district: '徐汇区',
  detail: '武康路 1 号',
};

describe('the phone button', () => {
  it('leads to the same member on the second and the third platform', async () => {
    const first = await signInMember(w, 'wechat', 'lin');
    const bound = (await bind('wechat', 'lin', first.accessToken)).value;
    expect(bound.outcome).toBe('bound');
    expect(bound.session.member.phoneMasked).toBe('139****2071');
    for (const platform of ['alipay', 'jd'] as const) {
      const stranger = await signInMember(w, platform, 'lin');
      expect(stranger.member.id).not.toBe(first.member.id);
      const joined = (await bind(platform, 'lin', stranger.accessToken)).value;
      expect(joined.outcome).toBe('joined');
      expect(joined.session.member).toMatchObject({ id: first.member.id, platform });
      expect((await signInMember(w, platform, 'lin')).member.id).toBe(first.member.id);
    }
    const again = (await bind('wechat', 'lin', first.accessToken)).value;
    expect(again.outcome).toBe('unchanged');
  });

  it('gives the member what the stranger had, lot by lot, and keeps the sums', async () => {
    const member = await signInWithPhone(w, 'wechat', 'keeper');
    const stranger = await signInMember(w, 'alipay', 'keeper');
    const id = stranger.member.id;
    const later = new Date(w.clock.now().getTime() + 86_400_000);
    await w.server.get(PointsService).earn({ memberId: id, amount: 30, cause: 'gift', reason: '见面礼' });
    await w.server
      .get(PointsService)
      .earn({ memberId: id, amount: 12, cause: 'order', reason: '订单', usableAt: later });
    await w.server.get(LevelsService).grow(id, 1_200, 'order', '订单');
    await must(w.call(addAddress, { body: ADDRESS, token: stranger.accessToken }));
    const { session, outcome } = (await bind('alipay', 'keeper', stranger.accessToken)).value;
    expect(outcome).toBe('joined');
    expect(session.member).toMatchObject({
      id: member.member.id,
      points: { available: 30, pending: 12 },
      level: { growth: 1_200, level: { name: '金卡' } },
    });
    const addresses = (await w.call(listAddresses, { token: session.accessToken })).value;
    expect(addresses).toMatchObject([{ detail: '武康路 1 号', isDefault: true }]);
    const sums = await w.db.one(
      `select (select coalesce(sum(delta), 0)::int from points_entries where member_id = $1) as left,
              (select balance from points_accounts where member_id = $1) as "leftBalance",
              (select sum(delta)::int from points_entries where member_id = $2) as gained,
              (select sum(remaining)::int from points_lots where member_id = $2) as lots,
              (select balance from points_accounts where member_id = $2) as "gainedBalance",
              (select sum(delta)::int from growth_entries where member_id = $1) as "leftGrowth"`,
      [id, member.member.id],
    );
    expect(sums).toEqual({ left: 0, leftBalance: 0, gained: 42, lots: 42, gainedBalance: 42, leftGrowth: 0 });
  });

  it('puts both carts together and never lets a coupon be claimed twice', async () => {
    const goods = await makeGoods(w, { stock: { [warehouse]: 500 } });
    const template = await publishedTemplate(w, await staffToken(w, 'operator'));
    const member = await signInWithPhone(w, 'wechat', 'shopper');
    const stranger = await signInMember(w, 'alipay', 'shopper');
    const put = (token: string, quantity: number) =>
      must(w.call(addToCart, { body: { skuId: goods.skuId, quantity }, token }));
    await put(member.accessToken, 60);
    await put(stranger.accessToken, 50);
    await claimed(w, stranger.accessToken, template.id);
    const { session } = (await bind('alipay', 'shopper', stranger.accessToken)).value;
    expect(session.member).toMatchObject({ id: member.member.id, usableCoupons: 1 });
    const cart = (await w.call(getCart, { token: session.accessToken })).value;
    expect(cart.lines.map((line) => line.quantity)).toEqual([99]);
    const again = await w.call(claimCoupon, { params: { id: template.id }, token: member.accessToken });
    expect(again.problem.code).toBe('coupon_limit_reached');
  });

  it('moves what a straggling request wrote to the stranger after the join', async () => {
    await signInWithPhone(w, 'wechat', 'late');
    const stranger = await signInMember(w, 'jd', 'late');
    const { session } = (await bind('jd', 'late', stranger.accessToken)).value;
    await w.server
      .get(PointsService)
      .earn({ memberId: stranger.member.id, amount: 7, cause: 'late', reason: '迟到' });
    w.clock.travel(61_000);
    await w.work();
    expect((await w.call(getPoints, { query: {}, token: session.accessToken })).value.available).toBe(7);
  });

  it('loses nothing of what the stranger does while he is joined', async () => {
    const member = await signInWithPhone(w, 'wechat', 'busy');
    const stranger = await signInMember(w, 'alipay', 'busy');
    const goods = await Promise.all(
      Array.from({ length: 10 }, () => makeGoods(w, { stock: { [warehouse]: 5 } })),
    );
    const points = w.server.get(PointsService);
    const levels = w.server.get(LevelsService);
    const { id } = stranger.member;
    const body = await phoneProof(w, 'alipay', 'busy', stranger.accessToken);
    const token = stranger.accessToken;
    await Promise.all([
      ...goods
        .slice(0, 5)
        .map(({ skuId }) => must(w.call(addToCart, { body: { skuId, quantity: 1 }, token }))),
      ...[1, 2, 3].map((n) => points.earn({ memberId: id, amount: n, cause: `e${n}`, reason: '赠送' })),
      must(w.call(bindPhone, { body, token })),
      must(w.call(addAddress, { body: ADDRESS, token })),
      ...[4, 5, 6].map((n) => points.earn({ memberId: id, amount: n, cause: `e${n}`, reason: '赠送' })),
      ...[1, 2].map((n) => levels.grow(id, 100, `g${n}`, '赠送')),
      ...goods.slice(5).map(({ skuId }) => must(w.call(addToCart, { body: { skuId, quantity: 1 }, token }))),
    ]);
    w.clock.travel(61_000);
    await w.work();
    const me = (await w.call(getMe, { token })).value;
    expect(me).toMatchObject({ id: member.member.id, points: { available: 21 }, level: { growth: 200 } });
    expect((await w.call(getCart, { token })).value.lines).toHaveLength(10);
    expect((await w.call(listAddresses, { token })).value).toHaveLength(1);
    const left = await w.db.one(
      `select (select count(*)::int from cart_lines where member_id = $1) as lines,
              (select coalesce(sum(remaining), 0)::int from points_lots where member_id = $1) as points,
              (select growth from members where id = $1) as growth`,
      [id],
    );
    expect(left).toEqual({ lines: 0, points: 0, growth: 0 });
  });

  it('lets the older access token of a joined session go on as the member', async () => {
    const member = await signInWithPhone(w, 'wechat', 'older');
    const stranger = await signInMember(w, 'alipay', 'older');
    await bind('alipay', 'older', stranger.accessToken);
    expect((await w.call(getMe, { token: stranger.accessToken })).value.id).toBe(member.member.id);
  });

  it('makes one member of fifty bindings of one phone at once over three platforms', async () => {
    const phone = '13812345678';
    const sessions = await Promise.all(
      Array.from({ length: 50 }, async (_, index) => {
        // Forty strangers on WeChat, nine devices of one on Alipay, one on JD.
        const platform: Platform = index < 40 ? 'wechat' : index < 49 ? 'alipay' : 'jd';
        const user = index < 40 ? `race-${index}` : 'race';
        const { accessToken: token } = await signInMember(w, platform, user);
        return { token, body: await phoneProof(w, platform, user, token, phone) };
      }),
    );
    const answers = await Promise.all(sessions.map(({ body, token }) => w.call(bindPhone, { body, token })));
    const outcomes = answers.map((answer) => answer.value.outcome);
    expect(outcomes.filter((outcome) => outcome === 'bound')).toHaveLength(1);
    expect(outcomes.every((outcome) => ['bound', 'joined', 'unchanged'].includes(outcome))).toBe(true);
    expect(new Set(answers.map((answer) => answer.value.session.member.id)).size).toBe(1);
    const holders = await w.db.rows("select id from members where phone_tail = '5678' and status = 'active'");
    expect(holders).toHaveLength(1);
  });

  it('asks people where both members hold a verified phone, and changes nothing', async () => {
    const one = await signInWithPhone(w, 'wechat', 'both', '13811110001');
    const other = await signInWithPhone(w, 'alipay', 'both', '13811110002');
    const answer = (await bind('alipay', 'both', other.accessToken, '13811110001')).value;
    expect(answer.outcome).toBe('review');
    expect(answer.session.member.id).toBe(other.member.id);
    const cases = await w.db.rows(
      'select 1 from member_review_cases where member_id = $1 and other_member_id = $2',
      [other.member.id, one.member.id],
    );
    expect(cases).toHaveLength(1);
    const free = await bind('wechat', 'both', one.accessToken, '13811110003');
    expect(free.problem.code).toBe('phone_already_bound');
  });
});

describe('proofs that do not count', () => {
  it('refuses a code or payload that was used, and leaves the phone unbound', async () => {
    const wechat = await signInMember(w, 'wechat', 'used');
    const proof = await phoneProof(w, 'wechat', 'used', wechat.accessToken);
    await must(w.call(bindPhone, { body: proof, token: wechat.accessToken }));
    const second = await w.call(bindPhone, { body: proof, token: wechat.accessToken });
    expect(second.problem.code).toBe('phone_payload_invalid');

    // Alipay's payload for one number is the same text every time: it stays with the first who used it.
    const alipay = await signInMember(w, 'alipay', 'used2');
    const payload = await phoneProof(w, 'alipay', 'used2', alipay.accessToken);
    await must(w.call(bindPhone, { body: payload, token: alipay.accessToken }));
    const thief = await signInMember(w, 'alipay', 'thief');
    const stolen = await w.call(bindPhone, { body: payload, token: thief.accessToken });
    expect(stolen.problem.code).toBe('phone_payload_used');
    expect((await w.call(getMe, { token: thief.accessToken })).value.phoneMasked).toBeNull();
  });

  it("refuses a WeChat code that another person's button gave", async () => {
    const mine = await signInMember(w, 'wechat', 'mine');
    const foreign = await phoneProof(w, 'wechat', 'somebody-else', mine.accessToken);
    const answer = await w.call(bindPhone, { body: foreign, token: mine.accessToken });
    expect(answer.problem).toMatchObject({ code: 'phone_payload_invalid', status: 422 });
  });

  it('refuses payloads that are forged, cut, doubled or of another platform', async () => {
    const { accessToken: token } = await signInMember(w, 'alipay', 'forger');
    const { response } = await w.device<{ response: string }>('/alipay/phone', { user: 'forger' });
    const genuine = JSON.parse(response) as { response: string; sign: string };
    const forgeries = [
      JSON.stringify({ ...genuine, response: `${genuine.response.slice(0, -4)}AAA=` }),
      JSON.stringify({
        ...genuine,
        sign: genuine.sign.replace(/^./, (letter) => (letter === 'A' ? 'B' : 'A')),
      }),
      JSON.stringify({ response: genuine.response }),
      `{"response":"AAAA",${response.slice(1)}`,
      response.slice(0, -10),
      '[]',
    ];
    for (const forgery of forgeries) {
      const answer = await w.call(bindPhone, { body: { proof: 'alipay', response: forgery }, token });
      expect(answer.problem.code).toBe('phone_payload_invalid');
    }
    const wechat = await w.call(bindPhone, { body: { proof: 'wechat', code: 'abcdefgh' }, token });
    expect(wechat.problem.code).toBe('phone_payload_invalid');
    const empty = await w.call(bindPhone, { body: { proof: 'alipay' }, token });
    expect(empty.problem).toMatchObject({ code: 'invalid_input', errors: [{ field: 'response' }] });
    expect((await w.call(getMe, { token })).value.phoneMasked).toBeNull();
  });

  it('sends an SMS code once a minute, takes it once, and only five guesses', async () => {
    const { accessToken: token } = await signInMember(w, 'jd', 'texter');
    const phone = '13822223333';
    expect((await w.call(sendPhoneSms, { body: { phone }, token })).value).toEqual({
      phoneMasked: '138****3333',
      retryAfter: 60,
    });
    expect((await w.call(sendPhoneSms, { body: { phone }, token })).problem).toMatchObject({
      code: 'sms_too_soon',
      status: 429,
    });
    const { code } = await w.device<{ code: string }>(`/sms?phone=${phone}`);
    const wrong = code === '000000' ? '000001' : '000000';
    for (let tries = 0; tries < 5; tries++) {
      const guess = await w.call(bindPhone, { body: { proof: 'sms', phone, code: wrong }, token });
      expect(guess.problem.code).toBe('sms_code_wrong');
    }
    const right = await w.call(bindPhone, { body: { proof: 'sms', phone, code }, token });
    expect(right.problem.code).toBe('sms_code_wrong');
    w.clock.travel(61_000);
    await must(w.call(sendPhoneSms, { body: { phone }, token }));
    const fresh = await w.device<{ code: string }>(`/sms?phone=${phone}`);
    const both = await Promise.all(
      [1, 2].map(() => w.call(bindPhone, { body: { proof: 'sms', phone, code: fresh.code }, token })),
    );
    expect(both.filter((answer) => answer.ok)).toHaveLength(1);
  });

  it('does not find a code that another member asked for', async () => {
    const owner = await signInMember(w, 'jd', 'asker');
    const thief = await signInMember(w, 'jd', 'listener');
    const body = await phoneProof(w, 'jd', 'asker', owner.accessToken, '13833334444');
    expect((await w.call(bindPhone, { body, token: thief.accessToken })).problem.code).toBe('sms_code_wrong');
    expect((await w.call(bindPhone, { body, token: owner.accessToken })).value.outcome).toBe('bound');
  });
});

describe('sessions', () => {
  it('trades a refresh token once; the second time the session ends for both', async () => {
    const device = deviceId();
    const first = await signInMember(w, 'wechat', 'rotating', device);
    const body = { refreshToken: first.refreshToken, deviceId: device };
    const second = (await w.call(refreshSession, { body })).value;
    expect(second.refreshToken).not.toBe(first.refreshToken);
    expect((await w.call(refreshSession, { body })).problem.code).toBe('session_over');
    const after = { refreshToken: second.refreshToken, deviceId: device };
    expect((await w.call(refreshSession, { body: after })).problem.code).toBe('session_over');
    expect((await w.call(getMe, { token: second.accessToken })).problem.code).toBe('session_over');
  });

  it('ends the session whose refresh token turns up on another device', async () => {
    const device = deviceId();
    const session = await signInMember(w, 'wechat', 'copied', device);
    const elsewhere = { refreshToken: session.refreshToken, deviceId: deviceId() };
    expect((await w.call(refreshSession, { body: elsewhere })).problem.code).toBe('session_over');
    const athome = { refreshToken: session.refreshToken, deviceId: device };
    expect((await w.call(refreshSession, { body: athome })).problem.code).toBe('session_over');
  });

  it('lets one of twenty refreshes at once win', async () => {
    const device = deviceId();
    const { refreshToken } = await signInMember(w, 'wechat', 'parallel', device);
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => w.call(refreshSession, { body: { refreshToken, deviceId: device } })),
    );
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
  });

  it('signs a blocked member out at once', async () => {
    const session = await signInMember(w, 'wechat', 'blocked');
    await w.db.run("update members set status = 'blocked' where id = $1", [session.member.id]);
    expect((await w.call(getMe, { token: session.accessToken })).problem.code).toBe('member_blocked');
    const code = await platformCode(w, 'wechat', 'blocked');
    const again = await w.call(signIn, { body: { platform: 'wechat', code, deviceId: deviceId() } });
    expect(again.problem).toMatchObject({ code: 'member_blocked', status: 403 });
  });
});
