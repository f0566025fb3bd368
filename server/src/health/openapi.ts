/** The contract as OpenAPI 3.1, for partners: an output of the route table and the request classes, never a source. */
import { getMetadataStorage } from 'class-validator';
import { validationMetadatasToSchemas } from 'class-validator-jsonschema';
import { PROBLEMS } from '@tongdian/shared/contract/problems';
import type { RouteSpec } from '@tongdian/shared/contract/route';
import * as audit from '@tongdian/shared/contract/audit.routes';
import * as catalog from '@tongdian/shared/contract/catalog.routes';
import * as coupons from '@tongdian/shared/contract/coupons.routes';
import * as insights from '@tongdian/shared/contract/insights.routes';
import * as members from '@tongdian/shared/contract/members.routes';
import * as orders from '@tongdian/shared/contract/orders.routes';
import * as points from '@tongdian/shared/contract/points.routes';
import * as sales from '@tongdian/shared/contract/sales.routes';
import * as staff from '@tongdian/shared/contract/staff.routes';
import * as stores from '@tongdian/shared/contract/stores.routes';
import * as verification from '@tongdian/shared/contract/verification.routes';
import { bodyClassOf } from '../platform/http/handles.js';

const FEATURES: Record<string, object> = {
  members,
  points,
  stores,
  catalog,
  orders,
  coupons,
  verification,
  staff,
  audit,
  sales,
  insights,
};

function isRoute(value: unknown): value is RouteSpec {
  return (
    typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'access' in value
  );
}

/** Every route of the contract with the feature it belongs to. */
export function allRoutes(): { feature: string; name: string; route: RouteSpec }[] {
  return Object.entries(FEATURES).flatMap(([feature, constants]) =>
    Object.entries(constants)
      .filter((entry): entry is [string, RouteSpec] => isRoute(entry[1]))
      .map(([name, route]) => ({ feature, name, route })),
  );
}

function parametersOf(route: RouteSpec, query: Record<string, object>): object[] {
  const inPath = [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string', format: 'uuid' },
  }));
  const inQuery = Object.entries(query).map(([name, schema]) => ({
    name,
    in: 'query',
    required: false,
    schema,
  }));
  const repeat =
    route.method === 'GET'
      ? []
      : [
          {
            name: 'Idempotency-Key',
            in: 'header',
            required: false,
            schema: { type: 'string', pattern: '^[A-Za-z0-9_-]{8,64}$' },
          },
        ];
  return [...inPath, ...inQuery, ...repeat];
}

type Schemas = Record<string, { properties?: Record<string, object> }>;

function operation(feature: string, name: string, route: RouteSpec, schemas: Schemas): object {
  const input = bodyClassOf(route);
  const isQuery = route.method === 'GET';
  const query = isQuery && input ? (schemas[input]?.properties ?? {}) : {};
  return {
    operationId: name,
    tags: [feature],
    summary: route.summary,
    parameters: parametersOf(route, query),
    ...(!isQuery && input
      ? {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: { $ref: `#/components/schemas/${input}` } } },
          },
        }
      : {}),
    security: route.access.who === 'anyone' ? [] : [{ [route.access.who]: [] }],
    'x-permission': route.access.who === 'staff' ? (route.access.permission ?? null) : undefined,
    responses: {
      200: { description: 'Done', content: { 'application/json': {} } },
      default: {
        description: 'A named refusal',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
}

const bearer = { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' };

export function openApi(server: string): object {
  const schemas = validationMetadatasToSchemas({
    classValidatorMetadataStorage: getMetadataStorage(),
    refPointerPrefix: '#/components/schemas/',
  }) as Schemas;
  const paths: Record<string, Record<string, object>> = {};
  for (const { feature, name, route } of allRoutes()) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    (paths[path] ??= {})[route.method.toLowerCase()] = operation(feature, name, route, schemas);
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Tongdian', version: '0.1.0', description: 'One member ID over WeChat, Alipay and JD.' },
    servers: [{ url: server }],
    paths,
    components: {
      schemas: { ...schemas, Problem: problemSchema() },
      securitySchemes: { member: bearer, staff: bearer },
    },
  };
}

function problemSchema(): object {
  return {
    type: 'object',
    required: ['type', 'title', 'status', 'code', 'detail', 'requestId'],
    properties: {
      type: { type: 'string' },
      title: { type: 'string' },
      status: { type: 'integer' },
      code: { type: 'string', enum: Object.keys(PROBLEMS) },
      detail: { type: 'string' },
      errors: {
        type: 'array',
        items: { type: 'object', properties: { field: { type: 'string' }, rule: { type: 'string' } } },
      },
      facts: { type: 'object' },
      requestId: { type: 'string' },
    },
  };
}
