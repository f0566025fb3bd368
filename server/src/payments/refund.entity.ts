import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RefundCause, RefundState } from './payment-rules.js';

@Entity('refunds')
export class Refund {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'payment_id' }) paymentId!: string;
  @Column('uuid', { name: 'order_id' }) orderId!: string;
  @Column('text', { name: 'out_refund_no' }) outRefundNo!: string;
  @Column('bigint', { name: 'amount_fen' }) amountFen!: number;
  @Column('text') state!: RefundState;
  @Column('text') reason!: string;
  @Column('text') cause!: RefundCause;
  @Column('text', { name: 'refund_no', nullable: true }) refundNo!: string | null;
  @Column('text', { nullable: true }) refusal!: string | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'done_at', nullable: true }) doneAt!: Date | null;
}
