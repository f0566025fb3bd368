/** A store's day at the counter: sums, by clerk and by coupon, and the orders that wait to be fetched. */
import { Inject, Injectable } from '@nestjs/common';
import type {
  ClerkTodayView,
  PickupRow,
  RedemptionView,
} from '@tongdian/shared/contract/verification.routes';
import { businessDay, endOfBusinessDay, startOfBusinessDay } from '@tongdian/shared/kernel/time';
import { MembersService } from '../members/members.service.js';
import { OrderPickups } from '../orders/order-pickups.js';
import { Clock } from '../platform/clock.js';
import type { StaffActor } from '../platform/context.js';
import { mustWorkAt } from '../platform/http/who.js';
import { RedemptionViews } from './redemption-views.js';
import { RedemptionsRepository } from './redemptions.repository.js';
import { toPickupRow } from './verification.views.js';

/** The list shows the last ones; the sums are over all. */
const MOST_ROWS = 100;

@Injectable()
export class TodayService {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(RedemptionsRepository) private readonly redemptions: RedemptionsRepository,
    @Inject(RedemptionViews) private readonly views: RedemptionViews,
    @Inject(MembersService) private readonly members: MembersService,
    @Inject(OrderPickups) private readonly orders: OrderPickups,
  ) {}

  /** Refuses with not_your_store. What was undone is listed and not counted. */
  async today(who: StaffActor, storeId: string): Promise<ClerkTodayView> {
    mustWorkAt(who, storeId);
    const day = businessDay(this.clock.now());
    const [from, until] = [startOfBusinessDay(day), endOfBusinessDay(day)];
    const all = await this.views.many(await this.redemptions.ofDay(storeId, from, until), who);
    const counted = all.filter(({ undoneAt }) => undoneAt === null);
    return {
      day,
      redemptions: counted.length,
      billFen: sumOf(counted, (row) => row.billFen ?? 0),
      offFen: sumOf(counted, (row) => row.offFen),
      newMembers: await this.redemptions.newMembers(storeId, from, until),
      waitingPickups: (await this.orders.waitingAt(storeId)).length,
      byClerk: byClerk(counted),
      byCoupon: byCoupon(counted),
      rows: all.slice(0, MOST_ROWS),
    };
  }

  /** Refuses with not_your_store. */
  async pickups(who: StaffActor, storeId: string): Promise<PickupRow[]> {
    mustWorkAt(who, storeId);
    const waiting = await this.orders.waitingAt(storeId);
    const members = await this.members.briefs([...new Set(waiting.map(({ order }) => order.memberId))]);
    return waiting.map((pickup) => toPickupRow(pickup, members.get(pickup.order.memberId)));
  }
}

function sumOf<T>(rows: readonly T[], part: (row: T) => number): number {
  return rows.reduce((sum, row) => sum + part(row), 0);
}

function grouped<T>(rows: readonly T[], name: (row: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.set(name(row), [...(groups.get(name(row)) ?? []), row]);
  return [...groups].sort(([, a], [, b]) => b.length - a.length);
}

function byClerk(rows: readonly RedemptionView[]): ClerkTodayView['byClerk'] {
  return grouped(rows, ({ clerkName }) => clerkName).map(([clerkName, own]) => ({
    clerkName,
    redemptions: own.length,
    offFen: sumOf(own, ({ offFen }) => offFen),
  }));
}

function byCoupon(rows: readonly RedemptionView[]): ClerkTodayView['byCoupon'] {
  const coupons = rows.flatMap((row) => row.coupons);
  return grouped(coupons, ({ title }) => title).map(([title, used]) => ({
    title,
    used: used.length,
    offFen: sumOf(used, ({ offFen }) => offFen),
  }));
}
