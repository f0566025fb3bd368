/**
 * The chain of seals has its own count: entries are made by transactions that end in another order than they
 * began. And an entry stays as it was recorded, whoever asks.
 */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AuditSeals1760000000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table audit_entries add column seal_no bigint unique;
      alter table audit_entries add check ((hash is null) = (seal_no is null));

      create function audit_entries_stay() returns trigger language plpgsql as $$
      begin
        if tg_op = 'DELETE' then raise exception 'audit entries are never deleted'; end if;
        if old.hash is not null
           or to_jsonb(new) - 'hash' - 'seal_no' is distinct from to_jsonb(old) - 'hash' - 'seal_no'
        then raise exception 'audit entries are never changed'; end if;
        return new;
      end $$;
      create trigger audit_entries_stay before update or delete on audit_entries
        for each row execute function audit_entries_stay();
    `);
  }

  async down(): Promise<void> {
    throw new Error('not reversible: restore a backup');
  }
}
