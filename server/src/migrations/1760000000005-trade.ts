/** Orders, payments, refunds; the counter's codes, scans and redemptions. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Trade1760000000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table orders (
        id uuid primary key,
        order_no text not null unique,
        member_id uuid not null references members (id),
        platform text not null,
        state text not null,
        list_fen bigint not null check (list_fen >= 0),
        goods_fen bigint not null check (goods_fen >= 0),
        shipping_fen bigint not null check (shipping_fen >= 0),
        payable_fen bigint not null check (payable_fen >= 0),
        saved_fen bigint not null,
        earns_points integer not null,
        steps jsonb not null,
        coupon_id uuid references coupons (id),
        coupon_title text,
        level_id uuid references levels (id),
        delivery_kind text not null check (delivery_kind in ('ship', 'pickup')),
        place_id uuid not null references stock_places (id),
        store_id uuid references stores (id),
        address_enc bytea,
        note text,
        created_at timestamptz not null,
        pay_before timestamptz,
        paid_at timestamptz,
        completed_at timestamptz,
        check (payable_fen = goods_fen + shipping_fen),
        check ((delivery_kind = 'pickup') = (store_id is not null))
      );
      create index orders_member on orders (member_id, created_at desc, id desc);
      create index orders_newest on orders (created_at desc, id desc);
      create index orders_pickups on orders (store_id, state) where delivery_kind = 'pickup';
      create index orders_unpaid on orders (pay_before) where state = 'awaiting_payment';

      create table order_lines (
        id uuid primary key,
        order_id uuid not null references orders (id),
        position integer not null,
        sku_id uuid not null references skus (id),
        product_id uuid not null references products (id),
        name text not null,
        options jsonb not null,
        picture text not null,
        plate text not null,
        quantity integer not null check (quantity > 0),
        unit_list_fen bigint not null,
        list_fen bigint not null,
        member_off_fen bigint not null,
        coupon_off_fen bigint not null,
        payable_fen bigint not null check (payable_fen >= 0),
        unique (order_id, position),
        check (list_fen = unit_list_fen * quantity),
        check (payable_fen = list_fen - member_off_fen - coupon_off_fen)
      );

      create table order_events (
        id uuid primary key,
        order_id uuid not null references orders (id),
        from_state text,
        to_state text not null,
        event text not null,
        actor_kind text not null,
        actor_id uuid,
        actor_name text not null,
        cause text not null,
        at timestamptz not null,
        unique (order_id, event, cause)
      );

      create table payments (
        id uuid primary key,
        order_id uuid not null references orders (id),
        member_id uuid not null references members (id),
        platform text not null,
        out_trade_no text not null unique,
        amount_fen bigint not null check (amount_fen > 0),
        state text not null check (state in ('intended', 'open', 'unknown', 'paid', 'closed', 'failed')),
        /** Who pays, as a blind index: the openid itself stands sealed with the member. */
        payer text not null,
        /** With number, amount and payer: what was asked for. A repeat must ask for the very same. */
        description text not null default '',
        expires_at timestamptz,
        /** When the platform was last asked about it: not more often than every two seconds. */
        asked_at timestamptz,
        /** Why it failed, in the platform's code, or what about it does not agree. */
        refusal text,
        /** What the app hands to the platform; kept so that a second tap goes on with the same payment. */
        params jsonb,
        params_until timestamptz,
        transaction_no text,
        paid_at timestamptz,
        created_at timestamptz not null,
        unique (platform, transaction_no)
      );
      -- An order has one living payment: two devices paying it meet here.
      create unique index payments_one_living on payments (order_id) where state in ('intended', 'open', 'unknown');
      create index payments_order on payments (order_id);

      create table refunds (
        id uuid primary key,
        payment_id uuid not null references payments (id),
        order_id uuid not null references orders (id),
        out_refund_no text not null unique,
        amount_fen bigint not null check (amount_fen > 0),
        state text not null check (state in ('intended', 'processing', 'unknown', 'done', 'failed')),
        reason text not null,
        cause text not null,
        refund_no text,
        refusal text,
        created_at timestamptz not null,
        done_at timestamptz,
        unique (payment_id, cause)
      );

      create table code_seeds (
        id uuid primary key,
        handle text not null,
        member_id uuid not null references members (id),
        device_id text not null,
        coupon_id uuid references coupons (id),
        secret_enc bytea not null,
        wrong_tries integer not null default 0,
        wrong_at timestamptz,
        expires_at timestamptz not null,
        revoked_at timestamptz,
        created_at timestamptz not null
      );
      -- Six digits are few: a handle is free again when its seed is done with.
      create unique index code_seeds_handle on code_seeds (handle) where revoked_at is null;
      create unique index code_seeds_one on code_seeds (member_id, device_id, coalesce(coupon_id, '00000000-0000-0000-0000-000000000000')) where revoked_at is null;

      create table scans (
        id uuid primary key,
        clerk_id uuid not null references staff (id),
        nonce text not null,
        store_id uuid not null references stores (id),
        seed_id uuid not null references code_seeds (id),
        member_id uuid not null references members (id),
        step bigint not null,
        entered text not null,
        coupon_id uuid,
        scanned_at timestamptz not null,
        expires_at timestamptz not null,
        unique (clerk_id, nonce)
      );
      create index scans_store_day on scans (store_id, scanned_at);

      /** Codes that were none, by clerk: whoever brings too many is stopped. */
      create table scan_refusals (
        id uuid primary key,
        clerk_id uuid not null references staff (id),
        store_id uuid not null references stores (id),
        handle text not null,
        refusal text not null,
        at timestamptz not null
      );
      create index scan_refusals_clerk on scan_refusals (clerk_id, at);

      create table redemptions (
        id uuid primary key,
        scan_id uuid not null unique references scans (id),
        seed_id uuid not null,
        step bigint not null,
        member_id uuid not null references members (id),
        clerk_id uuid not null references staff (id),
        store_id uuid not null references stores (id),
        /** The level held then. */
        level_name text not null,
        bill_fen bigint,
        off_fen bigint not null,
        at timestamptz not null,
        undone_at timestamptz,
        undone_by uuid references staff (id),
        undo_reason text,
        -- A code is good for one redemption.
        unique (seed_id, step)
      );
      create index redemptions_store_day on redemptions (store_id, at desc);
      create index redemptions_member on redemptions (member_id, at desc);

      create table redemption_items (
        redemption_id uuid not null references redemptions (id),
        kind text not null check (kind in ('coupon', 'pickup')),
        subject_id uuid not null,
        title text not null,
        off_fen bigint not null,
        primary key (redemption_id, kind, subject_id)
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('not reversible: restore a backup');
  }
}
