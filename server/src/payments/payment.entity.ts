import type { PaymentParams } from '@tongdian/shared/contract/orders.routes';
import type { Platform } from '@tongdian/shared/kernel/platforms';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PaymentState } from './payment-rules.js';

@Entity('payments')
export class Payment {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'order_id' }) orderId!: string;
  @Column('uuid', { name: 'member_id' }) memberId!: string;
  @Column('text') platform!: Platform;
  @Column('text', { name: 'out_trade_no' }) outTradeNo!: string;
  @Column('bigint', { name: 'amount_fen' }) amountFen!: number;
  @Column('text') state!: PaymentState;
  /** Blind index of who pays, never the openid itself. */
  @Column('text') payer!: string;
  @Column('text') description!: string;
  @Column('timestamptz', { name: 'expires_at', nullable: true }) expiresAt!: Date | null;
  @Column('timestamptz', { name: 'asked_at', nullable: true }) askedAt!: Date | null;
  @Column('text', { nullable: true }) refusal!: string | null;
  @Column('jsonb', { nullable: true }) params!: PaymentParams | null;
  @Column('timestamptz', { name: 'params_until', nullable: true }) paramsUntil!: Date | null;
  @Column('text', { name: 'transaction_no', nullable: true }) transactionNo!: string | null;
  @Column('timestamptz', { name: 'paid_at', nullable: true }) paidAt!: Date | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
