/** Those who work for the brand, and where. */
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Role } from '@tongdian/shared/contract/permissions';

@Entity('staff')
export class Staff {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  login!: string;

  @Column('text')
  name!: string;

  @Column('text')
  role!: Role;

  @Column('text', { name: 'password_hash' })
  passwordHash!: string;

  @Column('integer', { name: 'failed_tries', default: 0 })
  failedTries!: number;

  @Column('timestamptz', { name: 'closed_until', nullable: true })
  closedUntil!: Date | null;

  @Column('timestamptz', { name: 'disabled_at', nullable: true })
  disabledAt!: Date | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}

@Entity('staff_stores')
export class StaffStore {
  @PrimaryColumn('uuid', { name: 'staff_id' })
  staffId!: string;

  @PrimaryColumn('uuid', { name: 'store_id' })
  storeId!: string;
}

@Entity('staff_sessions')
export class StaffSession {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'staff_id' })
  staffId!: string;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;

  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt!: Date | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}
