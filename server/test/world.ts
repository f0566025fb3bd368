/**
 * A world for tests: a database of its own, the stand-ins of the platforms, and the server on a free port.
 * Everything is real and everything is asked over HTTP; builders of the features stand in world-*.ts.
 */
import { randomBytes, randomInt } from 'node:crypto';
import { runMigrations } from 'graphile-worker';
import { DataSource } from 'typeorm';
import type { Platform } from '@tongdian/shared/kernel/platforms';
import type { Route, RouteShape, RouteSpec, ShapeOf } from '@tongdian/shared/contract/route';
import type { ProblemBody } from '@tongdian/shared/contract/problems';
import { bindPhone, sendPhoneSms, signIn, type SessionView } from '@tongdian/shared/contract/members.routes';
import { staffSignIn, type StaffSessionView } from '@tongdian/shared/contract/staff.routes';
import type { Role } from '@tongdian/shared/contract/permissions';
import { persona } from '@tongdian/sandbox/personas';
import { startSandbox, type RunningSandbox } from '@tongdian/sandbox/server';
import { createTestDatabase } from '@tongdian/scripts/testing/test-database';
import { readConfig, type Config } from '../src/platform/config.js';
import { Clock } from '../src/platform/clock.js';
import { Database } from '../src/platform/database/database.js';
import { MIGRATIONS } from '../src/migrations/all.js';
import { newId } from '../src/platform/new-id.js';
import { LevelsService } from '../src/levels/levels.service.js';
import { StaffService } from '../src/staff/staff.service.js';
import { createServer, type RunningServer } from '../src/server.js';

type Asked<R> = Pick<ShapeOf<R> & RouteShape, Extract<keyof ShapeOf<R>, 'params' | 'query' | 'body'>> & {
  token?: string;
  /** Idempotency-Key. */
  key?: string;
  /** The address the call seems to come from; another one for each call, as calls are counted by address. */
  from?: string;
};

/** What came back; `value` and `problem` throw when it was the other. */
export interface Answer<T> {
  status: number;
  headers: Headers;
  ok: boolean;
  readonly value: T;
  readonly problem: ProblemBody;
}

export interface World {
  url: string;
  server: RunningServer;
  sandbox: RunningSandbox;
  db: Database;
  clock: Clock;
  call<Shape extends RouteShape>(
    route: Route<Shape>,
    asked?: Asked<Route<Shape>>,
  ): Promise<Answer<Shape['result']>>;
  /** Sends anything anywhere: for input that no client of ours would send. */
  raw(path: string, init?: RequestInit): Promise<Answer<unknown>>;
  /** The phone in a persona's hand: `device('/wechat/login', { user: 'lin' })`. */
  device<T>(path: string, body?: object): Promise<T>;
  /** Waits until every job that is due by the server's clock is done, with those that jobs added. Throws what a job threw. */
  work(): Promise<void>;
  close(): Promise<void>;
}

function keys(): Record<string, string> {
  const key = (): string => randomBytes(32).toString('base64');
  return { DATA_KEY: key(), INDEX_KEY: key(), TOKEN_KEY: key() };
}

/** Migrates the template that all test databases are copies of. */
async function migrate(url: string): Promise<void> {
  const source = await new DataSource({ type: 'postgres', url, migrations: MIGRATIONS }).initialize();
  await source.runMigrations({ transaction: 'each' });
  await source.destroy();
  await runMigrations({ connectionString: url });
}

function settings(url: string, sandbox: RunningSandbox, change: Record<string, string>): Config {
  return readConfig({
    TONGDIAN_MODE: 'test',
    PORT: '0',
    DATABASE_URL: url,
    SANDBOX_URL: sandbox.url,
    ...keys(),
    ...(sandbox.credentials as unknown as Record<string, string>),
    ...change,
  });
}

const someAddress = (): string => `10.${randomInt(256)}.${randomInt(256)}.${randomInt(1, 255)}`;

