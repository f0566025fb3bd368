/** The panel's first page: today, the thirty days behind it, and where members and money come from. */
import { Inject, Injectable } from '@nestjs/common';
import type { OverviewView } from '@tongdian/shared/contract/insights.routes';
import { addDays, businessDay, endOfBusinessDay, startOfBusinessDay } from '@tongdian/shared/kernel/time';
import { Clock } from '../platform/clock.js';
import { OverviewRepository } from './overview.repository.js';

const DAYS = 30;

type Daily = OverviewView['daily'][number];

/** One entry a day, also for days on which nothing was sold. */
function fill(
  today: string,
  rows: readonly { day: string; platform: 'wechat' | 'alipay' | 'jd'; orders: number; paidFen: number }[],
): Daily[] {
  return Array.from({ length: DAYS }, (_, index) => {
    const day = addDays(today, index - DAYS + 1);
    const entry: Daily = { day, orders: 0, paidFen: 0, byPlatform: { wechat: 0, alipay: 0, jd: 0 } };
    for (const row of rows.filter((candidate) => candidate.day === day)) {
      entry.orders += row.orders;
      entry.paidFen += row.paidFen;
      entry.byPlatform[row.platform] += row.paidFen;
    }
    return entry;
  });
}

@Injectable()
export class OverviewService {
  constructor(
    @Inject(OverviewRepository) private readonly overview: OverviewRepository,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async view(): Promise<OverviewView> {
    const day = businessDay(this.clock.now());
    const until = endOfBusinessDay(day);
    const monthAgo = startOfBusinessDay(addDays(day, 1 - DAYS));
    const [today, daily, byLevel, byPlatform, coupons, stores] = await Promise.all([
      this.overview.today(startOfBusinessDay(day), until),
      this.overview.daily(monthAgo, until),
      this.overview.byLevel(),
      this.overview.byPlatform(),
      this.overview.coupons(),
      this.overview.stores(monthAgo, until),
    ]);
    return { day, ...today, daily: fill(day, daily), byLevel, byPlatform, coupons, stores };
  }
}
