import { randomUUID } from 'node:crypto';
import {
  adminChangeTemplate,
  adminCreateTemplate,
  adminGetTemplate,
  adminListIssued,
  adminListTemplates,
  adminPublishTemplate,
  adminStopTemplate,
  claimCoupon,
  getCoupon,
  listClaimable,
  listWallet,
} from '@tongdian/shared/contract/coupons.routes';
import { bindPhone } from '@tongdian/shared/contract/members.routes';
import { fen } from '@tongdian/shared/kernel/money';
import { addMs, businessDay, DAY_MS, endOfBusinessDay } from '@tongdian/shared/kernel/time';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CouponClaims } from '../src/coupons/coupons.claim.js';
import { CouponExpiry } from '../src/coupons/coupon-expiry.js';
import { CouponsService } from '../src/coupons/coupons.service.js';
import { newId } from '../src/platform/new-id.js';
import {
  claimed,
  crowd,
  opened,
  publishedTemplate,
  scanned,
  shownCode,
  templateBody,
} from './world-coupons.js';
import {
  makeStore,
  phoneProof,
  signInMember,
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

const count = async (sql: string, values: unknown[]): Promise<number> =>
  (await w.db.one<{ n: number }>(`select count(*)::int as n ${sql}`, values))!.n;

async function member(name: string): Promise<{ token: string; id: string }> {
  const { accessToken, member: me } = await signInMember(w, 'wechat', name);
  return { token: accessToken, id: me.id };
}

/** Every coupon's row tells what its ledger tells. */
async function ledgerHolds(templateId: string): Promise<void> {
  const rows = await w.db.rows<{ id: string; state: string; last: string }>(
    `select c.id, c.state, (select e.kind from coupon_entries e where e.coupon_id = c.id order by e.at desc, e.id desc limit 1) as last
     from coupons c where c.template_id = $1`,
    [templateId],
  );
  const state: Record<string, string> = {
    issued: 'issued',
    released: 'issued',
    returned: 'issued',
    locked: 'locked',
    used: 'used',
    expired: 'expired',
  };
  for (const row of rows) expect(state[row.last], row.id).toBe(row.state);
}

describe('a rush', () => {
  it('of 64 members at once for the last coupon issues exactly one, and tells all others that it is gone', async () => {
    const template = await publishedTemplate(w, operator, { title: '只有一张', totalCount: 1 });
    const tokens = await crowd(w, 64, 'rush');
    const answers = await Promise.all(
      tokens.map((token, index) =>
        // Half of them with an Idempotency-Key: another way through the server, the same limit.
        w.call(claimCoupon, {
          params: { id: template.id },
          token,
          key: index % 2 ? randomUUID() : undefined,
        }),
      ),
    );
    const won = answers.filter((answer) => answer.ok);
    expect(won).toHaveLength(1);
    for (const lost of answers.filter((answer) => !answer.ok))
      expect(lost.problem.code).toBe('coupon_sold_out');
    expect(await count('from coupons where template_id = $1', [template.id])).toBe(1);
    expect(await count('from coupon_takings where template_id = $1', [template.id])).toBe(1);
    expect(
      (await w.call(adminGetTemplate, { params: { id: template.id }, token: operator })).value.issued,
    ).toBe(1);
  });

  it('of one member on 64 connections takes exactly the limit', async () => {
    const template = await publishedTemplate(w, operator, { title: '每人两张', perMember: 2 });
    const { token, id } = await member('greedy');
    const answers = await Promise.all(
      Array.from({ length: 64 }, () => w.call(claimCoupon, { params: { id: template.id }, token })),
    );
    const paced = answers.filter((answer) => answer.status === 429);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(2);
    for (const lost of answers.filter((answer) => !answer.ok && !paced.includes(answer)))
      expect(lost.problem).toMatchObject({ code: 'coupon_limit_reached', detail: '你已经领过 2 张了' });
    expect(paced.length).toBeLessThanOrEqual(4);
    expect(await count('from coupons where template_id = $1 and member_id = $2', [template.id, id])).toBe(2);
    await ledgerHolds(template.id);
  });

  it('with the stop in its middle issues nothing after the stop', async () => {
    const template = await publishedTemplate(w, operator, { title: '会被叫停' });
    const tokens = await crowd(w, 24, 'stopped');
    const claims = tokens.map((token) => w.call(claimCoupon, { params: { id: template.id }, token }));
    const stop = w.call(adminStopTemplate, {
      params: { id: template.id },
      body: { reason: '发错了' },
      token: operator,
    });
    const answers = await Promise.all(claims);
    const stopped = (await stop).value;
    expect(stopped.state).toBe('stopped');
    const won = answers.filter((answer) => answer.ok).length;
    for (const lost of answers.filter((answer) => !answer.ok))
      expect(lost.problem.code).toBe('claim_not_published');
    expect(await count('from coupons where template_id = $1', [template.id])).toBe(won);
    const { token } = await member('too-late');
    const late = await w.call(claimCoupon, { params: { id: template.id }, token });
    expect(late.problem.code).toBe('claim_not_published');
  });
});

describe('claiming', () => {
  it('gives a coupon that runs to the end of its last day in Shanghai, told and written down', async () => {
    const template = await publishedTemplate(w, operator, { validDays: 7, thresholdFen: 20_000 });
    const { token, id } = await member('lin');
    const coupon = await claimed(w, token, template.id);
    expect(coupon).toMatchObject({
      templateId: template.id,
      state: 'issued',
      says: '满 ¥200 减 ¥30',
      where: '全部商品，全部门店和网上',
      channels: ['online', 'store'],
      lockedByOrderId: null,
    });
    const last = endOfBusinessDay(businessDay(addMs(w.clock.now(), 6 * DAY_MS)));
    expect(coupon.validUntil).toBe(last.toISOString());
    expect(await count("from outbox_events where name = 'coupon.claimed' and cause = $1", [coupon.id])).toBe(
      1,
    );
    const audit = await w.db.one<{ actor_id: string; after: object }>(
      "select actor_id, after from audit_entries where action = 'coupon.claimed' and subject_id = $1",
      [coupon.id],
    );
    expect(audit).toMatchObject({ actor_id: id, after: { templateId: template.id, via: 'center' } });
    await ledgerHolds(template.id);
  });

  it('answers a repeat with the first coupon, and refuses the key for another', async () => {
    const template = await publishedTemplate(w, operator, { perMember: 5 });
    const other = await publishedTemplate(w, operator);
    const { token } = await member('repeats');
    const key = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => w.call(claimCoupon, { params: { id: template.id }, token, key })),
    );
    expect(new Set(answers.map((answer) => answer.value.id)).size).toBe(1);
    const reused = await w.call(claimCoupon, { params: { id: other.id }, token, key });
    expect(reused.problem.code).toBe('idempotency_key_reused');
  });

  it('names why not: not yet, over, not published, not for claiming, no such template', async () => {
    const { token } = await member('refused');
    const now = w.clock.now();
    const at = (days: number): string => addMs(now, days * DAY_MS).toISOString();
    const why = async (id: string): Promise<string> =>
      (await w.call(claimCoupon, { params: { id }, token })).problem.code;
    const early = await publishedTemplate(w, operator, { claimFrom: at(1), claimUntil: at(2) });
    const over = await publishedTemplate(w, operator, { claimFrom: at(-2), claimUntil: at(-1) });
    const given = await publishedTemplate(w, operator, { claimable: false });
    const draft = await w.call(adminCreateTemplate, { body: templateBody(w), token: operator });
    expect(await why(early.id)).toBe('claim_not_open');
    expect(await why(over.id)).toBe('claim_not_open');
    expect(await why(given.id)).toBe('claim_not_published');
    expect(await why(draft.value.id)).toBe('claim_not_published');
    expect(await why(newId())).toBe('template_not_found');
    expect(await why('nonsense')).toBe('not_found');
  });

  it('leaves nothing behind when it is refused', async () => {
    const template = await publishedTemplate(w, operator, { totalCount: 1 });
    const [first, second] = [await member('first'), await member('second')];
    await claimed(w, first.token, template.id);
    const refused = await w.call(claimCoupon, { params: { id: template.id }, token: second.token });
    expect(refused.problem).toMatchObject({ code: 'coupon_sold_out', status: 409, detail: '这张券领完了' });
    expect(await count('from coupon_takings where member_id = $1', [second.id])).toBe(0);
    expect(await count('from coupons where member_id = $1', [second.id])).toBe(0);
    expect(await count('from audit_entries where actor_id = $1', [second.id])).toBeLessThanOrEqual(1);
  });
});

