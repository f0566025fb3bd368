/** What is sold, and how much of it there is, by place. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Catalog1760000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table categories (
        id uuid primary key,
        code text not null unique,
        parent_id uuid references categories (id),
        /** Ids from the root down to this one. */
        path uuid[] not null,
        name text not null,
        picture text,
        sort integer not null default 0
      );

      create table products (
        id uuid primary key,
        code text not null unique,
        category_id uuid not null references categories (id),
        category_path uuid[] not null,
        name text not null,
        subtitle text not null,
        description text not null,
        kind text not null check (kind in ('durable', 'consumable')),
        picture text not null,
        plate text not null default 'plate',
        option_names text[] not null default '{}',
        member_priced boolean not null default true,
        warranty_months integer,
        needs_installation boolean not null default false,
        repurchase_days integer,
        from_fen bigint not null,
        to_fen bigint not null,
        sold integer not null default 0,
        on_sale boolean not null default true,
        sort integer not null default 0,
        created_at timestamptz not null
      );
      create index products_by_sort on products (sort, id) where on_sale;
      create index products_by_path on products using gin (category_path) where on_sale;
      create index products_by_name on products using gin ((name || ' ' || subtitle) gin_trgm_ops) where on_sale;

      create table skus (
        id uuid primary key,
        product_id uuid not null references products (id),
        code text not null unique,
        barcode text,
        options jsonb not null default '{}',
        list_price_fen bigint not null check (list_price_fen >= 0),
        picture text not null,
        on_sale boolean not null default true,
        sort integer not null default 0
      );
      create index skus_product on skus (product_id, sort);

      create table stock_places (
        id uuid primary key,
        kind text not null check (kind in ('warehouse', 'store')),
        store_id uuid unique references stores (id),
        name text not null
      );

      create table stock (
        sku_id uuid not null references skus (id),
        place_id uuid not null references stock_places (id),
        on_hand integer not null check (on_hand >= 0),
        reserved integer not null default 0 check (reserved >= 0 and reserved <= on_hand),
        primary key (sku_id, place_id)
      );
      create table stock_entries (
        id uuid primary key,
        sku_id uuid not null,
        place_id uuid not null,
        kind text not null check (kind in ('receive', 'reserve', 'release', 'deduct', 'return', 'adjust')),
        on_hand_delta integer not null,
        reserved_delta integer not null,
        cause text not null,
        at timestamptz not null,
        unique (sku_id, place_id, kind, cause)
      );

      create table cart_lines (
        member_id uuid not null references members (id),
        sku_id uuid not null references skus (id),
        quantity integer not null check (quantity between 1 and 99),
        selected boolean not null default true,
        added_at timestamptz not null,
        primary key (member_id, sku_id)
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('not reversible: restore a backup');
  }
}
