/** Staff: who they are, signing in, and the sessions they may be signed out of at any time. */
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { ROLE_PERMISSIONS, type Role } from '@tongdian/shared/contract/permissions';
import type { DemoLoginsView, StaffSessionView, StaffView } from '@tongdian/shared/contract/staff.routes';
import { addMs } from '@tongdian/shared/kernel/time';
import { Audit } from '../platform/audit.js';
import { Clock } from '../platform/clock.js';
import { CONFIG, type Config } from '../platform/config.js';
import { withContext, type StaffActor } from '../platform/context.js';
import { Database } from '../platform/database/database.js';
import { LivingSessions } from '../platform/http/living-sessions.js';
import { newId } from '../platform/new-id.js';
import { Problem } from '../platform/problem.js';
import { STAFF_TOKEN_SECONDS, Tokens } from '../platform/security/tokens.js';
import { hashPassword, isPassword } from './passwords.js';
import { StaffRepository, type StaffRow } from './staff.repository.js';
import { demoLoginView, staffView } from './staff.views.js';
import { WrongTries } from './wrong-tries.js';

export interface NewStaff {
  login: string;
  name: string;
  role: Role;
  password: string;
  /** Where a clerk or manager works; empty for the office. */
  storeIds: readonly string[];
}

/** What everybody's password is in a preview; shown on its sign-in screens. */
export const DEMO_PASSWORD = 'lampisle-demo';

const MOST_TRIES = 5;
const CLOSED_MS = 300_000;

@Injectable()
export class StaffService implements OnModuleInit {
  private readonly unknownLogins: WrongTries;
  private demo: Promise<DemoLoginsView> | null = null;

  constructor(
    @Inject(StaffRepository) private readonly staff: StaffRepository,
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Tokens) private readonly tokens: Tokens,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(LivingSessions) private readonly sessions: LivingSessions,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    this.unknownLogins = new WrongTries(MOST_TRIES, CLOSED_MS);
  }

  onModuleInit(): void {
    this.sessions.keptBy({ staff: (actor) => this.living(actor) });
  }

  /** Gives the id. Throws on a login that is taken. */
  async create(person: NewStaff): Promise<string> {
    const id = newId();
    const passwordHash = await hashPassword(person.password);
    await this.db.tx(async () => {
      const { login, name, role } = person;
      const createdAt = this.clock.now();
      await this.staff.insert(
        {
          id,
          login,
          name,
          role,
          passwordHash,
          failedTries: 0,
          closedUntil: null,
          disabledAt: null,
          createdAt,
        },
        person.storeIds,
      );
      await this.audit.record({
        action: 'staff.created',
        subject: 'staff',
        subjectId: id,
        subjectName: name,
        after: { login, role, stores: person.storeIds },
      });
    });
    this.demo = null;
    return id;
  }

  /** Refuses with wrong_credentials, or login_closed after five wrong tries; an unknown login looks the same. */
  async signIn(login: string, password: string): Promise<StaffSessionView> {
    const person = await this.staff.byLogin(login);
    const now = this.clock.now();
    const open = person
      ? await this.staff.takeTry(person.id, now, MOST_TRIES, addMs(now, CLOSED_MS))
      : this.unknownLogins.take(login, now);
    if (!open) throw new Problem('login_closed', { minutes: CLOSED_MS / 60_000 });
    if (!(await isPassword(password, person?.passwordHash ?? null)) || !person)
      throw new Problem('wrong_credentials');
    return this.db.tx(() => this.openSession(person, now));
  }

  async me(staffId: string): Promise<StaffView> {
    const person = await this.staff.byId(staffId);
    if (!person) throw new Problem('session_over');
    return staffView(person);
  }

  async signOut(actor: StaffActor): Promise<{ ok: true }> {
    await this.staff.endSession(actor.sessionId, this.clock.now());
    return { ok: true };
  }

  /** All of a person's sessions, at once. Gives their number. */
  endSessionsOf(staffId: string): Promise<number> {
    return this.staff.endSessionsOf(staffId, this.clock.now());
  }

  /** Those of a preview who still have the preview's password; nobody in any other mode. */
  async demoLogins(): Promise<DemoLoginsView> {
    if (this.config.mode !== 'preview') return { logins: [] };
    this.demo ??= this.findDemoLogins();
    const found = await this.demo;
    if (found.logins.length === 0) this.demo = null;
    return found;
  }

  private async findDemoLogins(): Promise<DemoLoginsView> {
    const everybody = await this.staff.working();
    const fits = await Promise.all(everybody.map((row) => isPassword(DEMO_PASSWORD, row.passwordHash)));
    const logins = everybody.filter((_, index) => fits[index]);
    return { logins: logins.map((row) => demoLoginView(row, DEMO_PASSWORD)) };
  }

  private async openSession(person: StaffRow, now: Date): Promise<StaffSessionView> {
    await this.staff.forgetTries(person.id);
    const sessionId = newId();
    const expiresAt = addMs(now, STAFF_TOKEN_SECONDS * 1_000);
    await this.staff.openSession({
      id: sessionId,
      staffId: person.id,
      expiresAt,
      revokedAt: null,
      createdAt: now,
    });
    const view = staffView(person);
    const storeIds = view.stores.map((store) => store.id);
    const { id: staffId, name, role, permissions } = view;
    await withContext(
      { actor: { kind: 'staff', staffId, sessionId, name, role, permissions, storeIds } },
      () =>
        this.audit.record({
          action: 'staff.signed_in',
          subject: 'staff',
          subjectId: staffId,
          subjectName: name,
        }),
    );
    const claims = {
      kind: 'staff',
      sub: staffId,
      sid: sessionId,
      name,
      role,
      permissions,
      stores: storeIds,
    } as const;
    return {
      accessToken: this.tokens.sign(claims, STAFF_TOKEN_SECONDS),
      expiresIn: STAFF_TOKEN_SECONDS,
      staff: view,
    };
  }

  /** Name, role and stores as they are now, not as they were at the sign-in. */
  private async living(actor: StaffActor): Promise<StaffActor | null> {
    const row = await this.staff.living(actor.sessionId, actor.staffId, this.clock.now());
    return row ? { ...actor, ...row, permissions: ROLE_PERMISSIONS[row.role] } : null;
  }
}
