/** Which level a member stands on, and the growth that leads to the next. */
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { LevelProgressView, LevelView } from '@tongdian/shared/contract/members.routes';
import { levelFor, nextLevel } from '@tongdian/shared/rules/level-rules';
import { MemberParts } from '../members/member-parts.js';
import { MembersService } from '../members/members.service.js';
import { Audit } from '../platform/audit.js';
import { Database } from '../platform/database/database.js';
import { Outbox } from '../platform/outbox.js';
import { LevelsRepository } from './levels.repository.js';

declare module '../platform/events.js' {
  interface DomainEvents {
    'level.changed': { memberId: string; from: string; to: string };
  }
}

@Injectable()
export class LevelsService implements OnModuleInit {
  constructor(
    @Inject(LevelsRepository) private readonly levels: LevelsRepository,
    @Inject(MembersService) private readonly members: MembersService,
    @Inject(MemberParts) private readonly parts: MemberParts,
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(Database) private readonly db: Database,
  ) {}

  onModuleInit(): void {
    this.parts.register({
      name: 'levels',
      show: async (memberId) => ({ level: await this.progressOf(memberId) }),
      move: (from, into, cause) => this.join(from, into, cause),
    });
  }

  /** All levels, lowest first. Each is 5 fields; a brand has a handful. */
  async list(): Promise<LevelView[]> {
    return (await this.levels.all()).map(
      ({ id, name, rank, threshold, memberPriceBp, pointsMultiplierBp }) => ({
        id,
        name,
        rank,
        threshold,
        memberPriceBp,
        pointsMultiplierBp,
      }),
    );
  }

  async progressOf(memberId: string): Promise<LevelProgressView> {
    const [levels, growth] = await Promise.all([this.list(), this.members.growthOf(memberId)]);
    const level = levelFor(levels, growth);
    const next = nextLevel(levels, level);
    return { level, growth, next, missing: next ? next.threshold - growth : null };
  }

  /** Adds growth once for its cause. Inside the caller's transaction; tells when it changes the level. */
  async grow(memberId: string, delta: number, cause: string, reason: string): Promise<void> {
    if (delta === 0) return;
    await this.db.tx(async () => {
      if (!(await this.levels.note(memberId, delta, cause, reason))) return;
      const { before, after } = await this.members.addGrowth(memberId, delta);
      const levels = await this.list();
      const [from, to] = [levelFor(levels, before), levelFor(levels, after)];
      if (from.id === to.id) return;
      await this.outbox.tell('level.changed', `${memberId}:${cause}`, { memberId, from: from.id, to: to.id });
      await this.audit.record({
        action: 'level.changed',
        subject: 'member',
        subjectId: memberId,
        before: { level: from.name, growth: before },
        after: { level: to.name, growth: after },
        reason,
      });
    });
  }

  private async join(from: string, into: string, cause: string): Promise<void> {
    const growth = await this.levels.growthIn(from);
    if (growth === 0) return;
    await this.grow(from, -growth, cause, '合并到另一个会员');
    await this.grow(into, growth, cause, '合并自另一个会员');
  }
}
