/** Levels: which one a member's growth gives, and the ledger that growth comes from. */
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { LevelProgressView, LevelView } from '@tongdian/shared/contract/members.routes';
import { levelFor } from '@tongdian/shared/rules/level-rules';
import { MemberParts } from '../members/member-parts.js';
import { MembersService } from '../members/members.service.js';
import { Audit } from '../platform/audit.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { newId } from '../platform/new-id.js';
import { Outbox } from '../platform/outbox.js';
import './levels.events.js';
import { LevelsRepository } from './levels.repository.js';
import { levelView, progressView } from './levels.views.js';

/** A house without levels has this one: list price, one point for one yuan. */
const BASE = { rank: 0, name: '会员', threshold: 0, memberPriceBp: 10_000, pointsMultiplierBp: 10_000 };

/** Levels are asked for with every price and change a few times a year. */
const KNOWN_MS = 2_000;

@Injectable()
export class LevelsService implements OnModuleInit {
  private known: { levels: LevelView[]; at: number } | null = null;

  constructor(
    @Inject(LevelsRepository) private readonly levels: LevelsRepository,
    @Inject(MembersService) private readonly members: MembersService,
    @Inject(MemberParts) private readonly parts: MemberParts,
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(Outbox) private readonly outbox: Outbox,
  ) {}

  onModuleInit(): void {
    this.parts.register({
      name: 'levels',
      show: async (memberId) => ({ level: await this.progressOf(memberId) }),
      move: (from, into, cause) => this.carry(from, into, cause),
    });
  }

  /** Lowest first, never empty, one with threshold 0. */
  async list(): Promise<LevelView[]> {
    const now = performance.now();
    if (this.known && now - this.known.at < KNOWN_MS) return this.known.levels;
    // Everybody reads for himself: a transaction must not wait, its connection in hand, for somebody who waits
    // for a connection.
    const levels = await this.read();
    this.known = { levels, at: now };
    return levels;
  }

  private async read(): Promise<LevelView[]> {
    const rows = await this.levels.all();
    if (rows.length > 0) return rows.map(levelView);
    await this.levels.insert({ ...BASE, id: newId() });
    return (await this.levels.all()).map(levelView);
  }

  /** Adds a level; false when its rank is taken. */
  async define(level: Omit<LevelView, 'id'> & { id?: string }): Promise<boolean> {
    const defined = await this.levels.insert({ ...level, id: level.id ?? newId() });
    this.known = null;
    return defined;
  }

  async levelOf(memberId: string): Promise<LevelView> {
    return (await this.progressOf(memberId)).level;
  }

  async progressOf(memberId: string): Promise<LevelProgressView> {
    return progressView(await this.list(), await this.members.growthOf(memberId));
  }

  /**
   * Books growth, once for its cause; a take-back is negative and ends at 0. False: it was booked before.
   * A change of level is told as 'level.changed'.
   */
  grow(memberId: string, delta: number, cause: string, reason: string): Promise<boolean> {
    return this.db.tx(async () => {
      await this.members.lock(memberId);
      const before = await this.members.growthOf(memberId);
      const booked = Math.max(delta, -before);
      const entry = { id: newId(), memberId, delta: booked, cause, reason, at: this.clock.now() };
      if (!(await this.levels.book(entry))) return false;
      await this.members.addGrowth(memberId, booked);
      await this.tellChange(memberId, before, before + booked, cause);
      return true;
    });
  }

  private async tellChange(memberId: string, before: number, after: number, cause: string): Promise<void> {
    const levels = await this.list();
    const from = levelFor(levels, before);
    const to = levelFor(levels, after);
    if (from.id === to.id) return;
    await this.outbox.tell('level.changed', `${memberId}:${cause}`, {
      memberId,
      fromLevelId: from.id,
      toLevelId: to.id,
      up: to.rank > from.rank,
    });
    await this.audit.record({
      action: 'level.changed',
      subject: 'member',
      subjectId: memberId,
      before: { level: from.name },
      after: { level: to.name, growth: after },
      reason: cause,
    });
  }

  /** What a stranger had grown goes on to the member he turned out to be; the sum stays what it was. */
  private async carry(from: string, into: string, cause: string): Promise<void> {
    const growth = await this.levels.sumOf(from);
    if (growth === 0) return;
    // A straggler's growth is carried by an entry of its own.
    const own = `${cause}:${await this.levels.timesCarried(from, cause)}`;
    await this.grow(from, -growth, own, '转到本人的会员号');
    await this.grow(into, growth, own, '从本人另一个平台的身份转来');
  }
}
