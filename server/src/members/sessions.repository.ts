/** Every statement about members' sessions. A refresh token is kept as a hash only. */
import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import type { MemberStatus } from './member.entity.js';

export interface SessionRow {
  id: string;
  memberId: string;
  identityId: string;
  platform: string;
  deviceId: string;
}

const SESSION = `id, member_id as "memberId", identity_id as "identityId", platform, device_id as "deviceId"`;

@Injectable()
export class SessionsRepository {
  constructor(@Inject(Database) private readonly db: Database) {}

  async insert(session: SessionRow, refreshHash: Buffer, expiresAt: Date, now: Date): Promise<void> {
    await this.db.run(
      `insert into member_sessions (id, member_id, identity_id, platform, device_id, refresh_hash, expires_at, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        session.id,
        session.memberId,
        session.identityId,
        session.platform,
        session.deviceId,
        refreshHash,
        expiresAt,
        now,
      ],
    );
  }

  /** Earlier sessions of this member on this device: a new sign-in takes their place. */
  async endOnDevice(memberId: string, platform: string, deviceId: string, now: Date): Promise<void> {
    await this.db.run(
      `update member_sessions set revoked_at = $4
       where member_id = $1 and platform = $2 and device_id = $3 and revoked_at is null`,
      [memberId, platform, deviceId, now],
    );
  }

  /** Trades the living token for the next; null when it is not the living one of this device. */
  rotate(
    hash: Buffer,
    deviceId: string,
    next: Buffer,
    expiresAt: Date,
    now: Date,
  ): Promise<SessionRow | null> {
    return this.db.one<SessionRow>(
      `update member_sessions set previous_hash = refresh_hash, refresh_hash = $3, expires_at = $4
       where refresh_hash = $1 and device_id = $2 and revoked_at is null and expires_at > $5
       returning ${SESSION}`,
      [hash, deviceId, next, expiresAt, now],
    );
  }

  /** A new token for a session that has just proven itself otherwise. */
  renew(id: string, next: Buffer, expiresAt: Date): Promise<SessionRow | null> {
    return this.db.one<SessionRow>(
      `update member_sessions set previous_hash = refresh_hash, refresh_hash = $2, expires_at = $3
       where id = $1 and revoked_at is null returning ${SESSION}`,
      [id, next, expiresAt],
    );
  }

  /** Ends the session that this token belongs or belonged to: it was seen where it should not be. */
  endByToken(hash: Buffer, now: Date): Promise<SessionRow | null> {
    return this.db.one<SessionRow>(
      `update member_sessions set revoked_at = $2
       where (refresh_hash = $1 or previous_hash = $1) and revoked_at is null returning ${SESSION}`,
      [hash, now],
    );
  }

  async end(id: string, now: Date): Promise<void> {
    await this.db.run('update member_sessions set revoked_at = $2 where id = $1 and revoked_at is null', [
      id,
      now,
    ]);
  }

  async endAllOf(memberId: string, now: Date): Promise<number> {
    return this.db.run(
      'update member_sessions set revoked_at = $2 where member_id = $1 and revoked_at is null',
      [memberId, now],
    );
  }

  async moveAll(from: string, into: string): Promise<void> {
    await this.db.run('update member_sessions set member_id = $2 where member_id = $1', [from, into]);
  }

  /** Whose session it is now, and how that member stands; null when it is over. */
  living(id: string): Promise<{ memberId: string; status: MemberStatus } | null> {
    return this.db.one<{ memberId: string; status: MemberStatus }>(
      `select s.member_id as "memberId", m.status from member_sessions s join members m on m.id = s.member_id
       where s.id = $1 and s.revoked_at is null`,
      [id],
    );
  }
}
