/**
 * Sessions of members: a short access token, and a refresh token that is tied to the device and good for one
 * use. A token that comes a second time was copied: the session ends for both who hold it.
 */
import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Platform } from '@tongdian/shared/kernel/platforms';
import type { SessionView } from '@tongdian/shared/contract/members.routes';
import { addMs, DAY_MS } from '@tongdian/shared/kernel/time';
import { Audit } from '../platform/audit.js';
import { Clock } from '../platform/clock.js';
import type { MemberActor } from '../platform/context.js';
import { Database } from '../platform/database/database.js';
import { LivingSessions } from '../platform/http/living-sessions.js';
import { newId } from '../platform/new-id.js';
import { Problem } from '../platform/problem.js';
import { MEMBER_TOKEN_SECONDS, Tokens } from '../platform/security/tokens.js';
import { MembersService } from './members.service.js';
import { SessionsRepository, type SessionRow } from './sessions.repository.js';

const SESSION_MS = 90 * DAY_MS;

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

@Injectable()
export class SessionsService implements OnModuleInit {
  constructor(
    @Inject(SessionsRepository) private readonly sessions: SessionsRepository,
    @Inject(MembersService) private readonly members: MembersService,
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Tokens) private readonly tokens: Tokens,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(LivingSessions) private readonly living: LivingSessions,
  ) {}

  onModuleInit(): void {
    this.living.keptBy({ member: (actor) => this.asOfNow(actor) });
  }

  /** Inside the transaction of a sign-in; earlier sessions on the same device end. */
  async open(
    memberId: string,
    identityId: string,
    platform: Platform,
    deviceId: string,
  ): Promise<SessionView> {
    const now = this.clock.now();
    const { token, hash } = this.newToken();
    await this.sessions.endOnDevice(memberId, platform, deviceId, now);
    const session = { id: newId(), memberId, identityId, platform, deviceId };
    await this.sessions.insert(session, hash, addMs(now, SESSION_MS), now);
    return this.view(session, token);
  }

  /** Refuses with session_over; a token that was traded before also ends the session. */
  async refresh(refreshToken: string, deviceId: string): Promise<SessionView> {
    const now = this.clock.now();
    const { token, hash } = this.newToken();
    const presented = hashOf(refreshToken);
    const session = await this.sessions.rotate(presented, deviceId, hash, addMs(now, SESSION_MS), now);
    if (session) {
      await this.members.mustBeActive(session.memberId);
      return this.view(session, token);
    }
    await this.db.tx(async () => {
      const ended = await this.sessions.endByToken(presented, now);
      if (ended)
        await this.audit.record({
          action: 'session.token_reused',
          subject: 'member',
          subjectId: ended.memberId,
          after: { platform: ended.platform },
        });
    });
    throw new Problem('session_over');
  }

  /** A new pair for the session of this call, whoever it belongs to by now. */
  async renew(sessionId: string): Promise<SessionView> {
    const { token, hash } = this.newToken();
    const session = await this.sessions.renew(sessionId, hash, addMs(this.clock.now(), SESSION_MS));
    if (!session) throw new Problem('session_over');
    return this.view(session, token);
  }

  async signOut(who: MemberActor): Promise<{ ok: true }> {
    await this.sessions.end(who.sessionId, this.clock.now());
    return { ok: true };
  }

  /** Signs the member out everywhere. Gives the number of sessions. */
  endAllOf(memberId: string): Promise<number> {
    return this.sessions.endAllOf(memberId, this.clock.now());
  }

  /** After a join the session is the other member's, also while an older access token still lives. */
  private async asOfNow(actor: MemberActor): Promise<MemberActor | null> {
    const session = await this.sessions.living(actor.sessionId);
    if (!session) return null;
    if (session.status === 'blocked') throw new Problem('member_blocked');
    return session.status === 'active' ? { ...actor, memberId: session.memberId } : null;
  }

  private newToken(): { token: string; hash: Buffer } {
    const token = randomBytes(32).toString('base64url');
    return { token, hash: hashOf(token) };
  }

  private async view(session: SessionRow, refreshToken: string): Promise<SessionView> {
    const platform = session.platform as Platform;
    const accessToken = this.tokens.sign(
      {
        kind: 'member',
        sub: session.memberId,
        sid: session.id,
        idn: session.identityId,
        platform,
        device: session.deviceId,
      },
      MEMBER_TOKEN_SECONDS,
    );
    const member = await this.members.me(session.memberId, platform);
    return { accessToken, refreshToken, expiresIn: MEMBER_TOKEN_SECONDS, member };
  }
}
