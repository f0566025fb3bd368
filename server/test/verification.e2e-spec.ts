import { randomInt, randomUUID } from 'node:crypto';
import { adminGetTemplate, adminListIssued, getCoupon } from '@tongdian/shared/contract/coupons.routes';
import {
  clerkToday,
  confirmScan,
  openCode,
  previewBill,
  undoRedemption,
  type RedemptionView,
} from '@tongdian/shared/contract/verification.routes';
import { addMs, DAY_MS } from '@tongdian/shared/kernel/time';
import { STEP_SECONDS } from '@tongdian/shared/rules/code-rules';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  claimed,
  clerkCrowd,
  nonce,
  opened,
  publishedTemplate,
  scanned,
  shownCode,
} from './world-coupons.js';
import {
  deviceId,
  makeStaff,
  makeStore,
  signInMember,
  signInStaff,
  staffToken,
  world,
  type World,
} from './world.js';

let w: World;
let operator: string;
let store: { id: string; name: string };
let clerk: string;

beforeAll(async () => {
  w = await world();
  operator = await staffToken(w, 'operator');
  store = await makeStore(w, '武康路店');
  clerk = await staffToken(w, 'clerk', [store.id]);
});
afterAll(() => w.close());

const STEP_MS = STEP_SECONDS * 1_000;

async function member(name: string): Promise<{ token: string; id: string }> {
  const session = await signInMember(w, 'wechat', name);
  return { token: session.accessToken, id: session.member.id };
}

/** A member with one coupon of a new template. */
async function holder(name: string, change: Parameters<typeof publishedTemplate>[2] = {}) {
  const template = await publishedTemplate(w, operator, change);
  const { token, id } = await member(name);
  const coupon = await claimed(w, token, template.id);
  return { token, id, template, coupon };
}

/** At the beginning of a step of the code, so that a test does not fall between two. */
function earlyInStep(): void {
  w.clock.travel(STEP_MS - (w.clock.now().getTime() % STEP_MS));
}

const confirm = (scanId: string, couponIds: string[], token = clerk, more: object = {}) =>
  w.call(confirmScan, { params: { id: scanId }, body: { couponIds, ...more }, token });

/** The whole way once: shown, scanned, confirmed. */
async function redeemed(who: { token: string; coupon: { id: string } }, by = clerk): Promise<RedemptionView> {
  const { qr } = shownCode(w, await opened(w, who.token, who.coupon.id));
  const { scanId } = (await scanned(w, by, store.id, qr)).value;
  return (await confirm(scanId, [who.coupon.id], by)).value;
}

const facts = async (couponId: string) =>
  (await w.db.one<{ state: string; used: number; returned: number; redemptions: number; told: number }>(
    `select c.state,
       (select count(*)::int from coupon_entries e where e.coupon_id = c.id and e.kind = 'used') as used,
       (select count(*)::int from coupon_entries e where e.coupon_id = c.id and e.kind = 'returned') as returned,
       (select count(*)::int from redemption_items i where i.kind = 'coupon' and i.subject_id = c.id) as redemptions,
       (select count(*)::int from outbox_events o where o.name = 'coupon.redeemed' and o.payload->>'couponId' = c.id::text) as told
     from coupons c where c.id = $1`,
    [couponId],
  ))!;

