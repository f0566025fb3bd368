import type { DeliveryKind } from '@tongdian/shared/contract/orders.dto';
import type { Platform } from '@tongdian/shared/kernel/platforms';
import type { OrderState } from '@tongdian/shared/rules/order-states';
import type { PriceStep } from '@tongdian/shared/rules/pricing';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('orders')
export class Order {
  @PrimaryColumn('uuid') id!: string;
  @Column('text', { name: 'order_no' }) orderNo!: string;
  @Column('uuid', { name: 'member_id' }) memberId!: string;
  @Column('text') platform!: Platform;
  @Column('text') state!: OrderState;
  @Column('bigint', { name: 'list_fen' }) listFen!: number;
  @Column('bigint', { name: 'goods_fen' }) goodsFen!: number;
  @Column('bigint', { name: 'shipping_fen' }) shippingFen!: number;
  @Column('bigint', { name: 'payable_fen' }) payableFen!: number;
  @Column('bigint', { name: 'saved_fen' }) savedFen!: number;
  @Column('integer', { name: 'earns_points' }) earnsPoints!: number;
  @Column('jsonb') steps!: PriceStep[];
  @Column('uuid', { name: 'coupon_id', nullable: true }) couponId!: string | null;
  @Column('text', { name: 'coupon_title', nullable: true }) couponTitle!: string | null;
  @Column('uuid', { name: 'level_id', nullable: true }) levelId!: string | null;
  @Column('text', { name: 'delivery_kind' }) deliveryKind!: DeliveryKind;
  @Column('uuid', { name: 'place_id' }) placeId!: string;
  @Column('uuid', { name: 'store_id', nullable: true }) storeId!: string | null;
  @Column('bytea', { name: 'address_enc', nullable: true }) addressEnc!: Buffer | null;
  @Column('text', { nullable: true }) note!: string | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'pay_before', nullable: true }) payBefore!: Date | null;
  @Column('timestamptz', { name: 'paid_at', nullable: true }) paidAt!: Date | null;
  @Column('timestamptz', { name: 'completed_at', nullable: true }) completedAt!: Date | null;
}

@Entity('order_lines')
export class OrderLine {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'order_id' }) orderId!: string;
  @Column('integer') position!: number;
  @Column('uuid', { name: 'sku_id' }) skuId!: string;
  @Column('uuid', { name: 'product_id' }) productId!: string;
  @Column('text') name!: string;
  @Column('jsonb') options!: Record<string, string>;
  @Column('text') picture!: string;
  @Column('text') plate!: 'plate' | 'plate2' | 'plate3';
  @Column('integer') quantity!: number;
  @Column('bigint', { name: 'unit_list_fen' }) unitListFen!: number;
  @Column('bigint', { name: 'list_fen' }) listFen!: number;
  @Column('bigint', { name: 'member_off_fen' }) memberOffFen!: number;
  @Column('bigint', { name: 'coupon_off_fen' }) couponOffFen!: number;
  @Column('bigint', { name: 'payable_fen' }) payableFen!: number;
}

@Entity('order_events')
export class OrderEventRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'order_id' }) orderId!: string;
  @Column('text', { name: 'from_state', nullable: true }) fromState!: OrderState | null;
  @Column('text', { name: 'to_state' }) toState!: OrderState;
  @Column('text') event!: string;
  @Column('text', { name: 'actor_kind' }) actorKind!: string;
  @Column('uuid', { name: 'actor_id', nullable: true }) actorId!: string | null;
  @Column('text', { name: 'actor_name' }) actorName!: string;
  @Column('text') cause!: string;
  @Column('timestamptz') at!: Date;
}
