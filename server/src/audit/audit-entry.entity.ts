/** One deed, as it was recorded. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('audit_entries')
export class AuditEntry {
  @PrimaryColumn('bigint')
  id!: number;

  @Column('timestamptz')
  at!: Date;

  @Column('text', { name: 'actor_kind' })
  actorKind!: 'member' | 'staff' | 'system' | 'platform';

  @Column('uuid', { name: 'actor_id', nullable: true })
  actorId!: string | null;

  @Column('text', { name: 'actor_name' })
  actorName!: string;

  @Column('text')
  action!: string;

  @Column('text')
  subject!: string;

  @Column('uuid', { name: 'subject_id', nullable: true })
  subjectId!: string | null;

  @Column('text', { name: 'subject_name', nullable: true })
  subjectName!: string | null;

  @Column('jsonb', { nullable: true })
  before!: unknown;

  @Column('jsonb', { nullable: true })
  after!: unknown;

  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('text', { name: 'request_id', nullable: true })
  requestId!: string | null;

  /** Place in the chain of seals, from 1, without a gap; null until sealed. */
  @Column('bigint', { name: 'seal_no', nullable: true })
  sealNo!: number | null;

  /** Over the hash before it and this entry's content. */
  @Column('bytea', { nullable: true })
  hash!: Buffer | null;
}
