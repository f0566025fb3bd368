/** Members as the features above know them: who somebody is, in words and masked, and how he pays. */
import { Inject, Injectable } from '@nestjs/common';
import type { Platform } from '@tongdian/shared/kernel/platforms';
import type { AddressView, MeView } from '@tongdian/shared/contract/members.routes';
import { Audit } from '../platform/audit.js';
import type { MemberActor } from '../platform/context.js';
import { Database } from '../platform/database/database.js';
import { Problem } from '../platform/problem.js';
import { maskPhone, Vault } from '../platform/security/vault.js';
import { AddressesService } from './addresses.service.js';
import { IdentitiesRepository } from './identities.repository.js';
import type { IdentityBrief, MemberBrief } from './member-brief.js';
import { MemberParts } from './member-parts.js';
import { MembersRepository, type MemberRow } from './members.repository.js';
import { meView } from './members.views.js';

@Injectable()
export class MembersService {
  constructor(
    @Inject(MembersRepository) private readonly members: MembersRepository,
    @Inject(IdentitiesRepository) private readonly identities: IdentitiesRepository,
    @Inject(AddressesService) private readonly addresses: AddressesService,
    @Inject(MemberParts) private readonly parts: MemberParts,
    @Inject(Database) private readonly db: Database,
    @Inject(Vault) private readonly vault: Vault,
    @Inject(Audit) private readonly audit: Audit,
  ) {}

  async me(memberId: string, platform: Platform): Promise<MeView> {
    const row = await this.members.byId(memberId);
    if (!row) throw new Problem('session_over');
    return meView(row, this.phoneMasked(row), platform, await this.parts.show(memberId));
  }

  async rename(who: MemberActor, nickname: string): Promise<MeView> {
    await this.db.tx(async () => {
      const before = await this.members.byId(who.memberId);
      if (before?.nickname === nickname) return;
      await this.members.rename(who.memberId, nickname);
      await this.audit.record({ action: 'member.renamed', subject: 'member', subjectId: who.memberId });
    });
    return this.me(who.memberId, who.platform);
  }

  /** Null when there is no such member. */
  async brief(memberId: string): Promise<MemberBrief | null> {
    return (await this.briefs([memberId])).get(memberId) ?? null;
  }

  async briefs(memberIds: readonly string[]): Promise<Map<string, MemberBrief>> {
    const rows = await this.members.byIds(memberIds);
    return new Map(rows.map((row) => [row.id, this.briefOf(row)]));
  }

  async identitiesOf(memberId: string): Promise<IdentityBrief[]> {
    const rows = await this.identities.of(memberId);
    return rows.map(({ platform, kind, valueMasked, verifiedBy, firstSeenAt }) => ({
      platform,
      kind,
      valueMasked,
      verifiedBy,
      firstSeenAt: firstSeenAt.toISOString(),
    }));
  }

  /** The id under which the platform of this session knows the caller: openid, open_id or JD's openId. */
  async payerOf(who: MemberActor): Promise<string> {
    const identity = await this.identities.byId(who.identityId);
    if (!identity) throw new Problem('session_over');
    return this.vault.open(identity.valueEnc);
  }

  /** Where an order is sent, to be kept with it as it was. Refuses with not_found. */
  addressForOrder(memberId: string, addressId: string): Promise<AddressView> {
    return this.addresses.get(memberId, addressId);
  }

  /** Refuses with phone_needed. */
  async mustHavePhone(memberId: string): Promise<void> {
    const row = await this.members.byId(memberId);
    if (!row?.phoneHash) throw new Problem('phone_needed');
  }

  /** Refuses with member_blocked or session_over. */
  async mustBeActive(memberId: string): Promise<void> {
    const row = await this.members.byId(memberId);
    if (row?.status === 'blocked') throw new Problem('member_blocked');
    if (row?.status !== 'active') throw new Problem('session_over');
  }

  /** Takes the member's row to the end of the transaction: ledgers of one member are written one after the other. */
  async lock(memberId: string): Promise<void> {
    if (!(await this.members.lock(memberId))) throw new Problem('member_not_found');
  }

  /** For the growth ledger of levels, in its transaction. Gives the growth before and after. */
  async addGrowth(memberId: string, delta: number): Promise<{ before: number; after: number }> {
    const row = await this.members.lock(memberId);
    if (!row) throw new Problem('member_not_found');
    return { before: row.growth, after: await this.members.addGrowth(memberId, delta) };
  }

  async growthOf(memberId: string): Promise<number> {
    return (await this.members.byId(memberId))?.growth ?? 0;
  }

  /** By which index a phone or an identity is found again; the features above hold no key. */
  phoneIndex(phone: string): Buffer {
    return this.vault.index('phone', phone);
  }

  cardIndex(cardNo: string): Buffer {
    return this.vault.index('identity:card', cardNo);
  }

  private briefOf(row: MemberRow): MemberBrief {
    const { phoneEnc: _phoneEnc, phoneHash: _phoneHash, ...brief } = row;
    return { ...brief, phoneMasked: this.phoneMasked(row) };
  }

  private phoneMasked(row: MemberRow): string | null {
    return row.phoneEnc ? maskPhone(this.vault.open(row.phoneEnc)) : null;
  }
}