function answerOf<T>(route: string, status: number, headers: Headers, body: string): Answer<T> {
  const parsed: unknown = body === '' ? null : JSON.parse(body);
  const ok = status >= 200 && status < 300;
  return {
    status,
    headers,
    ok,
    get value(): T {
      if (!ok) throw new Error(`${route} answered ${status}: ${body}`);
      return parsed as T;
    },
    get problem(): ProblemBody {
      if (ok) throw new Error(`${route} was expected to refuse, but answered ${body.slice(0, 400)}`);
      return parsed as ProblemBody;
    },
  };
}

function pathOf(route: RouteSpec, params: Record<string, string>, query: object): string {
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, String(value));
  return search.size > 0 ? `${path}?${search}` : path;
}

/** The answer's value, where the test only needs the call to have worked. */
export async function must<T>(call: Promise<Answer<T>>): Promise<T> {
  return (await call).value;
}

interface JobRow {
  due: number;
  failed: string | null;
}

/** The queue runs by the database's clock: what is due by the server's is brought forward first. */
async function finishJobs(db: Database, clock: Clock): Promise<void> {
  for (const end = Date.now() + 20_000; ;) {
    await db.rows(
      `select graphile_worker.reschedule_jobs(array_agg(id), run_at := now()) from graphile_worker.jobs
       where attempts = 0 and locked_at is null and run_at > now() and run_at <= $1 having count(*) > 0`,
      [clock.now()],
    );
    const jobs = await db.one<JobRow>(
      `select count(*) filter (where locked_at is not null or (attempts = 0 and run_at <= now()))::int as due,
              min(task_identifier || ': ' || last_error) filter (where last_error is not null) as failed
       from graphile_worker.jobs`,
    );
    if (jobs!.failed) throw new Error(`job ${jobs!.failed}`);
    if (jobs!.due === 0) return;
    if (Date.now() > end) throw new Error(`${jobs!.due} jobs are still due`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

const level = (rank: number, name: string, threshold: number, price: number, multiplier: number) => ({
  rank,
  name,
  threshold,
  memberPriceBp: price,
  pointsMultiplierBp: multiplier,
});

/** A member of every world begins on the first of these. */
export const LEVELS = [
  level(1, '银卡', 0, 10_000, 10_000),
  level(2, '金卡', 1_000, 9_500, 12_000),
  level(3, '黑卡', 5_000, 9_200, 15_000),
];

/** `change` replaces environment settings, e.g. `{ TONGDIAN_MODE: 'preview' }`. */
export async function world(change: Record<string, string> = {}): Promise<World> {
  const sandbox = await startSandbox({ port: 0, speedUp: 3_000, refundSettleMs: 20 });
  const database = await createTestDatabase(migrate);
  const server = await createServer(settings(database.url, sandbox, change));
  const url = (await server.listen()).replace('[::1]', '127.0.0.1');
  const db = server.get(Database);
  for (const level of LEVELS) await server.get(LevelsService).define(level);

  const send = async <T>(name: string, path: string, init: RequestInit = {}): Promise<Answer<T>> => {
    const response = await fetch(`${url}${path}`, init);
    return answerOf<T>(name, response.status, response.headers, await response.text());
  };

  return {
    url,
    server,
    sandbox,
    db,
    clock: server.get(Clock),
    call: (route, asked) => {
      const {
        params = {},
        query = {},
        body,
        token,
        key,
        from = someAddress(),
      } = (asked ?? {}) as Asked<Route<RouteShape>> & RouteShape;
      return send(`${route.method} ${route.path}`, pathOf(route, params, query), {
        method: route.method,
        headers: {
          'x-forwarded-for': from,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(token ? { authorization: `Bearer ${token}` } : {}),
          ...(key ? { 'idempotency-key': key } : {}),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
    },
    raw: (path, init) => send(path, path, init),
    device: async <T>(path: string, body?: object): Promise<T> => {
      const response = await fetch(`${sandbox.url}/device${path}`, {
        method: body ? 'POST' : 'GET',
        ...(body ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {}),
      });
      if (!response.ok)
        throw new Error(`device ${path} answered ${response.status}: ${await response.text()}`);
      return (await response.json()) as T;
    },
    work: () => finishJobs(db, server.get(Clock)),
    close: async () => {
      await server.close();
      await sandbox.close();
      await database.drop();
    },
  };
}

/** What the app on the phone sends to sign in. */
export async function platformCode(w: World, platform: Platform, user: string): Promise<string> {
  if (platform === 'wechat') return (await w.device<{ code: string }>('/wechat/login', { user })).code;
  if (platform === 'alipay')
    return (await w.device<{ authCode: string }>('/alipay/auth-code', { user })).authCode;
  return (await w.device<{ token: string }>('/jd/isv-token', { user })).token;
}

export function deviceId(): string {
  return `device-${randomBytes(8).toString('hex')}`;
}

/** A silent first login of `user` (any persona id) on `platform`. */
export async function signInMember(
  w: World,
  platform: Platform,
  user: string,
  device = deviceId(),
): Promise<SessionView> {
  const code = await platformCode(w, platform, user);
  return (await w.call(signIn, { body: { platform, code, deviceId: device } })).value;
}

/** A member with a verified phone, by the phone button of WeChat or Alipay or by SMS on JD. */
export async function signInWithPhone(
  w: World,
  platform: Platform,
  user: string,
  phone?: string,
): Promise<SessionView> {
  const session = await signInMember(w, platform, user);
  const body = await phoneProof(w, platform, user, session.accessToken, phone);
  return (await w.call(bindPhone, { body, token: session.accessToken })).value.session;
}

/** The body of `bindPhone` as the app of this platform would send it. */
export async function phoneProof(
  w: World,
  platform: Platform,
  user: string,
  token: string,
  phone?: string,
): Promise<{ proof: 'wechat' | 'alipay' | 'sms'; code?: string; response?: string; phone?: string }> {
  const wish = phone ? { user, phone } : { user };
  if (platform === 'wechat') {
    return { proof: 'wechat', code: (await w.device<{ code: string }>('/wechat/phone', wish)).code };
  }
  if (platform === 'alipay') {
    return {
      proof: 'alipay',
      response: (await w.device<{ response: string }>('/alipay/phone', wish)).response,
    };
  }
  const number = phone ?? persona(user).phone;
  await must(w.call(sendPhoneSms, { body: { phone: number }, token }));
  return {
    proof: 'sms',
    phone: number,
    code: (await w.device<{ code: string }>(`/sms?phone=${number}`)).code,
  };
}

export interface MadeStaff {
  id: string;
  login: string;
  name: string;
}

export const PASSWORD = 'lampisle-test';
let made = 0;

/** Somebody who works here; the password is PASSWORD. */
export async function makeStaff(w: World, role: Role, storeIds: string[] = []): Promise<MadeStaff> {
  const login = `${role}.t${++made}`;
  const name = `测试${made}`;
  const id = await w.server.get(StaffService).create({ login, name, role, password: PASSWORD, storeIds });
  return { id, login, name };
}

export async function signInStaff(w: World, login: string, password = PASSWORD): Promise<StaffSessionView> {
  return (await w.call(staffSignIn, { body: { login, password } })).value;
}

/** Makes somebody and signs in: the token of a call that only this role may make. */
export async function staffToken(w: World, role: Role, storeIds: string[] = []): Promise<string> {
  return (await signInStaff(w, (await makeStaff(w, role, storeIds)).login)).accessToken;
}

/** An open store with its place for stock. */
export async function makeStore(
  w: World,
  name = `测试店${++made}`,
): Promise<{ id: string; placeId: string; name: string }> {
  const id = newId();
  const placeId = newId();
  await w.db.run(
    `insert into stores (id, code, name, city, district, address, phone, lng, lat, opens_at, closes_at, picture)
     values ($1, $2, $3, '上海', '徐汇区', '武康路 1 号', '021-55500000', 121.43, 31.2, '10:00', '21:00', 'wukang')`,
    [id, `store-${id}`, name],
  );
  await w.db.run("insert into stock_places (id, kind, store_id, name) values ($1, 'store', $2, $3)", [
    placeId,
    id,
    name,
  ]);
  return { id, placeId, name };
}
