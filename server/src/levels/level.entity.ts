/** The steps of membership, and the ledger of growth that leads over them. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('levels')
export class Level {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('integer')
  rank!: number;

  @Column('text')
  name!: string;

  /** Growth from which it is held; the lowest level has 0. */
  @Column('integer')
  threshold!: number;

  @Column('integer', { name: 'member_price_bp' })
  memberPriceBp!: number;

  @Column('integer', { name: 'points_multiplier_bp' })
  pointsMultiplierBp!: number;
}

@Entity('growth_entries')
export class GrowthEntry {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'member_id' })
  memberId!: string;

  @Column('integer')
  delta!: number;

  @Column('text')
  cause!: string;

  @Column('text')
  reason!: string;

  @Column('timestamptz')
  at!: Date;
}
