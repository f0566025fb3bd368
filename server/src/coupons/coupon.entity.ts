import type { CouponState } from '@tongdian/shared/contract/coupons.routes';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('coupons')
export class Coupon {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'member_id' }) memberId!: string;
  @Column('uuid', { name: 'template_id' }) templateId!: string;
  @Column('integer', { name: 'template_version' }) templateVersion!: number;
  @Column('text') state!: CouponState;
  @Column('timestamptz', { name: 'valid_from' }) validFrom!: Date;
  @Column('timestamptz', { name: 'valid_until' }) validUntil!: Date;
  @Column('text', { name: 'claimed_via' }) claimedVia!: string;
  @Column('timestamptz', { name: 'claimed_at' }) claimedAt!: Date;
  @Column('uuid', { name: 'locked_by', nullable: true }) lockedBy!: string | null;
  @Column('timestamptz', { name: 'locked_until', nullable: true }) lockedUntil!: Date | null;
  @Column('timestamptz', { name: 'used_at', nullable: true }) usedAt!: Date | null;
  @Column('text', { name: 'used_where', nullable: true }) usedWhere!: string | null;
  @Column('uuid', { name: 'used_by_order', nullable: true }) usedByOrder!: string | null;
  @Column('uuid', { name: 'used_at_store', nullable: true }) usedAtStore!: string | null;
  @Column('bigint', { name: 'off_fen', nullable: true }) offFen!: number | null;
}

@Entity('coupon_takings')
export class CouponTaking {
  @PrimaryColumn('uuid', { name: 'member_id' }) memberId!: string;
  @PrimaryColumn('uuid', { name: 'template_id' }) templateId!: string;
  @Column('integer') taken!: number;
}

/** The ledger: each step of a coupon's life once for its cause. */
@Entity('coupon_entries')
export class CouponEntry {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'coupon_id' }) couponId!: string;
  @Column('uuid', { name: 'member_id' }) memberId!: string;
  @Column('text') kind!: 'issued' | 'locked' | 'released' | 'used' | 'returned' | 'expired' | 'revoked';
  @Column('text') cause!: string;
  @Column('bigint', { name: 'off_fen', nullable: true }) offFen!: number | null;
  @Column('timestamptz') at!: Date;
}
