/**
 * The one way to the server: `call(route, …)` takes its method, path and types from the contract. It carries
 * the session, renews it silently once, names every write with an Idempotency-Key and keeps that name when
 * it repeats the write, and turns every failure into a Problem.
 */
import Taro from '@tarojs/taro';
import type { ResultOf, Route, RouteShape, ShapeOf } from '@tongdian/shared/contract/route';
import { Problem } from './problem';
import { freshName } from './storage';

const TIMEOUT_MS = 12_000;
const PAUSE_BEFORE_REPEAT_MS = 500;

type Args<S extends RouteShape> = (S extends { params: infer P } ? { params: P } : { params?: undefined }) &
  (S extends { query: infer Q } ? { query?: Q } : { query?: undefined }) &
  (S extends { body: infer B } ? { body: B } : { body?: undefined }) & {
    /** Names this act of the person; the same on a retry. Made here when absent. */
    key?: string;
  };

/** Where tokens come from: the member's session or the clerk's. */
export interface TokenSource {
  token(): Promise<string>;
  /** After a 401. Rejects when signing in is impossible or needs the person. */
  renew(): Promise<string>;
}

let tokens: TokenSource | null = null;

export function connectSession(source: TokenSource): void {
  tokens = source;
}

interface Sent {
  method: string;
  url: string;
  body?: object;
  headers: Record<string, string>;
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- any route, whatever its shape
type AnyRoute = Route<any>;

export async function call<R extends AnyRoute>(route: R, args?: Args<ShapeOf<R>>): Promise<ResultOf<R>> {
  const given = (args ?? {}) as Args<RouteShape> & { params?: Record<string, string>; query?: object };
  const writes = route.method !== 'GET';
  const sent: Sent = {
    method: route.method,
    url: addressOf(route.path, given.params, given.query),
    headers: writes ? { 'Idempotency-Key': given.key ?? freshName() } : {},
    // Alipay sends something that is no JSON when a write has no body.
    ...(writes && route.method !== 'DELETE' ? { body: given.body ?? {} } : {}),
  };
  if (route.access.who === 'anyone') return (await sendPatiently(sent)) as ResultOf<R>;
  if (!tokens) throw new Error('no session is connected');
  try {
    return (await sendPatiently(withToken(sent, await tokens.token()))) as ResultOf<R>;
  } catch (fault) {
    if (!(fault instanceof Problem) || fault.status !== 401) throw fault;
    return (await sendPatiently(withToken(sent, await tokens.renew()))) as ResultOf<R>;
  }
}

function withToken(sent: Sent, token: string): Sent {
  return { ...sent, headers: { ...sent.headers, Authorization: `Bearer ${token}` } };
}

export function addressOf(path: string, params: Record<string, string> = {}, query: object = {}): string {
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const asked = Object.entries(query)
    .filter(([, value]) => value !== undefined && value !== null && value !== '')
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`);
  return `${TONGDIAN_API}${filled}${asked.length > 0 ? `?${asked.join('&')}` : ''}`;
}

/** A lost answer is asked for once more; for a write that is safe, because its key is the same. */
async function sendPatiently(sent: Sent): Promise<unknown> {
  try {
    return await send(sent);
  } catch (fault) {
    if (!(fault instanceof Problem) || fault.code !== 'offline') throw fault;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_BEFORE_REPEAT_MS));
    return send(sent);
  }
}

async function send(sent: Sent): Promise<unknown> {
  let answer: Taro.request.SuccessCallbackResult<object>;
  try {
    answer = await Taro.request({
      url: sent.url,
      method: sent.method as 'GET',
      data: sent.body,
      header: { ...(sent.body ? { 'Content-Type': 'application/json' } : {}), ...sent.headers },
      timeout: TIMEOUT_MS,
      dataType: 'json',
    });
  } catch (fault) {
    throw faultOfWay(fault);
  }
  const body = parsed(answer.data);
  if (answer.statusCode >= 200 && answer.statusCode < 300) return body;
  throw Problem.fromBody((body ?? {}) as object, answer.statusCode);
}

/** Phones differ: some reject on 4xx and 5xx with the answer inside, some hand a body over as text. */
function faultOfWay(fault: unknown): Problem {
  const said = fault as {
    status?: number;
    statusCode?: number;
    data?: unknown;
    errMsg?: string;
    message?: string;
  };
  const status = Number(said?.statusCode ?? said?.status ?? 0);
  if (status >= 400) return Problem.fromBody((parsed(said.data) ?? {}) as object, status);
  const words = `${said?.errMsg ?? ''}${said?.message ?? ''}`.toLowerCase();
  return Problem.onTheWay(words.includes('timeout') || words.includes('abort') ? 'slow' : 'offline');
}

function parsed(data: unknown): unknown {
  if (typeof data !== 'string') return data;
  try {
    return JSON.parse(data) as unknown;
  } catch {
    return null;
  }
}

/** A picture's whole address: the server answers with paths of its own. */
export function pictureUrl(path: string | null | undefined): string {
  if (!path) return '';
  return path.startsWith('/') ? `${TONGDIAN_API}${path}` : path;
}
