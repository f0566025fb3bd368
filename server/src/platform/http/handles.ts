/**
 * Binds a controller method to a route of the contract. The method must resolve to the route's result, or
 * the server does not compile. Path, verb and access are read from the route, never written twice.
 */
import { applyDecorators, HttpCode, RequestMapping, RequestMethod, SetMetadata } from '@nestjs/common';
import type { Route, RouteSpec, ResultOf } from '@tongdian/shared/contract/route';

export const ROUTE = 'tongdian:route';

const VERBS: Record<RouteSpec['method'], RequestMethod> = {
  GET: RequestMethod.GET,
  POST: RequestMethod.POST,
  PUT: RequestMethod.PUT,
  DELETE: RequestMethod.DELETE,
};

const inputs = new Map<RouteSpec, string>();

/** The name of the class that a bound route takes as body (or, for GET, as query); for the OpenAPI output. */
export function bodyClassOf(route: RouteSpec): string | null {
  return inputs.get(route) ?? null;
}

/** Request classes stand in *.dto.ts and are named …Body or …Query. */
function inputClass(target: object, key: string | symbol): string | null {
  const types = (Reflect.getMetadata('design:paramtypes', target, key) ?? []) as { name?: string }[];
  return types.map((type) => type.name ?? '').find((name) => /(Body|Query)$/.test(name)) ?? null;
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a route of any shape
type AnyRoute = Route<any>;

export function Handles<R extends AnyRoute>(route: R) {
  return <A extends unknown[]>(
    target: object,
    key: string | symbol,
    // eslint-disable-next-line @typescript-eslint/no-explicit-any -- parameters are bound by their own decorators
    descriptor: TypedPropertyDescriptor<(...args: any[] & A) => Promise<ResultOf<R>>>,
  ): void => {
    const input = inputClass(target, key);
    if (input) inputs.set(route as RouteSpec, input);
    applyDecorators(
      RequestMapping({ path: route.path, method: VERBS[route.method] }),
      HttpCode(200),
      SetMetadata(ROUTE, route),
    )(target, key, descriptor as TypedPropertyDescriptor<unknown>);
  };
}
