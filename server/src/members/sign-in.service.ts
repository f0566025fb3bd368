/**
 * Silent sign-in: a platform's one-use code becomes identities, and identities become a member. Who is not
 * known yet becomes a member without a phone; unique keys make two first sign-ins at once one member.
 */
import { Inject, Injectable } from '@nestjs/common';
import type { Platform } from '@tongdian/shared/kernel/platforms';
import type { SessionView } from '@tongdian/shared/contract/members.routes';
import { Audit } from '../platform/audit.js';
import { Clock } from '../platform/clock.js';
import { Database, isDuplicate } from '../platform/database/database.js';
import { newId } from '../platform/new-id.js';
import { PLATFORM_LOGINS, type PlatformIdentity, type PlatformLogin } from '../platform/platform-login.js';
import { Problem } from '../platform/problem.js';
import { Vault } from '../platform/security/vault.js';
import { IdentitiesRepository, type IdentityRow } from './identities.repository.js';
import { MembersRepository } from './members.repository.js';
import { MembersService } from './members.service.js';
import { maskValue } from './members.views.js';
import { PhonesRepository } from './phones.repository.js';
import { SessionsService } from './sessions.service.js';

@Injectable()
export class SignInService {
  constructor(
    @Inject(PLATFORM_LOGINS) private readonly logins: ReadonlyMap<Platform, PlatformLogin>,
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Vault) private readonly vault: Vault,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(MembersRepository) private readonly members: MembersRepository,
    @Inject(IdentitiesRepository) private readonly identities: IdentitiesRepository,
    @Inject(PhonesRepository) private readonly proofs: PhonesRepository,
    @Inject(MembersService) private readonly directory: MembersService,
    @Inject(SessionsService) private readonly sessions: SessionsService,
  ) {}

  /** Refuses with platform_code_invalid, platform_code_used, platform_down, platform_refused, member_blocked. */
  async signIn(platform: Platform, code: string, deviceId: string): Promise<SessionView> {
    const login = this.logins.get(platform);
    if (!login) throw new Problem('platform_refused', { reason: platform });
    const known = await login.exchange(code);
    return this.db.tx(async () => {
      const proof = this.vault.index(`login:${platform}`, code);
      // Also where a platform would take a code twice, it counts once here.
      if (!(await this.proofs.useOnce(proof, `login:${platform}`, this.clock.now())))
        throw new Problem('platform_code_used');
      const identity = await this.recognise(platform, known);
      await this.directory.mustBeActive(identity.memberId);
      return this.sessions.open(identity.memberId, identity.id, platform, deviceId);
    });
  }

  /** The identity of this app, with its member; made where it is new. */
  private async recognise(platform: Platform, known: readonly PlatformIdentity[]): Promise<IdentityRow> {
    const now = this.clock.now();
    const rows = known.map((identity) => this.rowOf(platform, identity, now));
    const found: (IdentityRow | null)[] = [];
    for (const row of rows)
      found.push(await this.identities.find(row.platform, row.appId, row.kind, row.valueHash));
    // The identity of this app decides; else further evidence of the same owner's other apps.
    const memberId = found.find((row) => row !== null)?.memberId;
    const own = memberId
      ? await this.addTo(memberId, rows[0]!, found[0] ?? null)
      : await this.welcome(platform, rows[0]!);
    for (const [index, row] of rows.entries()) {
      if (index === 0 || found[index]?.memberId === own.memberId) continue;
      await this.addEvidence(own.memberId, row, found[index] ?? null);
    }
    return own;
  }

  private async addTo(memberId: string, row: IdentityRow, found: IdentityRow | null): Promise<IdentityRow> {
    if (found) return found;
    const added = { ...row, memberId };
    if (await this.identities.insertUnlessKnown(added)) return added;
    return this.mustFind(row);
  }

  /** A new member; where another request made one for the same identity first, that one. */
  private async welcome(platform: Platform, row: IdentityRow): Promise<IdentityRow> {
    const memberId = newId();
    try {
      return await this.db.attempt(async () => {
        await this.members.insert({
          id: memberId,
          nickname: null,
          createdFrom: platform,
          createdAt: this.clock.now(),
        });
        const own = { ...row, memberId };
        await this.identities.insert(own);
        await this.audit.record({
          action: 'member.signed_up',
          subject: 'member',
          subjectId: memberId,
          after: { platform, identity: row.valueMasked },
        });
        return own;
      });
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      return this.mustFind(row);
    }
  }

  /** Late evidence is added; evidence that names another member is for people to look at, never joined here. */
  private async addEvidence(memberId: string, row: IdentityRow, found: IdentityRow | null): Promise<void> {
    if (!found && (await this.identities.insertUnlessKnown({ ...row, memberId }))) return;
    const holder = found ?? (await this.mustFind(row));
    if (holder.memberId === memberId) return;
    const evidence = { kind: row.kind, platform: row.platform, value: row.valueMasked };
    await this.members.openReview(newId(), memberId, holder.memberId, evidence, this.clock.now());
  }

  private async mustFind(row: IdentityRow): Promise<IdentityRow> {
    const found = await this.identities.find(row.platform, row.appId, row.kind, row.valueHash);
    if (!found) throw new Error(`identity ${row.kind} is neither new nor known`);
    return found;
  }

  private rowOf(platform: Platform, identity: PlatformIdentity, now: Date): IdentityRow {
    return {
      id: newId(),
      memberId: '',
      platform,
      appId: identity.appId,
      kind: identity.kind,
      valueHash: this.vault.index(`identity:${identity.kind}`, identity.value),
      valueEnc: this.vault.seal(identity.value),
      valueMasked: maskValue(identity.value),
      verifiedBy: `${platform} sign-in`,
      firstSeenAt: now,
    };
  }
}
