import type { CouponRule } from '@tongdian/shared/rules/coupon-rules';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('coupon_templates')
export class CouponTemplate {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') title!: string;
  @Column('text') state!: 'draft' | 'published' | 'stopped';
  @Column('integer') version!: number;
  @Column('integer', { name: 'total_count' }) totalCount!: number;
  /** Never written through this class: only by the guarded statement of claiming. */
  @Column({ type: 'integer', name: 'issued_count', insert: false, update: false }) issuedCount!: number;
  @Column('integer', { name: 'per_member' }) perMember!: number;
  @Column('timestamptz', { name: 'claim_from' }) claimFrom!: Date;
  @Column('timestamptz', { name: 'claim_until' }) claimUntil!: Date;
  @Column('boolean') claimable!: boolean;
  @Column('uuid', { name: 'created_by', nullable: true }) createdBy!: string | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}

/** What a coupon promises; frozen from publishing on. */
@Entity('coupon_template_versions')
export class CouponTemplateVersion {
  @PrimaryColumn('uuid', { name: 'template_id' }) templateId!: string;
  @PrimaryColumn('integer') version!: number;
  @Column('jsonb') rule!: CouponRule;
  @Column('integer', { name: 'valid_days' }) validDays!: number;
  @Column('text', { name: 'where_text' }) whereText!: string;
  @Column('text', { nullable: true }) note!: string | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
