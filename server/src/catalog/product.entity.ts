import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('products')
export class Product {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') code!: string;
  @Column('uuid', { name: 'category_id' }) categoryId!: string;
  /** The category and all above it, from the root. */
  @Column('uuid', { name: 'category_path', array: true }) categoryPath!: string[];
  @Column('text') name!: string;
  @Column('text') subtitle!: string;
  @Column('text') description!: string;
  @Column('text') kind!: 'durable' | 'consumable';
  @Column('text') picture!: string;
  @Column('text') plate!: 'plate' | 'plate2' | 'plate3';
  @Column('text', { name: 'option_names', array: true }) optionNames!: string[];
  @Column('boolean', { name: 'member_priced' }) memberPriced!: boolean;
  @Column('integer', { name: 'warranty_months', nullable: true }) warrantyMonths!: number | null;
  @Column('boolean', { name: 'needs_installation' }) needsInstallation!: boolean;
  @Column('integer', { name: 'repurchase_days', nullable: true }) repurchaseDays!: number | null;
  @Column('bigint', { name: 'from_fen' }) fromFen!: number;
  @Column('bigint', { name: 'to_fen' }) toFen!: number;
  @Column('integer') sold!: number;
  @Column('boolean', { name: 'on_sale' }) onSale!: boolean;
  @Column('integer') sort!: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
