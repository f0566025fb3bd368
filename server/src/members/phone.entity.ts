/** What proves a phone, what was used as proof, and what people must decide. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('phone_codes')
export class PhoneCode {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'member_id' })
  memberId!: string;

  @Column('bytea', { name: 'phone_hash' })
  phoneHash!: Buffer;

  @Column('bytea', { name: 'code_hash' })
  codeHash!: Buffer;

  @Column('integer', { name: 'tries_left' })
  triesLeft!: number;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;

  @Column('timestamptz', { name: 'used_at', nullable: true })
  usedAt!: Date | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}

@Entity('used_platform_proofs')
export class UsedPlatformProof {
  @PrimaryColumn('bytea', { name: 'proof_hash' })
  proofHash!: Buffer;

  @Column('text')
  kind!: string;

  @Column('timestamptz', { name: 'used_at' })
  usedAt!: Date;
}

@Entity('member_review_cases')
export class MemberReviewCase {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'member_id' })
  memberId!: string;

  @Column('uuid', { name: 'other_member_id' })
  otherMemberId!: string;

  @Column('jsonb')
  evidence!: Record<string, string>;

  @Column('text', { default: 'open' })
  state!: 'open' | 'merged' | 'dismissed';

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}
