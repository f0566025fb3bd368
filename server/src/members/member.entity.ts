/** Members and how they are known. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

export type MemberStatus = 'active' | 'blocked' | 'merged' | 'erased';

@Entity('members')
export class Member {
  @PrimaryColumn('uuid')
  id!: string;

  /** Counted by the database. */
  @Column({ type: 'text', name: 'member_no', insert: false })
  memberNo!: string;

  @Column('text', { nullable: true })
  nickname!: string | null;

  @Column('bytea', { name: 'phone_enc', nullable: true })
  phoneEnc!: Buffer | null;

  @Column('bytea', { name: 'phone_hash', nullable: true })
  phoneHash!: Buffer | null;

  @Column('text', { name: 'phone_tail', nullable: true })
  phoneTail!: string | null;

  @Column('timestamptz', { name: 'phone_verified_at', nullable: true })
  phoneVerifiedAt!: Date | null;

  @Column('text')
  status!: MemberStatus;

  @Column('uuid', { name: 'merged_into', nullable: true })
  mergedInto!: string | null;

  /** Sum of the growth ledger; only levels changes it, through MembersService.addGrowth. */
  @Column('integer', { default: 0 })
  growth!: number;

  /** "wechat", "alipay", "jd", "import:<channel>", "demo". */
  @Column('text', { name: 'created_from' })
  createdFrom!: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}

/** One piece of verified evidence: unique in platform, app, kind and value. */
@Entity('member_identities')
export class MemberIdentity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'member_id' })
  memberId!: string;

  /** A platform, or "import". */
  @Column('text')
  platform!: string;

  /** The app it holds in; "*" = all apps of the owner; for a card the channel it came from. */
  @Column('text', { name: 'app_id' })
  appId!: string;

  @Column('text')
  kind!: string;

  @Column('bytea', { name: 'value_hash' })
  valueHash!: Buffer;

  @Column('bytea', { name: 'value_enc' })
  valueEnc!: Buffer;

  @Column('text', { name: 'value_masked' })
  valueMasked!: string;

  @Column('text', { name: 'verified_by' })
  verifiedBy!: string;

  @Column('timestamptz', { name: 'first_seen_at' })
  firstSeenAt!: Date;
}

@Entity('member_sessions')
export class MemberSession {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'member_id' })
  memberId!: string;

  @Column('uuid', { name: 'identity_id' })
  identityId!: string;

  @Column('text')
  platform!: string;

  @Column('text', { name: 'device_id' })
  deviceId!: string;

  @Column('bytea', { name: 'refresh_hash' })
  refreshHash!: Buffer;

  @Column('bytea', { name: 'previous_hash', nullable: true })
  previousHash!: Buffer | null;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;

  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt!: Date | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}

@Entity('member_addresses')
export class MemberAddress {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'member_id' })
  memberId!: string;

  @Column('bytea', { name: 'content_enc' })
  contentEnc!: Buffer;

  @Column('boolean', { name: 'is_default' })
  isDefault!: boolean;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'removed_at', nullable: true })
  removedAt!: Date | null;
}