describe('64 clerks at once', () => {
  it('confirm one coupon exactly once, each with a scan of his own of the same code', async () => {
    const { coupon, token, template } = await holder('one-code');
    const clerks = await clerkCrowd(w, 64, store.id);
    const seed = await opened(w, token, coupon.id);
    earlyInStep();
    const { qr } = shownCode(w, seed);
    const scans = await Promise.all(clerks.map((by) => scanned(w, by, store.id, qr)));
    const answers = await Promise.all(
      scans.map((scan, index) =>
        w.call(confirmScan, {
          params: { id: scan.value.scanId },
          body: { couponIds: [coupon.id] },
          token: clerks[index],
          key: index % 2 ? randomUUID() : undefined,
        }),
      ),
    );
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    for (const lost of answers.filter((answer) => !answer.ok)) {
      expect(lost.problem).toMatchObject({ code: 'coupon_used', status: 409 });
      expect(lost.problem.detail).toMatch(/^\d\d:\d\d 在武康路店用过了$/);
    }
    expect(await facts(coupon.id)).toEqual({ state: 'used', used: 1, returned: 0, redemptions: 1, told: 1 });
    const { used, costFen } = (
      await w.call(adminGetTemplate, { params: { id: template.id }, token: operator })
    ).value;
    expect({ used, costFen }).toEqual({ used: 1, costFen: 3_000 });
  });

  it('confirm it once from different codes of two devices and the member code as well', async () => {
    const { coupon, token } = await holder('many-codes');
    const second = (await signInMember(w, 'wechat', 'many-codes', deviceId())).accessToken;
    const seeds = [
      await opened(w, token, coupon.id),
      await opened(w, second, coupon.id),
      await opened(w, second),
    ];
    const clerks = await clerkCrowd(w, 24, store.id);
    earlyInStep();
    const scans = await Promise.all(
      clerks.map((by, index) => scanned(w, by, store.id, shownCode(w, seeds[index % 3]!).qr)),
    );
    const answers = await Promise.all(
      scans.map((scan, index) => confirm(scan.value.scanId, [coupon.id], clerks[index])),
    );
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    for (const lost of answers.filter((answer) => !answer.ok)) expect(lost.problem.code).toBe('coupon_used');
    expect(await facts(coupon.id)).toMatchObject({ used: 1, redemptions: 1, told: 1 });
  });
});

describe('a retry', () => {
  it('of a scan is the same scan, also when its code has run out', async () => {
    const { coupon, token } = await holder('retry-scan');
    const { qr } = shownCode(w, await opened(w, token, coupon.id));
    const same = nonce();
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => scanned(w, clerk, store.id, qr, { nonce: same })),
    );
    expect(new Set(answers.map((answer) => answer.value.scanId)).size).toBe(1);
    w.clock.travel(3 * STEP_MS);
    try {
      const late = await scanned(w, clerk, store.id, qr, { nonce: same });
      expect(late.value.scanId).toBe(answers[0]!.value.scanId);
      expect((await scanned(w, clerk, store.id, qr)).problem.code).toBe('code_expired');
      const other = shownCode(w, await opened(w, (await member('other-code')).token));
      const reused = await scanned(w, clerk, store.id, other.qr, { nonce: same });
      expect(reused.problem.code).toBe('idempotency_key_reused');
    } finally {
      w.clock.travel(-3 * STEP_MS);
    }
  });

  it('of a confirmation is the first success, 16 times at once', async () => {
    const { coupon, token } = await holder('retry-confirm');
    const { qr } = shownCode(w, await opened(w, token, coupon.id));
    const { scanId } = (await scanned(w, clerk, store.id, qr)).value;
    const answers = await Promise.all(Array.from({ length: 16 }, () => confirm(scanId, [coupon.id])));
    expect(new Set(answers.map((answer) => answer.value.id)).size).toBe(1);
    expect(await facts(coupon.id)).toMatchObject({ used: 1, redemptions: 1, told: 1 });
    // The code itself is spent: it opens nothing else.
    expect((await scanned(w, clerk, store.id, qr)).problem.code).toBe('code_used');
  });
});

