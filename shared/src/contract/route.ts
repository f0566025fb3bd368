/**
 * A route is one constant: method, path, who may call it, and (as types only) what goes in and what comes out.
 * The server binds a controller method to it and does not compile when the result differs; clients call it.
 */
import type { Permission } from './permissions.js';

/** Only what the request calls of all three platforms can send: none of them has PATCH. */
export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

export type Access =
  | { readonly who: 'anyone' }
  | { readonly who: 'member' }
  | { readonly who: 'staff'; readonly permission?: Permission };

/**
 * How a repeat with the same Idempotency-Key is answered. `stored`: the first answer is kept in the same
 * transaction as the writes. `own`: the route calls an outside system, so it cannot hold a transaction
 * open; it is repeatable by its own unique keys.
 */
export type Repeats = 'stored' | 'own';

export interface RouteSpec {
  readonly method: Method;
  readonly path: `/api/${string}`;
  readonly access: Access;
  readonly summary: string;
  readonly repeats?: Repeats;
  /** Calls a minute for one caller (a member, a clerk, or an address where nobody is signed in). */
  readonly perMinute?: number;
}

export interface RouteShape {
  params?: Record<string, string>;
  query?: object;
  body?: object;
  result: unknown;
}

declare const shape: unique symbol;

export interface Route<Shape extends RouteShape> extends RouteSpec {
  readonly [shape]?: Shape;
}

export type ShapeOf<R> = R extends Route<infer Shape> ? Shape : never;
export type ResultOf<R> = ShapeOf<R>['result'];

export const ANYONE: Access = { who: 'anyone' };
export const MEMBER: Access = { who: 'member' };
export const STAFF: Access = { who: 'staff' };
export function may(permission: Permission): Access {
  return { who: 'staff', permission };
}

export function route<Shape extends RouteShape>(spec: RouteSpec): Route<Shape> {
  return Object.freeze(spec);
}

/** One page of a list; `page` counts from 1. */
export interface Page<T> {
  items: T[];
  total: number;
  page: number;
  pageSize: number;
}
