/** Who pays, in the platform's own words: the identity that this session was opened with. */
import { Inject, Injectable } from '@nestjs/common';
import type { MemberActor } from '../platform/context.js';
import { Database } from '../platform/database/database.js';
import { Problem } from '../platform/problem.js';
import { Vault } from '../platform/security/vault.js';

@Injectable()
export class Payers {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Vault) private readonly vault: Vault,
  ) {}

  /** openid, Alipay open_id or JD openId. Refuses with sign_in_needed when the identity is gone. */
  async of(who: MemberActor): Promise<string> {
    const row = await this.db.one<{ value_enc: Buffer }>(
      'select value_enc from member_identities where id = $1 and member_id = $2 and platform = $3',
      [who.identityId, who.memberId, who.platform],
    );
    if (!row) throw new Problem('sign_in_needed');
    return this.vault.open(row.value_enc);
  }
}
