/** What holds for every route of the contract: who may call it, and that nonsense is refused by name. */
import { getMetadataStorage } from 'class-validator';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PROBLEMS } from '@tongdian/shared/contract/problems';
import type { RouteSpec } from '@tongdian/shared/contract/route';
import { allRoutes } from '../src/health/openapi.js';
import { bodyClassOf } from '../src/platform/http/handles.js';
import { newId } from '../src/platform/new-id.js';
import { signInMember, staffToken, world, type World } from './world.js';

let w: World;
let member: string;
let operator: string;
let clerk: string;

beforeAll(async () => {
  w = await world();
  member = (await signInMember(w, 'wechat', 'routes')).accessToken;
  operator = await staffToken(w, 'operator');
  clerk = await staffToken(w, 'clerk');
});
afterAll(() => w.close());

const routes = allRoutes();
const pathOf = (route: RouteSpec) => route.path.replace(/:\w+/g, newId());
const tokenFor = (route: RouteSpec) => (route.access.who === 'member' ? member : operator);

function send(route: RouteSpec, init: { token?: string; body?: string; query?: string; type?: string } = {}) {
  return w.raw(`${pathOf(route)}${init.query ?? ''}`, {
    method: route.method,
    headers: {
      'x-forwarded-for': `10.9.${Math.floor(Math.random() * 250)}.${Math.floor(Math.random() * 250)}`,
      ...(init.body === undefined ? {} : { 'content-type': init.type ?? 'application/json' }),
      ...(init.token ? { authorization: `Bearer ${init.token}` } : {}),
    },
    ...(init.body === undefined ? {} : { body: init.body }),
  });
}

describe('who may call', () => {
  const closed = routes.filter(({ route }) => route.access.who !== 'anyone');

  test.each(closed)('$name: nobody without a token', async ({ route }) => {
    const { problem, headers } = await send(route, { body: route.method === 'GET' ? undefined : '{}' });
    expect(problem).toMatchObject({ status: 401, code: 'sign_in_needed' });
    expect(headers.get('content-type')).toContain('application/problem+json');
    expect(problem.requestId).toBeTruthy();
  });

  test.each(closed)('$name: not the other kind of caller', async ({ route }) => {
    const token = route.access.who === 'member' ? operator : member;
    const { problem } = await send(route, { token, body: route.method === 'GET' ? undefined : '{}' });
    expect(problem).toMatchObject({ status: 403, code: 'not_allowed' });
  });

  const office = closed.filter(({ route }) => route.path.startsWith('/api/admin'));
  test.each(office)('$name: not a clerk', async ({ route }) => {
    const { problem } = await send(route, { token: clerk, body: route.method === 'GET' ? undefined : '{}' });
    expect(problem.code).toBe('not_allowed');
  });

  test('a forged token is refused', async () => {
    const forged = `${member.slice(0, -6)}AAAAAA`;
    expect((await w.raw('/api/me', { headers: { authorization: `Bearer ${forged}` } })).problem.code).toBe(
      'session_over',
    );
  });
});

describe('nonsense', () => {
  const written = () => routes.filter(({ route }) => route.method !== 'GET' && bodyClassOf(route));

  test('each route that takes a body has its class bound', () => {
    expect(written().length).toBeGreaterThan(15);
    expect(getMetadataStorage().getTargetValidationMetadatas).toBeTypeOf('function');
  });

  test.each(routes.filter(({ route }) => ['POST', 'PUT'].includes(route.method)))(
    '$name: unknown fields are named, broken and oversized bodies refused',
    async ({ route }) => {
      const token = route.access.who === 'anyone' ? undefined : tokenForStaff(route);
      if (!bodyClassOf(route)) return;
      const unknown = await send(route, { token, body: JSON.stringify({ noSuchField: 1 }) });
      expect(unknown.problem).toMatchObject({ status: 400, code: 'invalid_input' });
      expect(unknown.problem.errors).toContainEqual({ field: 'noSuchField', rule: 'unknown' });
      const broken = await send(route, { token, body: '{"a":' });
      expect(broken.problem).toMatchObject({ status: 400, code: 'broken_json' });
      const large = await send(route, { token, body: JSON.stringify({ a: 'x'.repeat(70_000) }) });
      expect(large.problem).toMatchObject({ status: 413, code: 'body_too_large' });
      const xml = await send(route, { token, body: '<a/>', type: 'application/xml' });
      expect(xml.problem).toMatchObject({ status: 415, code: 'unsupported_media' });
    },
  );

  function tokenForStaff(route: RouteSpec): string {
    return route.path.startsWith('/api/clerk') ? clerk : tokenFor(route);
  }

  test.each(routes.filter(({ route }) => route.method === 'GET' && bodyClassOf(route)))(
    '$name: an unknown question is named',
    async ({ route }) => {
      const token = route.access.who === 'anyone' ? undefined : tokenForStaff(route);
      const { problem } = await send(route, { token, query: '?noSuchField=1' });
      expect(problem).toMatchObject({ status: 400, code: 'invalid_input' });
      expect(problem.errors?.map((error) => error.field)).toContain('noSuchField');
    },
  );

  test('an address that is no route, and an id that is none', async () => {
    expect((await w.raw('/api/nothing')).problem).toMatchObject({ status: 404, code: 'not_found' });
    expect((await w.raw("/api/products/1'%20or%20'1'='1")).problem.code).toBe('not_found');
  });

  test('an Idempotency-Key of the wrong form, or used for something else', async () => {
    const post = (key: string, body: object) =>
      w.raw('/api/cart/lines', {
        method: 'POST',
        headers: {
          authorization: `Bearer ${member}`,
          'content-type': 'application/json',
          'idempotency-key': key,
        },
        body: JSON.stringify(body),
      });
    expect((await post('short', { skuId: newId(), quantity: 1 })).problem.code).toBe(
      'idempotency_key_invalid',
    );
    const first = await post('key-of-this-test', { skuId: newId(), quantity: 1 });
    expect(first.problem.code).toBe('sku_not_found');
    expect((await post('key-of-this-test', { skuId: newId(), quantity: 2 })).problem.code).toBe(
      'idempotency_key_reused',
    );
  });

  test('too many calls from one address are slowed down', async () => {
    const ask = (count: number) =>
      w.raw('/api/staff/sign-in', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-forwarded-for': '10.1.2.3' },
        body: JSON.stringify({ login: `nobody${count}`, password: 'not-the-password' }),
      });
    // Calls are counted by the minute: begin with a new one.
    w.clock.travel(60_000 - (w.clock.now().getTime() % 60_000));
    const answers: string[] = [];
    for (let count = 0; count < 64; count += 1) answers.push((await ask(count)).problem.code);
    expect(answers.slice(0, 60)).toEqual(Array(60).fill('wrong_credentials'));
    expect(answers.slice(-4)).toEqual(Array(4).fill('too_many_requests'));
  });
});

describe('the description for partners', () => {
  test('names every route, its class of body and every problem', async () => {
    const { value } = await w.raw('/openapi.json');
    const document = value as {
      openapi: string;
      paths: Record<string, Record<string, { operationId: string }>>;
      components: { schemas: Record<string, unknown> };
    };
    expect(document.openapi).toBe('3.1.0');
    for (const { name, route } of routes) {
      const path = route.path.replace(/:(\w+)/g, '{$1}');
      expect(document.paths[path]?.[route.method.toLowerCase()]?.operationId, name).toBe(name);
      const input = bodyClassOf(route);
      if (input) expect(document.components.schemas[input], input).toBeDefined();
    }
    expect(Object.keys(PROBLEMS).length).toBeGreaterThan(50);
  });
});
