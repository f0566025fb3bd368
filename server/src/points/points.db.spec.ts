/** The ledgers of points and growth on a real PostgreSQL: once for a cause, lot by lot, sums that agree. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getMe } from '@tongdian/shared/contract/members.routes';
import { getPoints } from '@tongdian/shared/contract/points.routes';
import { DAY_MS } from '@tongdian/shared/kernel/time';
import { signInMember, world, type World } from '../../test/world.js';
import { LevelsService } from '../levels/levels.service.js';
import { PointsExpiry } from './points-expiry.js';
import { PointsService } from './points.service.js';

let w: World;
let points: PointsService;
let levels: LevelsService;
beforeAll(async () => {
  w = await world();
  points = w.server.get(PointsService);
  levels = w.server.get(LevelsService);
});
afterAll(() => w.close());

async function member(user: string): Promise<{ id: string; token: string }> {
  const session = await signInMember(w, 'wechat', user);
  return { id: session.member.id, token: session.accessToken };
}

async function mustAgree(id: string): Promise<number> {
  const row = await w.db.one<{ balance: number; lots: number; entries: number }>(
    `select (select balance from points_accounts where member_id = $1) as balance,
            (select coalesce(sum(remaining), 0) from points_lots where member_id = $1) as lots,
            (select coalesce(sum(delta), 0) from points_entries where member_id = $1) as entries`,
    [id],
  );
  expect(row!.lots).toBe(row!.balance);
  expect(row!.entries).toBe(row!.balance);
  return row!.balance;
}

const inDays = (days: number): Date => new Date(w.clock.now().getTime() + days * DAY_MS);

describe('points', () => {
  it('are earned once for a cause, also by thirty at once', async () => {
    const { id } = await member('earner');
    const earning = { memberId: id, amount: 94, cause: 'order:1', reason: '订单 1' };
    const earned = await Promise.all(Array.from({ length: 30 }, () => points.earn(earning)));
    expect(earned.filter(Boolean)).toHaveLength(1);
    expect(await mustAgree(id)).toBe(94);
    await Promise.all(
      Array.from({ length: 20 }, (_, n) => points.earn({ ...earning, amount: 1, cause: `order:${n + 10}` })),
    );
    expect(await mustAgree(id)).toBe(114);
  });

  it('are pending until they are usable, and end with their day, once', async () => {
    const { id, token } = await member('waiter');
    await points.earn({
      memberId: id,
      amount: 50,
      cause: 'a',
      reason: '订单',
      usableAt: inDays(7),
      expiresAt: inDays(30),
    });
    await points.earn({ memberId: id, amount: 20, cause: 'b', reason: '见面礼' });
    expect(await points.balanceOf(id)).toEqual({ available: 20, pending: 50 });
    w.clock.travel(8 * DAY_MS);
    expect(await points.balanceOf(id)).toEqual({ available: 70, pending: 0 });
    w.clock.travel(23 * DAY_MS);
    expect(await points.balanceOf(id)).toEqual({ available: 20, pending: 0 });
    const expiry = w.server.get(PointsExpiry);
    await Promise.all([expiry.expireAll(), expiry.expireAll(), expiry.expireAll()]);
    expect(await mustAgree(id)).toBe(20);
    const fresh = (await signInMember(w, 'wechat', 'waiter')).accessToken;
    const view = (await w.call(getPoints, { query: { pageSize: 2 }, token: fresh })).value;
    expect(view).toMatchObject({ available: 20, pending: 0, entries: { total: 3, page: 1, pageSize: 2 } });
    expect(view.entries.items[0]).toMatchObject({ kind: 'expire', delta: -50, reason: '积分到期' });
    expect((await w.call(getPoints, { query: {}, token })).problem.code).toBe('session_over');
  });

  it('are taken back as far as the lot still holds them, once', async () => {
    const { id } = await member('returner');
    await points.earn({ memberId: id, amount: 33, cause: 'order:x', reason: '订单 x' });
    const taken = await Promise.all(
      Array.from({ length: 5 }, () => points.takeBack(id, 'order:x', 'refund:x', '订单 x 退款')),
    );
    expect(taken.reduce((sum, one) => sum + one, 0)).toBe(33);
    expect(await mustAgree(id)).toBe(0);
  });

  it('refuse amounts that are none', () => {
    for (const amount of [0, -1, 1.5, Number.NaN])
      expect(() => points.earn({ memberId: 'x', amount, cause: 'c', reason: 'r' })).toThrow(RangeError);
  });
});

describe('growth', () => {
  it('is booked once for a cause and tells a change of level once', async () => {
    const { id, token } = await member('grower');
    await Promise.all(Array.from({ length: 10 }, () => levels.grow(id, 1_200, 'order:1', '订单 1')));
    const me = (await w.call(getMe, { token })).value;
    expect(me.level).toMatchObject({
      growth: 1_200,
      level: { name: '金卡' },
      next: { name: '黑卡' },
      missing: 3_800,
    });
    const told = await w.db.rows(
      "select payload from outbox_events where name = 'level.changed' and payload ->> 'memberId' = $1",
      [id],
    );
    expect(told).toHaveLength(1);
  });

  it('that is taken back ends at 0, in the ledger as in the balance', async () => {
    const { id } = await member('shrinker');
    await levels.grow(id, 300, 'order:1', '订单 1');
    await levels.grow(id, -500, 'refund:1', '退款 1');
    expect((await levels.progressOf(id)).growth).toBe(0);
    const row = await w.db.one<{ sum: number }>(
      'select sum(delta)::int as sum from growth_entries where member_id = $1',
      [id],
    );
    expect(row!.sum).toBe(0);
  });
});