describe('a code', () => {
  it('is taken from the QR and typed, in its step and the ones beside it, and a screenshot fails after a minute', async () => {
    const { token } = await member('steps');
    const seed = await opened(w, token);
    earlyInStep();
    for (const shift of [0, -STEP_MS, STEP_MS]) {
      expect((await scanned(w, clerk, store.id, shownCode(w, seed, shift).qr)).status, `${shift}`).toBe(200);
      const typed = shownCode(w, seed, shift).typed;
      expect((await scanned(w, clerk, store.id, typed, { entered: 'typed' })).status, `${shift}`).toBe(200);
    }
    // Even a phone that runs ahead as far as is allowed makes no code that lives longer than a minute.
    for (const shift of [-60_000, -40_000 - STEP_MS, -600_000, 2 * STEP_MS + STEP_MS]) {
      const { qr } = shownCode(w, seed, shift);
      expect((await scanned(w, clerk, store.id, qr)).problem.code).toBe(
        shift > 0 ? 'code_unknown' : 'code_expired',
      );
    }
  });

  it('is the same seed for a device until its end comes near, another for another device and for a coupon', async () => {
    const { token, coupon } = await holder('seeds');
    const first = await opened(w, token);
    const again = await Promise.all(Array.from({ length: 6 }, () => opened(w, token)));
    for (const seed of again)
      expect({ handle: seed.handle, secret: seed.secret }).toEqual({
        handle: first.handle,
        secret: first.secret,
      });
    expect(Buffer.from(first.secret, 'base64url')).toHaveLength(32);
    const other = await opened(w, (await signInMember(w, 'wechat', 'seeds', deviceId())).accessToken);
    const ofCoupon = await opened(w, token, coupon.id);
    expect(new Set([first.handle, other.handle, ofCoupon.handle]).size).toBe(3);
    expect(ofCoupon.couponId).toBe(coupon.id);
    await w.db.run('update code_seeds set expires_at = $2 where handle = $1', [
      first.handle,
      addMs(w.clock.now(), DAY_MS / 2),
    ]);
    const fresh = await opened(w, token);
    expect(fresh.handle).not.toBe(first.handle);
    expect((await scanned(w, clerk, store.id, shownCode(w, first).qr)).problem.code).toBe('code_unknown');
  });

  it('keeps its secret sealed in the database', async () => {
    const { token } = await member('sealed');
    const key = randomUUID();
    const seed = (await w.call(openCode, { body: {}, token, key })).value;
    const rows = await w.db.rows<{ all: string }>(
      `select secret_enc::text || encode(secret_enc, 'escape') as all from code_seeds union all select coalesce(answer::text, '') from idempotency_keys`,
    );
    const secret = Buffer.from(seed.secret, 'base64url');
    for (const { all } of rows)
      for (const form of [seed.secret, secret.toString('hex'), secret.toString('base64')])
        expect(all).not.toContain(form);
  });

  it('of a coupon that is gone is not opened', async () => {
    const done = await holder('gone');
    await redeemed(done);
    const refused = await w.call(openCode, { body: { couponId: done.coupon.id }, token: done.token });
    expect(refused.problem.code).toBe('coupon_used');
    const stranger = await member('not-mine');
    const theirs = await w.call(openCode, { body: { couponId: done.coupon.id }, token: stranger.token });
    expect(theirs.problem.code).toBe('coupon_not_found');
  });

  it('that is none is refused by name, and guessing is stopped', async () => {
    const guesser = await staffToken(w, 'clerk', [store.id]);
    const why = async (code: string) =>
      (await scanned(w, guesser, store.id, code, { entered: 'typed' })).problem.code;
    expect(await why('hello')).toBe('code_malformed');
    expect(await why('https://example.com/?code=123456')).toBe('code_malformed');
    const { token } = await member('guessed');
    const seed = await opened(w, token);
    const { qr, typed } = shownCode(w, seed);
    const [, , digits, mac] = qr.split('.') as [string, string, string, string];
    expect(
      await why(`TD1.${seed.handle}.${digits}.${mac.replace(/^../, mac.startsWith('00') ? '11' : '00')}`),
    ).toBe('code_unknown');
    const wrong = (Number(digits) + 1 + randomInt(900_000)) % 1_000_000;
    const guess = `${seed.handle}${String(wrong).padStart(6, '0')}`;
    for (let tries = 0; tries < 10; tries += 1) expect(await why(guess)).toBe('code_unknown');
    // This handle takes no more typed codes from anybody for a while, not even the right one; its QR works.
    expect((await scanned(w, clerk, store.id, typed, { entered: 'typed' })).problem).toMatchObject({
      code: 'code_blocked',
      facts: { minutes: 10 },
    });
    expect((await scanned(w, clerk, store.id, shownCode(w, seed).qr)).status).toBe(200);
    for (let tries = 0; tries < 9; tries += 1) await why('000000000000');
    expect(await why('000000000000')).toBe('code_blocked');
    const good = await member('not-guessed');
    const right = shownCode(w, await opened(w, good.token)).qr;
    expect((await scanned(w, guesser, store.id, right)).problem.code).toBe('code_blocked');
    expect((await scanned(w, clerk, store.id, right)).status).toBe(200);
  });
});

