import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('skus')
export class Sku {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'product_id' }) productId!: string;
  @Column('text') code!: string;
  @Column('text', { nullable: true }) barcode!: string | null;
  @Column('jsonb') options!: Record<string, string>;
  @Column('bigint', { name: 'list_price_fen' }) listPriceFen!: number;
  @Column('text') picture!: string;
  @Column('boolean', { name: 'on_sale' }) onSale!: boolean;
  @Column('integer') sort!: number;
}
