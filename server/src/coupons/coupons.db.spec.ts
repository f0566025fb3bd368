/** Any order of steps, from any number of sides at once, leaves each coupon in the state that its ledger tells. */
import fc from 'fast-check';
import { fen } from '@tongdian/shared/kernel/money';
import { addMs, DAY_MS } from '@tongdian/shared/kernel/time';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { claimed, publishedTemplate } from '../../test/world-coupons.js';
import { makeStore, signInMember, staffToken, world, type World } from '../../test/world.js';
import { newId } from '../platform/new-id.js';
import { CouponsRepository } from './coupons.repository.js';
import { CouponsService } from './coupons.service.js';

let w: World;
let operator: string;
let member: { id: string; token: string };
let store: { id: string; name: string };
let templateId: string;

beforeAll(async () => {
  w = await world();
  operator = await staffToken(w, 'operator');
  const session = await signInMember(w, 'wechat', 'any-order');
  member = { id: session.member.id, token: session.accessToken };
  store = await makeStore(w);
  templateId = (await publishedTemplate(w, operator, { totalCount: 1_000, perMember: 1_000 })).id;
});
afterAll(() => w.close());

type Step = 'lock' | 'use' | 'release' | 'redeem' | 'undo' | 'expire';
const steps = fc.array(
  fc.record({
    step: fc.constantFrom<Step>('lock', 'lock', 'use', 'release', 'redeem', 'redeem', 'undo', 'expire'),
    side: fc.integer({ min: 0, max: 2 }),
  }),
  { minLength: 4, maxLength: 16 },
);

interface Kept {
  state: string;
  offFen: number | null;
  entries: { kind: string; offFen: number | null }[];
}

async function kept(id: string): Promise<Kept> {
  const coupon = await w.db.one<{ state: string; offFen: number | null }>(
    'select state, off_fen as "offFen" from coupons where id = $1',
    [id],
  );
  const entries = await w.db.rows<{ kind: string; offFen: number | null }>(
    'select kind, off_fen as "offFen" from coupon_entries where coupon_id = $1',
    [id],
  );
  return { ...coupon!, entries };
}

function holds({ state, offFen, entries }: Kept): void {
  const n = (kind: string): number => entries.filter((entry) => entry.kind === kind).length;
  expect(n('issued')).toBe(1);
  expect(n('used') - n('returned')).toBe(state === 'used' ? 1 : 0);
  expect(n('expired')).toBeLessThanOrEqual(1);
  // Each lock ended in one way: released, used by its order, or still held.
  const open = n('locked') - n('released');
  expect(open).toBeGreaterThanOrEqual(state === 'locked' ? 1 : 0);
  expect(open).toBeLessThanOrEqual(state === 'locked' ? 1 : n('used'));
  expect(offFen === null).toBe(state !== 'used');
}

/** One try of each of three sides: an order and a redemption of its own for each try. */
function trier(couponId: string) {
  const coupons = w.server.get(CouponsService);
  const orders: string[][] = [[], [], []];
  const redemptions: string[] = [];
  return async ({ step, side }: { step: Step; side: number }): Promise<void> => {
    const order = orders[side]!.at(-1) ?? newId();
    if (step === 'lock') {
      orders[side]!.push(newId());
      await coupons.lock(couponId, member.id, orders[side]!.at(-1)!, addMs(w.clock.now(), 60_000));
    } else if (step === 'use') await coupons.useLocked(couponId, order, fen(100), '订单');
    else if (step === 'release') await coupons.release(couponId, order, `order:${order}`);
    else if (step === 'redeem') {
      const redemptionId = newId();
      await coupons.redeemAtCounter({ couponId, memberId: member.id, redemptionId, store, offFen: fen(200) });
      redemptions.push(redemptionId);
    } else if (step === 'undo')
      await coupons.undoRedeem(couponId, redemptions.at(-1) ?? newId(), '顾客不要了');
    else await w.server.get(CouponsRepository).expire(addMs(w.clock.now(), -DAY_MS), 10);
  };
}

describe('the ledger of a coupon', () => {
  it('agrees with its state after any order of steps, one after the other and at once', async () => {
    await fc.assert(
      fc.asyncProperty(steps, fc.boolean(), async (plan, atOnce) => {
        const coupon = await claimed(w, member.token, templateId);
        const attempt = trier(coupon.id);
        const settle = (one: (typeof plan)[number]) => attempt(one).catch(() => undefined);
        if (atOnce) await Promise.all(plan.map(settle));
        else for (const one of plan) await settle(one);
        holds(await kept(coupon.id));
      }),
      { numRuns: 25 },
    );
  });

  it('survives two members becoming one: nothing is lost and nothing can be claimed again', async () => {
    const limited = await publishedTemplate(w, operator, { perMember: 2 });
    const other = await signInMember(w, 'alipay', 'becomes-one');
    await claimed(w, member.token, limited.id);
    await claimed(w, other.accessToken, limited.id);
    const repository = w.server.get(CouponsRepository);
    await w.db.tx(() => repository.moveAll(other.member.id, member.id));
    await w.db.tx(() => repository.moveAll(other.member.id, member.id));
    const rows = await w.db.one<{ coupons: number; entries: number; taken: number; left: number }>(
      `select (select count(*)::int from coupons where member_id = $1 and template_id = $2) as coupons,
              (select count(*)::int from coupon_entries e join coupons c on c.id = e.coupon_id
               where e.member_id = $1 and c.template_id = $2) as entries,
              (select taken from coupon_takings where member_id = $1 and template_id = $2) as taken,
              (select count(*)::int from coupon_takings where member_id = $3) as left`,
      [member.id, limited.id, other.member.id],
    );
    expect(rows).toEqual({ coupons: 2, entries: 2, taken: 2, left: 0 });
    await expect(claimed(w, member.token, limited.id)).rejects.toThrow('coupon_limit_reached');
  });
});
