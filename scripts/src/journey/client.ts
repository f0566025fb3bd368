// A client of the contract for scripts: one function that calls any route and throws its named refusal.
import type { ProblemBody } from '@tongdian/shared/contract/problems';
import type { Route, RouteShape, RouteSpec } from '@tongdian/shared/contract/route';

export class Refused extends Error {
  constructor(readonly problem: ProblemBody) {
    super(`${problem.status} ${problem.code}: ${problem.detail}`);
  }
}

type Input<S extends RouteShape> = (S['params'] extends object
  ? { params: S['params'] }
  : { params?: undefined }) &
  (S['body'] extends object ? { body: S['body'] } : { body?: undefined }) & { query?: S['query'] };

export interface Call {
  <S extends RouteShape>(route: Route<S>, input: Input<S> & { key?: string }): Promise<S['result']>;
}

export function pathOf(route: RouteSpec, params: Record<string, string> = {}, query: object = {}): string {
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const asked = Object.entries(query).filter(([, value]) => value !== undefined);
  const search = new URLSearchParams(asked.map(([name, value]) => [name, String(value)])).toString();
  return search ? `${path}?${search}` : path;
}

/** Calls `server` as the holder of `token`; every write carries an Idempotency-Key of its own unless given one. */
export function clientOf(server: string, token?: string): Call {
  return async (route, input) => {
    const { params, query, body, key } = input as {
      params?: Record<string, string>;
      query?: object;
      body?: object;
      key?: string;
    };
    const response = await fetch(`${server}${pathOf(route, params, query)}`, {
      method: route.method,
      headers: {
        ...(body ? { 'content-type': 'application/json' } : {}),
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(route.method === 'GET' ? {} : { 'idempotency-key': key ?? crypto.randomUUID() }),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
      signal: AbortSignal.timeout(20_000),
    });
    const answer: unknown = await response.json();
    if (!response.ok) throw new Refused(answer as ProblemBody);
    return answer as never;
  };
}
