/** Every statement about staff, their stores and their sessions. */
import { Inject, Injectable } from '@nestjs/common';
import type { Role } from '@tongdian/shared/contract/permissions';
import { Database } from '../platform/database/database.js';
import { Staff, StaffSession, StaffStore } from './staff.entity.js';

export interface StaffRow {
  id: string;
  login: string;
  name: string;
  role: Role;
  passwordHash: string;
  /** Reference data of the stores: id and name, for the screens. */
  stores: { id: string; name: string }[];
}

export interface LivingRow {
  name: string;
  role: Role;
  storeIds: string[];
}

const STAFF = `select s.id, s.login, s.name, s.role, s.password_hash as "passwordHash",
    coalesce((select json_agg(json_build_object('id', t.id, 'name', t.name) order by t.sort, t.name)
              from staff_stores w join stores t on t.id = w.store_id where w.staff_id = s.id), '[]') as stores
  from staff s`;

@Injectable()
export class StaffRepository {
  constructor(@Inject(Database) private readonly db: Database) {}

  async insert(staff: Staff, storeIds: readonly string[]): Promise<void> {
    await this.db.manager.insert(Staff, staff);
    if (storeIds.length > 0)
      await this.db.manager.insert(
        StaffStore,
        storeIds.map((storeId) => ({ staffId: staff.id, storeId })),
      );
  }

  working(): Promise<StaffRow[]> {
    return this.db.rows<StaffRow>(`${STAFF} where s.disabled_at is null order by s.created_at, s.login`);
  }

  byId(id: string): Promise<StaffRow | null> {
    return this.db.one<StaffRow>(`${STAFF} where s.id = $1 and s.disabled_at is null`, [id]);
  }

  byLogin(login: string): Promise<StaffRow | null> {
    return this.db.one<StaffRow>(`${STAFF} where s.login = $1 and s.disabled_at is null`, [login]);
  }

  /**
   * Takes one try before the password is looked at, so that tries in parallel cannot be more than `most`; the
   * last one closes the login. False: it is closed.
   */
  async takeTry(id: string, now: Date, most: number, closedUntil: Date): Promise<boolean> {
    const taken = await this.db.run(
      `update staff set
         failed_tries = case when closed_until is null then failed_tries + 1 else 1 end,
         closed_until = case when closed_until is null and failed_tries + 1 >= $3 then $4::timestamptz end
       where id = $1 and (closed_until is null or closed_until <= $2)`,
      [id, now, most, closedUntil],
    );
    return taken === 1;
  }

  async forgetTries(id: string): Promise<void> {
    await this.db.run('update staff set failed_tries = 0, closed_until = null where id = $1', [id]);
  }

  async openSession(session: StaffSession): Promise<void> {
    await this.db.manager.insert(StaffSession, session);
  }

  async endSession(id: string, now: Date): Promise<void> {
    await this.db.run('update staff_sessions set revoked_at = $2 where id = $1 and revoked_at is null', [
      id,
      now,
    ]);
  }

  async endSessionsOf(staffId: string, now: Date): Promise<number> {
    return this.db.run(
      'update staff_sessions set revoked_at = $2 where staff_id = $1 and revoked_at is null',
      [staffId, now],
    );
  }

  /** Null when the session is signed out or over, or the person works here no more. */
  living(sessionId: string, staffId: string, now: Date): Promise<LivingRow | null> {
    return this.db.one<LivingRow>(
      `select s.name, s.role,
              array(select store_id from staff_stores where staff_id = s.id) as "storeIds"
       from staff_sessions x join staff s on s.id = x.staff_id
       where x.id = $1 and x.staff_id = $2 and x.revoked_at is null and x.expires_at > $3
         and s.disabled_at is null`,
      [sessionId, staffId, now],
    );
  }
}
