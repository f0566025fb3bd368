/** The one door to the server: a route of the contract in, its result out, or a `CallFailed` with words. */
import type { ResultOf, Route, RouteShape, ShapeOf } from '@tongdian/shared/contract/route';
import { addressOf } from './address';
import { CallFailed, noAnswer, troubleFrom } from './problem';
import { currentSession, endSession } from './session';

type Part<S, Name extends string> = S extends { [K in Name]: infer Value } ? Value : undefined;

export interface CallInput<R> {
  params?: Part<ShapeOf<R>, 'params'>;
  query?: Part<ShapeOf<R>, 'query'>;
  body?: Part<ShapeOf<R>, 'body'>;
  /** For writes: the key under which a repeat is answered as the first time. */
  idempotencyKey?: string;
  signal?: AbortSignal;
}

/** The same input with the contract's types taken off. */
interface PlainInput {
  params?: Record<string, string>;
  query?: object;
  body?: unknown;
  idempotencyKey?: string;
  signal?: AbortSignal;
}

function headersFor(input: PlainInput): Headers {
  const headers = new Headers({ accept: 'application/json' });
  const session = currentSession();
  if (session) headers.set('authorization', `Bearer ${session.accessToken}`);
  if (input.body !== undefined) headers.set('content-type', 'application/json');
  if (input.idempotencyKey) headers.set('idempotency-key', input.idempotencyKey);
  return headers;
}

async function send(path: string, method: string, input: PlainInput): Promise<Response> {
  try {
    return await fetch(addressOf(path, input.params, input.query), {
      method,
      headers: headersFor(input),
      body: input.body === undefined ? undefined : JSON.stringify(input.body),
      signal: input.signal,
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new CallFailed(noAnswer(new Date()));
  }
}

async function readBody(answer: Response): Promise<unknown> {
  try {
    return (await answer.json()) as unknown;
  } catch {
    return null;
  }
}

/** An answer of 401 to a signed-in call ends the session: the frame then shows the sign-in page. */
export async function call<R extends Route<RouteShape>>(
  route: R,
  input: CallInput<R> = {},
): Promise<ResultOf<R>> {
  const token = currentSession()?.accessToken;
  const answer = await send(route.path, route.method, input as PlainInput);
  const body = await readBody(answer);
  if (answer.ok) return body as ResultOf<R>;
  if (answer.status === 401 && token && currentSession()?.accessToken === token) endSession();
  throw new CallFailed(
    troubleFrom(answer.status, body, answer.headers.get('x-request-id') ?? '', new Date()),
  );
}
