/** Past sales of other channels, imported: their own goods, documents and lines, and every row refused. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Sales1760000000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table import_runs (
        id uuid primary key,
        channel text not null,
        file_name text not null,
        file_hash bytea not null,
        mapping jsonb not null,
        mapping_hash bytea not null,
        state text not null check (state in ('running', 'done', 'interrupted')),
        next_line integer not null default 1,
        lines integer not null default 0,
        accepted integer not null default 0,
        refused integer not null default 0,
        started_at timestamptz not null,
        finished_at timestamptz,
        unique (channel, file_hash, mapping_hash)
      );
      create table import_refusals (
        run_id uuid not null references import_runs (id),
        line integer not null,
        reason text not null,
        raw text not null,
        primary key (run_id, line)
      );

      create table sale_goods (
        id uuid primary key,
        channel text not null,
        code text not null,
        name text not null,
        product_id uuid references products (id),
        unique (channel, code)
      );

      create table sales (
        id uuid primary key,
        channel text not null,
        document_no text not null,
        kind text not null check (kind in ('sale', 'cancellation')),
        currency text not null,
        sold_at timestamptz not null,
        member_id uuid references members (id),
        card_no text,
        total_minor bigint not null,
        run_id uuid not null references import_runs (id),
        unique (channel, document_no)
      );
      create index sales_newest on sales (sold_at desc, id desc);
      create index sales_member on sales (member_id, sold_at desc);

      create table sale_lines (
        sale_id uuid not null references sales (id),
        /** The how-manieth line of its document: the same row in another export is the same row. */
        position integer not null,
        goods_id uuid not null references sale_goods (id),
        name text not null,
        quantity integer not null,
        unit_minor bigint not null,
        amount_minor bigint not null,
        primary key (sale_id, position),
        check (amount_minor = quantity * unit_minor)
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('not reversible: restore a backup');
  }
}
