/** Members, how they are known, their sessions; staff, stores, and the audit of what everybody did. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class People1760000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create extension if not exists pg_trgm;

      create table stores (
        id uuid primary key,
        code text not null unique,
        name text not null,
        city text not null,
        district text not null,
        address text not null,
        phone text not null,
        lng double precision not null,
        lat double precision not null,
        opens_at text not null,
        closes_at text not null,
        picture text not null,
        sort integer not null default 0,
        open boolean not null default true
      );

      create table levels (
        id uuid primary key,
        rank integer not null unique,
        name text not null,
        threshold integer not null check (threshold >= 0),
        member_price_bp integer not null check (member_price_bp between 1 and 10000),
        points_multiplier_bp integer not null check (points_multiplier_bp between 0 and 1000000)
      );

      create sequence member_numbers start 10000001;

      create table members (
        id uuid primary key,
        member_no text not null unique default nextval('member_numbers')::text,
        nickname text,
        phone_enc bytea,
        phone_hash bytea,
        phone_tail text,
        phone_verified_at timestamptz,
        status text not null default 'active' check (status in ('active', 'blocked', 'merged', 'erased')),
        merged_into uuid references members (id),
        growth integer not null default 0,
        created_from text not null,
        created_at timestamptz not null
      );
      -- One phone, one living member: the backstop under every race of first sign-ins.
      create unique index members_phone on members (phone_hash) where status in ('active', 'blocked');
      create index members_newest on members (created_at desc, id desc);
      create index members_phone_tail on members (phone_tail);
      create index members_nickname on members using gin (nickname gin_trgm_ops);

      create table member_identities (
        id uuid primary key,
        member_id uuid not null references members (id),
        platform text not null,
        app_id text not null,
        kind text not null,
        value_hash bytea not null,
        value_enc bytea not null,
        value_masked text not null,
        verified_by text not null,
        first_seen_at timestamptz not null,
        unique (platform, app_id, kind, value_hash)
      );
      create index member_identities_member on member_identities (member_id);

      create table member_sessions (
        id uuid primary key,
        member_id uuid not null references members (id),
        identity_id uuid not null references member_identities (id),
        platform text not null,
        device_id text not null,
        refresh_hash bytea not null unique,
        /** The token before the last rotation: seen again, it was stolen, and the session ends. */
        previous_hash bytea,
        expires_at timestamptz not null,
        revoked_at timestamptz,
        created_at timestamptz not null
      );
      create index member_sessions_member on member_sessions (member_id);
      create index member_sessions_previous on member_sessions (previous_hash);

      create table used_platform_proofs (
        proof_hash bytea primary key,
        kind text not null,
        used_at timestamptz not null
      );

      create table phone_codes (
        id uuid primary key,
        member_id uuid not null references members (id),
        phone_hash bytea not null,
        code_hash bytea not null,
        tries_left integer not null,
        expires_at timestamptz not null,
        used_at timestamptz,
        created_at timestamptz not null
      );
      create index phone_codes_member on phone_codes (member_id, created_at desc);

      create table member_review_cases (
        id uuid primary key,
        member_id uuid not null references members (id),
        other_member_id uuid not null references members (id),
        evidence jsonb not null,
        state text not null default 'open' check (state in ('open', 'merged', 'dismissed')),
        created_at timestamptz not null,
        unique (member_id, other_member_id)
      );

      create table member_addresses (
        id uuid primary key,
        member_id uuid not null references members (id),
        content_enc bytea not null,
        is_default boolean not null default false,
        created_at timestamptz not null,
        removed_at timestamptz
      );
      create index member_addresses_member on member_addresses (member_id) where removed_at is null;

      create table staff (
        id uuid primary key,
        login text not null unique,
        name text not null,
        role text not null,
        password_hash text not null,
        failed_tries integer not null default 0,
        closed_until timestamptz,
        disabled_at timestamptz,
        created_at timestamptz not null
      );
      create table staff_stores (
        staff_id uuid not null references staff (id),
        store_id uuid not null references stores (id),
        primary key (staff_id, store_id)
      );
      create table staff_sessions (
        id uuid primary key,
        staff_id uuid not null references staff (id),
        expires_at timestamptz not null,
        revoked_at timestamptz,
        created_at timestamptz not null
      );

      create table audit_entries (
        id bigint generated always as identity primary key,
        at timestamptz not null,
        actor_kind text not null,
        actor_id uuid,
        actor_name text not null,
        action text not null,
        subject text not null,
        subject_id uuid,
        subject_name text,
        before jsonb,
        after jsonb,
        reason text,
        request_id text,
        hash bytea
      );
      create index audit_entries_subject on audit_entries (subject, subject_id, id desc);
      create index audit_entries_action on audit_entries (action, id desc);
      create index audit_entries_unsealed on audit_entries (id) where hash is null;
    `);
  }

  async down(): Promise<void> {
    throw new Error('not reversible: restore a backup');
  }
}
