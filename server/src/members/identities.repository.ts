/** Every statement about what members are known by. */
import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';

export interface IdentityRow {
  id: string;
  memberId: string;
  platform: string;
  appId: string;
  kind: string;
  valueHash: Buffer;
  valueEnc: Buffer;
  valueMasked: string;
  verifiedBy: string;
  firstSeenAt: Date;
}

const IDENTITY = `select id, member_id as "memberId", platform, app_id as "appId", kind, value_hash as "valueHash",
  value_enc as "valueEnc", value_masked as "valueMasked", verified_by as "verifiedBy",
  first_seen_at as "firstSeenAt" from member_identities`;

@Injectable()
export class IdentitiesRepository {
  constructor(@Inject(Database) private readonly db: Database) {}

  byId(id: string): Promise<IdentityRow | null> {
    return this.db.one<IdentityRow>(`${IDENTITY} where id = $1`, [id]);
  }

  of(memberId: string): Promise<IdentityRow[]> {
    return this.db.rows<IdentityRow>(`${IDENTITY} where member_id = $1 order by first_seen_at, id`, [
      memberId,
    ]);
  }

  find(platform: string, appId: string, kind: string, valueHash: Buffer): Promise<IdentityRow | null> {
    return this.db.one<IdentityRow>(
      `${IDENTITY} where platform = $1 and app_id = $2 and kind = $3 and value_hash = $4`,
      [platform, appId, kind, valueHash],
    );
  }

  findMany(platform: string, appId: string, kind: string, hashes: readonly Buffer[]): Promise<IdentityRow[]> {
    return this.db.rows<IdentityRow>(
      `${IDENTITY} where platform = $1 and app_id = $2 and kind = $3 and value_hash = any($4)`,
      [platform, appId, kind, hashes],
    );
  }

  /** Throws unique_violation when somebody is known by it already. */
  async insert(row: IdentityRow): Promise<void> {
    await this.write(row, '');
  }

  /** False when somebody is known by it already. */
  async insertUnlessKnown(row: IdentityRow): Promise<boolean> {
    return (await this.write(row, 'on conflict (platform, app_id, kind, value_hash) do nothing')) === 1;
  }

  async moveAll(from: string, into: string): Promise<void> {
    await this.db.run('update member_identities set member_id = $2 where member_id = $1', [from, into]);
  }

  private write(row: IdentityRow, onConflict: string): Promise<number> {
    return this.db.run(
      `insert into member_identities (id, member_id, platform, app_id, kind, value_hash, value_enc, value_masked, verified_by, first_seen_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ${onConflict}`,
      [
        row.id,
        row.memberId,
        row.platform,
        row.appId,
        row.kind,
        row.valueHash,
        row.valueEnc,
        row.valueMasked,
        row.verifiedBy,
        row.firstSeenAt,
      ],
    );
  }
}
