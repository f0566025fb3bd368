/** Points: lots with their own ends, the entries that changed them, and the sum of what remains. */
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PointsEntryView } from '@tongdian/shared/contract/points.routes';

@Entity('points_accounts')
export class PointsAccount {
  @PrimaryColumn('uuid', { name: 'member_id' })
  memberId!: string;

  /** Sum of the remainders of all lots, pending ones included. */
  @Column('bigint')
  balance!: number;
}

@Entity('points_lots')
export class PointsLot {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'member_id' })
  memberId!: string;

  @Column('integer')
  amount!: number;

  @Column('integer')
  remaining!: number;

  @Column('text')
  cause!: string;

  @Column('timestamptz', { name: 'earned_at' })
  earnedAt!: Date;

  @Column('timestamptz', { name: 'usable_at' })
  usableAt!: Date;

  @Column('timestamptz', { name: 'expires_at', nullable: true })
  expiresAt!: Date | null;
}

@Entity('points_entries')
export class PointsEntry {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'member_id' })
  memberId!: string;

  @Column('uuid', { name: 'lot_id' })
  lotId!: string;

  @Column('text')
  kind!: PointsEntryView['kind'];

  @Column('integer')
  delta!: number;

  @Column('text')
  cause!: string;

  @Column('text')
  reason!: string;

  @Column('timestamptz')
  at!: Date;
}
