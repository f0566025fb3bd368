/**
 * The same verified phone on a second platform: the phone-less stranger of this sign-in turns out to be a
 * member. His identities and sessions are the member's from now on, and what he had goes with him, in one
 * transaction. Two members who each verified a phone of their own are never joined here.
 */
import { Inject, Injectable } from '@nestjs/common';
import { addMs } from '@tongdian/shared/kernel/time';
import { Audit } from '../platform/audit.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { Jobs, Works } from '../platform/jobs/jobs.js';
import { Outbox } from '../platform/outbox.js';
import { AddressesRepository } from './addresses.repository.js';
import { IdentitiesRepository } from './identities.repository.js';
import { MemberParts } from './member-parts.js';
import './members.events.js';
import { MembersRepository, type MemberRow } from './members.repository.js';
import { SessionsRepository } from './sessions.repository.js';

/** Longer than any request lives. */
const STRAGGLERS_MS = 60_000;

@Injectable()
export class JoinService {
  constructor(
    @Inject(MembersRepository) private readonly members: MembersRepository,
    @Inject(IdentitiesRepository) private readonly identities: IdentitiesRepository,
    @Inject(SessionsRepository) private readonly sessions: SessionsRepository,
    @Inject(AddressesRepository) private readonly addresses: AddressesRepository,
    @Inject(MemberParts) private readonly parts: MemberParts,
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(Jobs) private readonly jobs: Jobs,
  ) {}

  /** Both rows must be locked by the caller's transaction, the stranger's first. */
  async join(stranger: MemberRow, member: MemberRow, platform: string): Promise<void> {
    const [from, into] = [stranger.id, member.id];
    await this.identities.moveAll(from, into);
    await this.sessions.moveAll(from, into);
    await this.moveThings(from, into);
    await this.members.markMerged(from, into);
    await this.audit.record({
      action: 'member.joined',
      subject: 'member',
      subjectId: into,
      subjectName: member.memberNo,
      before: { stranger: stranger.memberNo, platform },
      after: { member: member.memberNo },
      reason: 'the same verified phone',
    });
    await this.outbox.tell('member.joined_other', `${from}:${into}`, { from, into });
    const runAt = addMs(this.clock.now(), STRAGGLERS_MS);
    await this.jobs.add('members.move-stragglers', { from, into }, { runAt, key: `stragglers:${from}` });
  }

  /** A request that began before the join may have written to the stranger after it. */
  @Works('members.move-stragglers')
  async moveStragglers(pair: unknown): Promise<void> {
    const { from, into } = pair as { from: string; into: string };
    await this.db.tx(async () => {
      await this.members.lock(from);
      const member = await this.members.lock(into);
      if (member) await this.moveThings(from, into);
    });
  }

  private async moveThings(from: string, into: string): Promise<void> {
    await this.addresses.moveAll(from, into);
    await this.addresses.ensureDefault(into);
    await this.parts.moveAll(from, into, `join:${from}`);
  }
}