describe('the claim centre', () => {
  it('shows what is open first, and with each refusal its reason', async () => {
    const now = w.clock.now();
    const soon = addMs(now, DAY_MS);
    const open = await publishedTemplate(w, operator, { title: '能领', totalCount: 7 });
    const gone = await publishedTemplate(w, operator, { title: '领完', totalCount: 1 });
    const later = await publishedTemplate(w, operator, { title: '以后', claimFrom: soon.toISOString() });
    const hidden = await publishedTemplate(w, operator, { title: '不在这', claimable: false });
    await claimed(w, (await member('takes-last')).token, gone.id);
    const { token } = await member('looks');
    const center = (await w.call(listClaimable, { token })).value;
    const of = (id: string) => center.find((view) => view.templateId === id);
    expect(of(open.id)).toMatchObject({ left: 7, claimedByMe: 0, refusal: null });
    expect(of(gone.id)).toMatchObject({ left: 0, refusal: '领完了' });
    expect(of(later.id)!.refusal).toMatch(/^\d+ 月 \d+ 日 \d\d:\d\d 开始领$/);
    expect(of(hidden.id)).toBeUndefined();
    const refused = center.map((view) => view.refusal !== null);
    expect(refused).toEqual([...refused].sort());
    await claimed(w, token, open.id);
    const again = (await w.call(listClaimable, { token })).value.find((view) => view.templateId === open.id);
    expect(again).toMatchObject({ left: 6, claimedByMe: 1, refusal: '你已经领过了' });
  });
});

