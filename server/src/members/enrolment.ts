/** Members whom the brand knew before they came: a phone that another of its systems verified. */
import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { newId } from '../platform/new-id.js';
import { maskPhone, Vault } from '../platform/security/vault.js';
import { IdentitiesRepository } from './identities.repository.js';
import { MembersRepository } from './members.repository.js';

export interface KnownPerson {
  nickname: string;
  phone: string;
  /** The system that knew the person: "till", "preview". */
  from: string;
  since: Date;
}

@Injectable()
export class Enrolment {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Vault) private readonly vault: Vault,
    @Inject(MembersRepository) private readonly members: MembersRepository,
    @Inject(IdentitiesRepository) private readonly identities: IdentitiesRepository,
  ) {}

  /** Gives the new member's id, or null when a living member holds the phone already: then nothing is changed. */
  enrol(person: KnownPerson): Promise<{ memberId: string; identityId: string } | null> {
    const { nickname, phone, from, since } = person;
    const hash = this.vault.index('phone', phone);
    return this.db.tx(async () => {
      if (await this.members.lockHolderOf(hash)) return null;
      const memberId = newId();
      await this.members.insert({ id: memberId, nickname, createdFrom: from, createdAt: since });
      const columns = { enc: this.vault.seal(phone), hash, tail: phone.slice(-4) };
      if (!(await this.members.setPhone(memberId, columns, since)))
        throw new Error('the phone was taken meanwhile');
      const identityId = newId();
      await this.identities.insert({
        id: identityId,
        memberId,
        platform: 'phone',
        appId: '',
        kind: 'phone',
        valueHash: hash,
        valueEnc: this.vault.seal(phone),
        valueMasked: maskPhone(phone),
        verifiedBy: from,
        firstSeenAt: since,
      });
      return { memberId, identityId };
    });
  }
}
