/** Points: earned in lots, each with the day it becomes usable and the day it ends; a ledger says why. */
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { PageQuery } from '@tongdian/shared/contract/paging.dto';
import type { PointsView } from '@tongdian/shared/contract/points.routes';
import { MemberParts } from '../members/member-parts.js';
import { Database } from '../platform/database/database.js';
import { PointsRepository, type Earning } from './points.repository.js';
import { toPointsEntryView } from './points.views.js';

const PAGE_SIZE = 20;
const EXPIRE_AT_ONCE = 500;

@Injectable()
export class PointsService implements OnModuleInit {
  constructor(
    @Inject(PointsRepository) private readonly points: PointsRepository,
    @Inject(MemberParts) private readonly parts: MemberParts,
    @Inject(Database) private readonly db: Database,
  ) {}

  onModuleInit(): void {
    this.parts.register({
      name: 'points',
      show: async (memberId) => ({ points: await this.points.balances(memberId) }),
      move: (from, into) => this.points.repoint(from, into),
    });
  }

  balances(memberId: string): Promise<{ available: number; pending: number }> {
    return this.points.balances(memberId);
  }

  async view(memberId: string, query: PageQuery): Promise<PointsView> {
    const { page = 1, pageSize = PAGE_SIZE } = query;
    const [balances, rows, total] = await Promise.all([
      this.points.balances(memberId),
      this.points.entries(memberId, page, pageSize),
      this.points.entryCount(memberId),
    ]);
    return { ...balances, entries: { items: rows.map(toPointsEntryView), total, page, pageSize } };
  }

  /** Adds a lot once for its cause. False = this cause brought points before. Throws on an amount below 1. */
  earn(earning: Earning): Promise<boolean> {
    if (!Number.isSafeInteger(earning.amount) || earning.amount < 1)
      throw new RangeError(`points: ${earning.amount}`);
    return this.db.tx(async () => {
      const lotId = await this.points.addLot(earning);
      if (!lotId) return false;
      await this.points.note(earning.memberId, lotId, 'earn', earning.amount, earning.cause, earning.reason);
      await this.points.changeBalance(earning.memberId, earning.amount);
      return true;
    });
  }

  /** Ends the lots whose time is over. Gives how many; run it until it gives 0. */
  expire(): Promise<number> {
    return this.db.tx(async () => {
      const lots = await this.points.expired(EXPIRE_AT_ONCE);
      for (const lot of lots) {
        await this.points.note(lot.memberId, lot.id, 'expire', -lot.remaining, `expire:${lot.id}`, '到期');
        await this.points.empty(lot.id);
        await this.points.changeBalance(lot.memberId, -lot.remaining);
      }
      return lots.length;
    });
  }
}