describe('a preview', () => {
  it('shows no more of a member than a clerk needs, and uses nothing', async () => {
    const { coupon, token } = await holder('preview', {
      thresholdFen: 300_000,
      amountFen: 15_000,
      title: '会员日券',
    });
    const { qr } = shownCode(w, await opened(w, token, coupon.id));
    const scan = (await scanned(w, clerk, store.id, qr)).value;
    expect(scan.member).toEqual({ nameMasked: '会员', phoneMasked: null, level: '银卡', points: 0 });
    expect(scan.coupons).toMatchObject([
      {
        couponId: coupon.id,
        chosen: true,
        needsBill: true,
        offFen: null,
        refusal: null,
        where: '全部商品，全部门店和网上',
      },
    ]);
    const short = (
      await w.call(previewBill, { params: { id: scan.scanId }, query: { billFen: 298_800 }, token: clerk })
    ).value;
    expect(short.coupons[0]).toMatchObject({ refusal: '还差 ¥12 可用', offFen: null });
    const enough = (
      await w.call(previewBill, { params: { id: scan.scanId }, query: { billFen: 325_700 }, token: clerk })
    ).value;
    expect(enough).toMatchObject({ billFen: 325_700, coupons: [{ refusal: null, offFen: 15_000 }] });
    expect(await facts(coupon.id)).toMatchObject({ state: 'issued', used: 0, redemptions: 0 });
  });

  it('lists the coupons of the member code with a reason for each that is not for here', async () => {
    const elsewhere = await makeStore(w, '湖滨店');
    const { token, coupon } = await holder('lists');
    const other = await publishedTemplate(w, operator, {
      scope: { storeIds: [elsewhere.id] },
      title: '湖滨店券',
    });
    const net = await publishedTemplate(w, operator, { scope: { channels: ['online'] }, title: '网上券' });
    const [there, online] = [await claimed(w, token, other.id), await claimed(w, token, net.id)];
    const scan = (await scanned(w, clerk, store.id, shownCode(w, await opened(w, token)).qr)).value;
    expect(scan.coupons.map(({ couponId, refusal }) => [couponId, refusal])).toEqual([
      [coupon.id, null],
      [there.id, '不在这家店用'],
    ]);
    expect((await confirm(scan.scanId, [there.id])).problem).toMatchObject({
      code: 'coupon_not_usable',
      detail: '不在这家店用',
    });
    expect((await confirm(scan.scanId, [online.id])).problem.detail).toBe('只在网上用');
  });

  it('is of the clerk who made it, at a store of his', async () => {
    const elsewhere = await makeStore(w);
    const { coupon, token } = await holder('own-store');
    const { qr } = shownCode(w, await opened(w, token, coupon.id));
    const stranger = await staffToken(w, 'clerk', [elsewhere.id]);
    expect((await scanned(w, stranger, store.id, qr)).problem).toMatchObject({
      code: 'not_your_store',
      status: 403,
    });
    const { scanId } = (await scanned(w, clerk, store.id, qr)).value;
    expect((await confirm(scanId, [coupon.id], stranger)).problem.code).toBe('not_found');
    const colleague = await staffToken(w, 'clerk', [store.id]);
    expect((await confirm(scanId, [coupon.id], colleague)).problem.code).toBe('not_found');
    expect(
      (
        await w.call(confirmScan, {
          params: { id: scanId },
          body: { couponIds: [coupon.id] },
          token: operator,
        })
      ).status,
    ).toBe(403);
  });
});

