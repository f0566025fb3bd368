/** Growth, points and coupons: each a ledger with a unique cause, balances checked against it. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Benefits1760000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table growth_entries (
        id uuid primary key,
        member_id uuid not null references members (id),
        delta integer not null,
        cause text not null,
        reason text not null,
        at timestamptz not null,
        unique (member_id, cause)
      );
      create index growth_entries_newest on growth_entries (member_id, at desc);

      create table points_accounts (
        member_id uuid primary key references members (id),
        /** Sum of the remainders of all lots, pending ones included. */
        balance bigint not null default 0 check (balance >= 0)
      );
      create table points_lots (
        id uuid primary key,
        member_id uuid not null references members (id),
        amount integer not null check (amount > 0),
        remaining integer not null check (remaining >= 0 and remaining <= amount),
        cause text not null,
        earned_at timestamptz not null,
        usable_at timestamptz not null,
        expires_at timestamptz,
        unique (member_id, cause)
      );
      create index points_lots_open on points_lots (member_id, expires_at) where remaining > 0;
      create table points_entries (
        id uuid primary key,
        member_id uuid not null references members (id),
        lot_id uuid not null references points_lots (id),
        kind text not null check (kind in ('earn', 'spend', 'expire', 'clawback', 'return', 'adjust')),
        delta integer not null check (delta <> 0),
        cause text not null,
        reason text not null,
        at timestamptz not null,
        unique (member_id, lot_id, kind, cause)
      );
      create index points_entries_newest on points_entries (member_id, at desc, id desc);

      create table coupon_templates (
        id uuid primary key,
        title text not null,
        state text not null default 'draft' check (state in ('draft', 'published', 'stopped')),
        version integer not null default 1,
        total_count integer not null check (total_count > 0),
        /** Only ever raised by a guarded statement: the limit of limits. */
        issued_count integer not null default 0 check (issued_count >= 0 and issued_count <= total_count),
        per_member integer not null check (per_member > 0),
        claim_from timestamptz not null,
        claim_until timestamptz not null,
        claimable boolean not null,
        created_by uuid references staff (id),
        created_at timestamptz not null,
        check (claim_from < claim_until)
      );
      create index coupon_templates_newest on coupon_templates (created_at desc, id desc);

      /** What a coupon promises; an issued coupon keeps the version it was issued under. */
      create table coupon_template_versions (
        template_id uuid not null references coupon_templates (id),
        version integer not null,
        rule jsonb not null,
        valid_days integer not null,
        where_text text not null,
        note text,
        created_at timestamptz not null,
        primary key (template_id, version)
      );

      /** How many a member ever took of a template; it survives a merge, so nothing can be claimed again. */
      create table coupon_takings (
        member_id uuid not null references members (id),
        template_id uuid not null references coupon_templates (id),
        taken integer not null check (taken > 0),
        primary key (member_id, template_id)
      );

      create table coupons (
        id uuid primary key,
        member_id uuid not null references members (id),
        template_id uuid not null references coupon_templates (id),
        template_version integer not null,
        state text not null default 'issued' check (state in ('issued', 'locked', 'used', 'expired', 'revoked')),
        valid_from timestamptz not null,
        valid_until timestamptz not null,
        claimed_via text not null,
        claimed_at timestamptz not null,
        locked_by uuid,
        locked_until timestamptz,
        used_at timestamptz,
        used_where text,
        used_by_order uuid,
        used_at_store uuid references stores (id),
        off_fen bigint,
        foreign key (template_id, template_version) references coupon_template_versions (template_id, version),
        check ((state = 'locked') = (locked_by is not null)),
        check ((state = 'used') = (used_at is not null))
      );
      create index coupons_wallet on coupons (member_id, state, valid_until);
      create index coupons_by_template on coupons (template_id, claimed_at desc, id desc);

      create table coupon_entries (
        id uuid primary key,
        coupon_id uuid not null references coupons (id),
        member_id uuid not null,
        kind text not null check (kind in ('issued', 'locked', 'released', 'used', 'returned', 'expired', 'revoked')),
        cause text not null,
        off_fen bigint,
        at timestamptz not null,
        unique (coupon_id, kind, cause)
      );
      create index coupon_entries_member on coupon_entries (member_id, at desc);
      -- One cause (a claim, a gift of the house) issues one coupon.
      create unique index coupon_entries_issued_once on coupon_entries (member_id, cause) where kind = 'issued';
    `);
  }

  async down(): Promise<void> {
    throw new Error('not reversible: restore a backup');
  }
}
