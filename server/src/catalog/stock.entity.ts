import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('stock_places')
export class StockPlace {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') kind!: 'warehouse' | 'store';
  @Column('uuid', { name: 'store_id', nullable: true }) storeId!: string | null;
  @Column('text') name!: string;
}

@Entity('stock')
export class Stock {
  @PrimaryColumn('uuid', { name: 'sku_id' }) skuId!: string;
  @PrimaryColumn('uuid', { name: 'place_id' }) placeId!: string;
  @Column('integer', { name: 'on_hand' }) onHand!: number;
  @Column('integer') reserved!: number;
}