describe('the wallet', () => {
  it('is the own one: a coupon of somebody else does not exist', async () => {
    const template = await publishedTemplate(w, operator);
    const [owner, other] = [await member('owner'), await member('other')];
    const { id } = await claimed(w, owner.token, template.id);
    expect((await w.call(getCoupon, { params: { id }, token: owner.token })).value.id).toBe(id);
    const theirs = await w.call(getCoupon, { params: { id }, token: other.token });
    expect(theirs.problem).toMatchObject({ code: 'coupon_not_found', status: 404 });
    expect((await w.call(listWallet, { token: other.token, query: {} })).value.items).toEqual([]);
  });

  it('moves a coupon to the expired ones the moment its time is over, before any job comes by', async () => {
    const template = await publishedTemplate(w, operator, { validDays: 1 });
    const { token, id: memberId } = await member('forgets');
    const coupon = await claimed(w, token, template.id);
    // The clock stands still for the others: only this coupon's end is moved to the past.
    await w.db.run('update coupons set valid_from = $2, valid_until = $3 where id = $1', [
      coupon.id,
      addMs(w.clock.now(), -2 * DAY_MS),
      addMs(w.clock.now(), -1),
    ]);
    const tab = async (name: 'usable' | 'expired') =>
      (await w.call(listWallet, { query: { tab: name }, token })).value;
    expect((await tab('usable')).total).toBe(0);
    expect((await tab('expired')).items[0]).toMatchObject({ id: coupon.id, state: 'expired' });
    expect(await w.server.get(CouponsService).walletForPricing(memberId, w.clock.now())).toEqual([]);
    await w.server.get(CouponExpiry).expire();
    await w.server.get(CouponExpiry).expire();
    expect(await count("from coupon_entries where coupon_id = $1 and kind = 'expired'", [coupon.id])).toBe(1);
    await ledgerHolds(template.id);
  });
});

describe('a member who turns out to be another', () => {
  it('brings his coupons along, may claim nothing twice, and shows a code of the one member', async () => {
    const template = await publishedTemplate(w, operator, { perMember: 2 });
    const first = await signInWithPhone(w, 'wechat', 'one-of-two');
    await claimed(w, first.accessToken, template.id);
    const stranger = await signInMember(w, 'alipay', 'one-of-two');
    await claimed(w, stranger.accessToken, template.id);
    const old = await opened(w, stranger.accessToken);
    const body = await phoneProof(w, 'alipay', 'one-of-two', stranger.accessToken);
    const bound = (await w.call(bindPhone, { body, token: stranger.accessToken })).value;
    expect(bound).toMatchObject({
      outcome: 'joined',
      session: { member: { id: first.member.id, usableCoupons: 2 } },
    });
    const token = bound.session.accessToken;
    expect((await w.call(listWallet, { query: {}, token })).value.total).toBe(2);
    const again = await w.call(claimCoupon, { params: { id: template.id }, token });
    expect(again.problem.code).toBe('coupon_limit_reached');
    const store = await makeStore(w);
    const clerk = await staffToken(w, 'clerk', [store.id]);
    const before = await scanned(w, clerk, store.id, shownCode(w, old).qr);
    expect(before.problem.code).toBe('code_unknown');
    const now = await scanned(w, clerk, store.id, shownCode(w, await opened(w, token)).qr);
    expect(now.value.coupons).toHaveLength(2);
  });
});

