/** What every feature stands on: repeats of writes, the outbox, platform notifications. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Platform1760000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table idempotency_keys (
        caller text not null,
        key text not null,
        route text not null,
        request_hash bytea not null,
        status integer,
        /** Sealed: an answer may hold an address or a phone. */
        answer bytea,
        created_at timestamptz not null,
        primary key (caller, key)
      );
      create index idempotency_keys_age on idempotency_keys (created_at);

      create table outbox_events (
        id uuid primary key,
        name text not null,
        /** The same cause tells an event once. */
        cause text not null,
        payload jsonb not null,
        told_at timestamptz not null,
        unique (name, cause)
      );

      create table platform_notifies (
        id uuid primary key,
        platform text not null,
        /** The platform's own number of the message: a second one with it is a repeat. */
        notify_id text not null,
        out_trade_no text,
        outcome text not null check (outcome in ('accepted', 'repeated', 'refused')),
        reason text,
        body_hash bytea not null,
        received_at timestamptz not null
      );
      create unique index platform_notifies_once on platform_notifies (platform, notify_id) where outcome = 'accepted';
      create index platform_notifies_newest on platform_notifies (received_at desc);
    `);
  }

  async down(): Promise<void> {
    throw new Error('not reversible: restore a backup');
  }
}