describe('a confirmation', () => {
  it('is refused by name, and then nothing was used', async () => {
    const { token, id, coupon } = await holder('refusals', { perMember: 5 });
    const threshold = await publishedTemplate(w, operator, { thresholdFen: 10_000 });
    const second = await claimed(w, token, threshold.id);
    const stranger = await holder('refusals-other');
    const scan = (await scanned(w, clerk, store.id, shownCode(w, await opened(w, token)).qr)).value;
    const why = async (couponIds: string[], more: object = {}) =>
      (await confirm(scan.scanId, couponIds, clerk, more)).problem.code;
    expect(await why([])).toBe('invalid_input');
    expect(await why([second.id])).toBe('amount_needed');
    expect(await why([second.id], { billFen: 9_999 })).toBe('coupon_not_usable');
    expect(await why([coupon.id, second.id], { billFen: 20_000 })).toBe('coupon_not_usable');
    expect(await why([stranger.coupon.id])).toBe('coupon_not_found');
    expect(await why([coupon.id], { orderIds: [randomUUID()] })).toBe('order_not_found');
    expect(await facts(coupon.id)).toMatchObject({ state: 'issued', used: 0, redemptions: 0, told: 0 });
    await w.db.run("update coupons set state = 'locked', locked_by = $2 where id = $1", [coupon.id, id]);
    expect(await why([coupon.id])).toBe('coupon_locked');
    await w.db.run("update coupons set state = 'issued', locked_by = null where id = $1", [coupon.id]);
    w.clock.travel(5 * 60_000);
    try {
      expect(await why([coupon.id])).toBe('scan_expired');
    } finally {
      w.clock.travel(-5 * 60_000);
    }
    expect((await confirm(scan.scanId, [coupon.id])).value.coupons).toMatchObject([
      { couponId: coupon.id, offFen: 3_000 },
    ]);
  });

  it('takes no more off than the bill, and books what it took', async () => {
    const { token, coupon, template } = await holder('small-bill');
    const { scanId } = (await scanned(w, clerk, store.id, shownCode(w, await opened(w, token, coupon.id)).qr))
      .value;
    const done = (await confirm(scanId, [coupon.id], clerk, { billFen: 1_880 })).value;
    expect(done).toMatchObject({ billFen: 1_880, offFen: 1_880, storeName: '武康路店', undoneAt: null });
    const issued = (
      await w.call(adminListIssued, { params: { id: template.id }, query: {}, token: operator })
    ).value;
    expect(issued.items[0]).toMatchObject({ state: 'used', usedWhere: '武康路店', offFen: 1_880 });
    const audit = await w.db.one<{ actor_kind: string; after: object }>(
      "select actor_kind, after from audit_entries where action = 'coupon.redeemed' and subject_id = $1",
      [coupon.id],
    );
    expect(audit).toMatchObject({
      actor_kind: 'staff',
      after: { storeId: store.id, templateId: template.id, offFen: 1_880 },
    });
  });

  it('uses a lesson and a money coupon in one go, without a bill where none is needed', async () => {
    const { token, coupon } = await holder('lesson', {
      kind: 'exchange',
      title: '手冲体验课',
      amountFen: undefined,
    });
    const money = await claimed(w, token, (await publishedTemplate(w, operator)).id);
    const { scanId } = (await scanned(w, clerk, store.id, shownCode(w, await opened(w, token)).qr)).value;
    const done = (await confirm(scanId, [coupon.id, money.id])).value;
    expect(done.offFen).toBe(3_000);
    expect(done.coupons).toHaveLength(2);
  });
});

