/**
 * Points: earned as lots that become usable and expire, each change an entry with its cause. The account is
 * the sum of what the lots still hold; all three are written together, under the member's row.
 */
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { PageQuery } from '@tongdian/shared/contract/paging.dto';
import type { PointsView } from '@tongdian/shared/contract/points.routes';
import { MemberParts } from '../members/member-parts.js';
import { MembersService } from '../members/members.service.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { newId } from '../platform/new-id.js';
import { PointsRepository, type LotRow, type NewEntry } from './points.repository.js';
import { pointsEntryView } from './points.views.js';

export interface Earning {
  memberId: string;
  /** Whole points, above 0. */
  amount: number;
  /** Unique for the member: "order:<id>". */
  cause: string;
  /** For the member's eyes: "订单 LP2026… 实付 ¥94". */
  reason: string;
  /** Pending until then; now when left out. */
  usableAt?: Date;
  /** Never when left out. */
  expiresAt?: Date | null;
}

const PAGE = 20;

@Injectable()
export class PointsService implements OnModuleInit {
  constructor(
    @Inject(PointsRepository) private readonly points: PointsRepository,
    @Inject(MembersService) private readonly members: MembersService,
    @Inject(MemberParts) private readonly parts: MemberParts,
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.parts.register({
      name: 'points',
      show: async (memberId) => ({ points: await this.balanceOf(memberId) }),
      move: (from, into, cause) => this.move(from, into, cause),
    });
  }

  balanceOf(memberId: string): Promise<{ available: number; pending: number }> {
    return this.points.balances(memberId, this.clock.now());
  }

  async overview(memberId: string, query: PageQuery): Promise<PointsView> {
    const page = query.page ?? 1;
    const pageSize = query.pageSize ?? PAGE;
    const now = this.clock.now();
    const balance = await this.points.balances(memberId, now);
    const rows = await this.points.entries(memberId, pageSize, (page - 1) * pageSize);
    const total = await this.points.countEntries(memberId);
    const items = rows.map((row) => pointsEntryView(row, now));
    return { ...balance, entries: { items, total, page, pageSize } };
  }

  /** Gives points once for the cause; false when it gave them before. */
  earn(earning: Earning): Promise<boolean> {
    const { memberId, amount, cause, reason } = earning;
    if (!Number.isSafeInteger(amount) || amount <= 0) throw new RangeError(`not points: ${amount}`);
    return this.db.tx(async () => {
      await this.members.lock(memberId);
      const now = this.clock.now();
      const lot: LotRow = {
        id: newId(),
        memberId,
        amount,
        remaining: amount,
        cause,
        earnedAt: now,
        usableAt: earning.usableAt ?? now,
        expiresAt: earning.expiresAt ?? null,
      };
      if (!(await this.points.openLot(lot))) return false;
      await this.write({ memberId, lotId: lot.id, kind: 'earn', delta: amount, cause, reason });
      return true;
    });
  }

  /**
   * Takes back what a cause gave, as far as its lot still holds it: a refund, an undone redemption. Gives how
   * much was taken; a repeat with the same `backCause` takes nothing.
   */
  takeBack(memberId: string, earnCause: string, backCause: string, reason: string): Promise<number> {
    return this.db.tx(async () => {
      await this.members.lock(memberId);
      const lot = await this.points.lotByCause(memberId, earnCause);
      if (!lot || lot.remaining === 0) return 0;
      await this.empty(lot, 'clawback', backCause, reason);
      return lot.remaining;
    });
  }

  /** Ends the lots of one member that are past their time. Gives the points that ended. */
  expireOf(memberId: string): Promise<number> {
    return this.db.tx(async () => {
      await this.members.lock(memberId);
      const lots = await this.points.expiredLotsOf(memberId, this.clock.now());
      for (const lot of lots) await this.empty(lot, 'expire', 'expiry', '积分到期');
      return lots.reduce((sum, lot) => sum + lot.remaining, 0);
    });
  }

  /** Lot by lot, with their dates: what was pending stays pending, what ends in June ends in June. */
  private async move(from: string, into: string, cause: string): Promise<void> {
    for (const lot of await this.points.openLotsOf(from)) {
      const own = `${cause}:${lot.id}`;
      await this.empty(lot, 'adjust', own, '转到本人的会员号');
      const moved = { ...lot, id: newId(), memberId: into, amount: lot.remaining, cause: own };
      if (!(await this.points.openLot(moved))) throw new Error(`lot ${lot.id} was moved before`);
      const reason = '从本人另一个平台的身份转来';
      await this.write({
        memberId: into,
        lotId: moved.id,
        kind: 'adjust',
        delta: lot.remaining,
        cause: own,
        reason,
      });
    }
  }

  private async empty(lot: LotRow, kind: NewEntry['kind'], cause: string, reason: string): Promise<void> {
    await this.points.drain(lot.id, lot.remaining);
    await this.write({ memberId: lot.memberId, lotId: lot.id, kind, delta: -lot.remaining, cause, reason });
  }

  private async write(entry: Omit<NewEntry, 'id' | 'at'>): Promise<void> {
    await this.points.book({ ...entry, id: newId(), at: this.clock.now() });
    await this.points.changeBalance(entry.memberId, entry.delta);
  }
}
