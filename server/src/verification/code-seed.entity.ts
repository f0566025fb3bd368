import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a device makes rotating codes of: of a member, or of one coupon. */
@Entity('code_seeds')
export class CodeSeed {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') handle!: string;
  @Column('uuid', { name: 'member_id' }) memberId!: string;
  @Column('text', { name: 'device_id' }) deviceId!: string;
  @Column('uuid', { name: 'coupon_id', nullable: true }) couponId!: string | null;
  @Column('bytea', { name: 'secret_enc' }) secretEnc!: Buffer;
  @Column('integer', { name: 'wrong_tries' }) wrongTries!: number;
  @Column('timestamptz', { name: 'wrong_at', nullable: true }) wrongAt!: Date | null;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date;
  @Column('timestamptz', { name: 'revoked_at', nullable: true }) revokedAt!: Date | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