describe('a template', () => {
  it('is rewritten while it is a draft and keeps its word once it is published', async () => {
    const created = (await w.call(adminCreateTemplate, { body: templateBody(w), token: operator })).value;
    expect(created).toMatchObject({ state: 'draft', version: 1, issued: 0, used: 0, costFen: 0 });
    const params = { id: created.id };
    const body = templateBody(w, { title: '满减券', thresholdFen: 10_000 });
    const changed = (await w.call(adminChangeTemplate, { params, body, token: operator })).value;
    expect(changed).toMatchObject({ title: '满减券', says: '满 ¥100 减 ¥30', version: 1 });
    expect((await w.call(adminPublishTemplate, { params, token: operator })).value.state).toBe('published');
    const tooLate = await w.call(adminChangeTemplate, { params, body, token: operator });
    expect(tooLate.problem).toMatchObject({ code: 'template_state_wrong', facts: { state: 'published' } });
    const twice = await w.call(adminPublishTemplate, { params, token: operator });
    expect(twice.problem.code).toBe('template_state_wrong');
    const steps = await w.db.rows<{ action: string; before: object | null; actor_kind: string }>(
      'select action, before, actor_kind from audit_entries where subject_id = $1 order by id',
      [created.id],
    );
    expect(steps.map(({ action }) => action)).toEqual([
      'coupon_template.created',
      'coupon_template.changed',
      'coupon_template.published',
    ]);
    expect(steps[1]!.before).toMatchObject({ title: '豆与耗材券' });
    expect(steps.every(({ actor_kind }) => actor_kind === 'staff')).toBe(true);
  });

  it('refuses what cannot be meant, field by field', async () => {
    const refused = async (change: object): Promise<string[]> => {
      const body = { ...templateBody(w), ...change };
      const { problem } = await w.call(adminCreateTemplate, { body, token: operator });
      expect(problem.code).toBe('invalid_input');
      return [...new Set(problem.errors!.map(({ field }) => field))];
    };
    expect(await refused({ claimUntil: templateBody(w).claimFrom })).toEqual(['claimUntil']);
    expect(await refused({ kind: 'shipping', scope: { channels: ['store'] } })).toEqual(['scope.channels']);
    expect(await refused({ totalCount: 2, perMember: 3 })).toEqual(['perMember']);
    expect(await refused({ scope: { storeIds: [newId()] } })).toEqual(['scope.storeIds']);
    expect(await refused({ scope: { categoryIds: [newId()], levelIds: [newId()] } })).toEqual([
      'scope.categoryIds',
      'scope.levelIds',
    ]);
    expect(await refused({ amountFen: 0.5 })).toEqual(['amountFen']);
    expect(await refused({ amountFen: undefined })).toContain('amountFen');
    expect(await refused({ kind: 'percent_off', amountFen: undefined })).toContain('percentBp');
    expect(await refused({ surprise: true })).toEqual(['surprise']);
    expect(await refused({ scope: { memberIds: [newId()] } })).toEqual(['scope.memberIds']);
  });

  it('says where it works in words', async () => {
    const store = await makeStore(w, '武康路店');
    const template = await publishedTemplate(w, operator, {
      kind: 'exchange',
      title: '手冲体验课',
      scope: { storeIds: [store.id], channels: ['store'] },
    });
    expect(template).toMatchObject({ where: '武康路店', says: '到店兑换一份', channels: ['store'] });
  });

  it('is seen by those who may, with who claimed it and what became of it', async () => {
    const template = await publishedTemplate(w, operator, { title: '看得见' });
    const holder = await member('seen');
    const coupon = await claimed(w, holder.token, template.id);
    const rows = (await w.call(adminListIssued, { params: { id: template.id }, query: {}, token: operator }))
      .value;
    expect(rows).toMatchObject({
      total: 1,
      items: [{ id: coupon.id, memberId: holder.id, state: 'issued', offFen: null }],
    });
    const list = (await w.call(adminListTemplates, { query: { pageSize: 1 }, token: operator })).value;
    expect(list.items[0]!.id).toBe(template.id);
    const clerk = await staffToken(w, 'clerk', [(await makeStore(w)).id]);
    const refused = await w.call(adminListTemplates, { query: {}, token: clerk });
    expect(refused.problem.code).toBe('not_allowed');
    expect((await w.call(adminListTemplates, { query: {}, token: holder.token })).status).toBe(403);
    const unknown = await w.call(adminListIssued, { params: { id: newId() }, query: {}, token: operator });
    expect(unknown.problem.code).toBe('template_not_found');
  });
});

