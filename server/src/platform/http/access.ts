/** Who may call: read from the route, decided before anything else. A handler without a route is refused. */
import type { FastifyRequest } from 'fastify';
import type { RouteSpec } from '@tongdian/shared/contract/route';
import type { Actor } from '../context.js';
import { Problem } from '../problem.js';
import type { Claims, Tokens } from '../security/tokens.js';

export function bearerOf(request: FastifyRequest): string | null {
  const header = request.headers.authorization;
  const match = header ? /^Bearer ([A-Za-z0-9._-]{20,4096})$/.exec(header) : null;
  return match ? match[1]! : null;
}

function actorOf(claims: Claims): Actor {
  if (claims.kind === 'member') {
    return {
      kind: 'member',
      memberId: claims.sub,
      sessionId: claims.sid,
      identityId: claims.idn,
      platform: claims.platform,
      deviceId: claims.device,
    };
  }
  return {
    kind: 'staff',
    staffId: claims.sub,
    sessionId: claims.sid,
    name: claims.name,
    role: claims.role,
    permissions: claims.permissions,
    storeIds: claims.stores,
  };
}

/** Who the token says it is, and of the kind the route is for. Refuses with 401 (who are you) or 403 (not you). */
export function identify(route: RouteSpec, request: FastifyRequest, tokens: Tokens): Actor {
  const { access } = route;
  if (access.who === 'anyone') return { kind: 'system', name: '访客' };
  const token = bearerOf(request);
  if (!token) throw new Problem('sign_in_needed');
  const actor = actorOf(tokens.verify(token));
  if (actor.kind !== access.who) throw new Problem('not_allowed');
  return actor;
}

/** Asked of the actor as of now: a right that was taken away is gone at once. */
export function mustBeAllowed(route: RouteSpec, actor: Actor): void {
  const { access } = route;
  if (access.who !== 'staff' || !access.permission) return;
  if (actor.kind !== 'staff' || !actor.permissions.includes(access.permission))
    throw new Problem('not_allowed');
}