describe('undoing', () => {
  const undo = (id: string, token: string) =>
    w.call(undoRedemption, { params: { id }, body: { reason: '顾客不要了' }, token });

  it('gives the coupon back to be used again, once', async () => {
    const who = await holder('undo');
    const done = await redeemed(who);
    expect(done.undoBefore).toBe(addMs(new Date(done.at), 600_000).toISOString());
    const answers = await Promise.all(Array.from({ length: 8 }, () => undo(done.id, clerk)));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    for (const lost of answers.filter((answer) => !answer.ok))
      expect(lost.problem.code).toBe('already_undone');
    expect(answers.find((answer) => answer.ok)!.value).toMatchObject({
      undoReason: '顾客不要了',
      undoBefore: null,
    });
    expect(await facts(who.coupon.id)).toMatchObject({ state: 'issued', used: 1, returned: 1 });
    const back = (await w.call(getCoupon, { params: { id: who.coupon.id }, token: who.token })).value;
    expect(back).toMatchObject({ state: 'issued', usedAt: null, usedWhere: null });
    // The code that was confirmed stays spent; the next one works.
    earlyInStep();
    await redeemed(who);
    expect(await facts(who.coupon.id)).toMatchObject({ state: 'used', used: 2, returned: 1, told: 2 });
    const deed = await w.db.one<{ reason: string }>(
      "select reason from audit_entries where action = 'redemption.undone' and subject_id = $1",
      [done.id],
    );
    expect(deed!.reason).toBe('顾客不要了');
  });

  it('is for the same clerk within ten minutes, for a manager of the store until the day ends', async () => {
    const manager = await staffToken(w, 'manager', [store.id]);
    const colleague = await staffToken(w, 'clerk', [store.id]);
    const outsider = await staffToken(w, 'manager', [(await makeStore(w)).id]);
    const done = await redeemed(await holder('who-undoes'));
    expect((await undo(done.id, colleague)).problem.code).toBe('undo_not_yours');
    expect((await undo(done.id, outsider)).problem.code).toBe('not_your_store');
    await w.db.run('update redemptions set at = $2 where id = $1', [done.id, addMs(w.clock.now(), -600_001)]);
    expect((await undo(done.id, clerk)).problem.code).toBe('undo_too_late');
    const before = await w.db.one<{ at: Date }>('select at from redemptions where id = $1', [done.id]);
    await w.db.run('update redemptions set at = $2 where id = $1', [done.id, addMs(before!.at, -DAY_MS)]);
    expect((await undo(done.id, manager)).problem.code).toBe('undo_too_late');
    await w.db.run('update redemptions set at = $2 where id = $1', [done.id, w.clock.now()]);
    expect((await undo(done.id, manager)).ok).toBe(true);
  });

  it('brings back as expired what ran out meanwhile', async () => {
    const who = await holder('undo-late');
    const done = await redeemed(who);
    await w.db.run('update coupons set valid_until = $2 where id = $1', [who.coupon.id, w.clock.now()]);
    expect((await undo(done.id, clerk)).ok).toBe(true);
    expect((await facts(who.coupon.id)).state).toBe('expired');
  });
});

describe("a store's day", () => {
  it('sums what holds and lists what was undone', async () => {
    const place = await makeStore(w, '前滩店');
    const person = await makeStaff(w, 'clerk', [place.id]);
    const by = (await signInStaff(w, person.login)).accessToken;
    const use = async (name: string, billFen: number): Promise<RedemptionView> => {
      const who = await holder(name, { title: '日券' });
      const { qr } = shownCode(w, await opened(w, who.token, who.coupon.id));
      const { scanId } = (await scanned(w, by, place.id, qr)).value;
      return (await confirm(scanId, [who.coupon.id], by, { billFen })).value;
    };
    await use('day-1', 10_000);
    const undone = await use('day-2', 20_000);
    await use('day-3', 1_000);
    await w.call(undoRedemption, { params: { id: undone.id }, body: { reason: '扫错了' }, token: by });
    const today = (await w.call(clerkToday, { query: { storeId: place.id }, token: by })).value;
    expect(today).toMatchObject({
      redemptions: 2,
      billFen: 11_000,
      offFen: 4_000,
      newMembers: 3,
      waitingPickups: 0,
      byClerk: [{ clerkName: person.name, redemptions: 2, offFen: 4_000 }],
      byCoupon: [{ title: '日券', used: 2, offFen: 4_000 }],
    });
    expect(today.rows.map(({ id, undoneAt }) => [id === undone.id, undoneAt !== null])).toEqual([
      [false, false],
      [true, true],
      [false, false],
    ]);
    const elsewhere = await w.call(clerkToday, { query: { storeId: store.id }, token: by });
    expect(elsewhere.problem.code).toBe('not_your_store');
  });
});