describe('what orders do with a coupon', () => {
  const until = (): Date => addMs(w.clock.now(), 1_800_000);

  it('is decided once: of 32 orders that lock it at once exactly one has it', async () => {
    const coupons = w.server.get(CouponsService);
    const template = await publishedTemplate(w, operator);
    const { token, id } = await member('locks');
    const coupon = await claimed(w, token, template.id);
    const orders = Array.from({ length: 32 }, () => newId());
    const tries = await Promise.allSettled(
      orders.map((order) => coupons.lock(coupon.id, id, order, until())),
    );
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const lost of tries)
      if (lost.status === 'rejected') expect(lost.reason).toMatchObject({ code: 'coupon_locked' });
    const holder = orders[tries.findIndex(({ status }) => status === 'fulfilled')]!;
    expect((await w.call(getCoupon, { params: { id: coupon.id }, token })).value).toMatchObject({
      state: 'locked',
      lockedByOrderId: holder,
    });
    const stranger = orders.find((order) => order !== holder)!;
    expect(await coupons.release(coupon.id, stranger, `order:${stranger}`)).toBe(false);
    expect(await coupons.useLocked(coupon.id, stranger, fen(100), '订单 1')).toBe(false);
    const uses = await Promise.all(
      Array.from({ length: 8 }, () => coupons.useLocked(coupon.id, holder, fen(3_000), '订单 LP1')),
    );
    expect(uses.filter(Boolean)).toHaveLength(1);
    expect((await w.call(getCoupon, { params: { id: coupon.id }, token })).value).toMatchObject({
      state: 'used',
      usedWhere: '订单 LP1',
    });
    await expect(coupons.lock(coupon.id, id, newId(), until())).rejects.toMatchObject({
      code: 'coupon_used',
    });
    const { used, costFen } = (
      await w.call(adminGetTemplate, { params: { id: template.id }, token: operator })
    ).value;
    expect({ used, costFen }).toEqual({ used: 1, costFen: 3_000 });
    await ledgerHolds(template.id);
  });

  it('ends in one state when release and payment meet', async () => {
    const coupons = w.server.get(CouponsService);
    const template = await publishedTemplate(w, operator, { perMember: 10 });
    const { token, id } = await member('meets');
    for (let round = 0; round < 10; round += 1) {
      const coupon = await claimed(w, token, template.id);
      const order = newId();
      await coupons.lock(coupon.id, id, order, until());
      const [released, used] = await Promise.all([
        coupons.release(coupon.id, order, `order:${order}`),
        coupons.useLocked(coupon.id, order, fen(1), '订单'),
      ]);
      expect(Number(released) + Number(used)).toBe(1);
    }
    await ledgerHolds(template.id);
  });

  it('never touches what is not the member’s, or what is over', async () => {
    const coupons = w.server.get(CouponsService);
    const template = await publishedTemplate(w, operator);
    const [owner, thief] = [await member('has'), await member('has-not')];
    const coupon = await claimed(w, owner.token, template.id);
    await expect(coupons.lock(coupon.id, thief.id, newId(), until())).rejects.toMatchObject({
      code: 'coupon_not_found',
    });
    await w.db.run('update coupons set valid_until = $2, valid_from = $3 where id = $1', [
      coupon.id,
      w.clock.now(),
      addMs(w.clock.now(), -DAY_MS),
    ]);
    await expect(coupons.lock(coupon.id, owner.id, newId(), until())).rejects.toMatchObject({
      code: 'coupon_expired',
    });
  });
});

describe('a gift of the house', () => {
  it('comes once for its cause, however often it is told at once, and within the limits', async () => {
    const claims = w.server.get(CouponClaims);
    const template = await publishedTemplate(w, operator, { claimable: false, perMember: 1 });
    const { id } = await member('gifted');
    const tries = await Promise.allSettled(
      Array.from({ length: 12 }, () => claims.giveTo(id, template.id, 'registration', 'registered')),
    );
    const given = tries.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    expect(new Set(given).size).toBe(1);
    expect(await claims.giveTo(id, template.id, 'registration', 'registered')).toBe(given[0]);
    expect(await count('from coupons where template_id = $1', [template.id])).toBe(1);
    await expect(claims.giveTo(id, template.id, 'campaign', 'another')).rejects.toMatchObject({
      code: 'coupon_limit_reached',
    });
  });
});
