import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A code that was read; nothing is used by it. */
@Entity('scans')
export class Scan {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'clerk_id' }) clerkId!: string;
  /** Made by the clerk's device: with it a retry is the same scan. */
  @Column('text') nonce!: string;
  @Column('uuid', { name: 'store_id' }) storeId!: string;
  @Column('uuid', { name: 'seed_id' }) seedId!: string;
  @Column('uuid', { name: 'member_id' }) memberId!: string;
  @Column('bigint') step!: number;
  @Column('text') entered!: 'scan' | 'typed';
  @Column('uuid', { name: 'coupon_id', nullable: true }) couponId!: string | null;
  @Column('timestamptz', { name: 'scanned_at' }) scannedAt!: Date;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date;
}

/** A scan that was confirmed: one for a scan, and one for a code. */
@Entity('redemptions')
export class Redemption {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'scan_id' }) scanId!: string;
  @Column('uuid', { name: 'seed_id' }) seedId!: string;
  @Column('bigint') step!: number;
  @Column('uuid', { name: 'member_id' }) memberId!: string;
  @Column('uuid', { name: 'clerk_id' }) clerkId!: string;
  @Column('uuid', { name: 'store_id' }) storeId!: string;
  @Column('text', { name: 'level_name' }) levelName!: string;
  @Column('bigint', { name: 'bill_fen', nullable: true }) billFen!: number | null;
  @Column('bigint', { name: 'off_fen' }) offFen!: number;
  @Column('timestamptz') at!: Date;
  @Column('timestamptz', { name: 'undone_at', nullable: true }) undoneAt!: Date | null;
  @Column('uuid', { name: 'undone_by', nullable: true }) undoneBy!: string | null;
  @Column('text', { name: 'undo_reason', nullable: true }) undoReason!: string | null;
}

@Entity('redemption_items')
export class RedemptionItem {
  @PrimaryColumn('uuid', { name: 'redemption_id' }) redemptionId!: string;
  @PrimaryColumn('text') kind!: 'coupon' | 'pickup';
  /** A coupon's or an order's id. */
  @PrimaryColumn('uuid', { name: 'subject_id' }) subjectId!: string;
  @Column('text') title!: string;
  @Column('bigint', { name: 'off_fen' }) offFen!: number;
}
