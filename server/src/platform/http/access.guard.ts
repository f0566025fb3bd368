/** Lets a call in or refuses it, by the access its route names; also counts calls a minute. */
import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { RouteSpec } from '@tongdian/shared/contract/route';
import { Problem } from '../problem.js';
import { Tokens } from '../security/tokens.js';
import { identify, mustBeAllowed } from './access.js';
import type { AdmittedRequest } from './gate.interceptor.js';
import { ROUTE } from './handles.js';
import { LivingSessions } from './living-sessions.js';
import { Pace } from './pace.js';

export const OUTSIDE = 'tongdian:outside';

@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(Tokens) private readonly tokens: Tokens,
    @Inject(Pace) private readonly pace: Pace,
    @Inject(LivingSessions) private readonly sessions: LivingSessions,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const route = this.reflector.get<RouteSpec | undefined>(ROUTE, context.getHandler());
    const request = context.switchToHttp().getRequest<AdmittedRequest>();
    // Platform notifications and the health page are no routes of the contract; they say so themselves.
    if (!route) {
      if (this.reflector.get<boolean | undefined>(OUTSIDE, context.getHandler())) return true;
      throw new Problem('not_found');
    }
    const actor = identify(route, request, this.tokens);
    const caller =
      actor.kind === 'member' ? actor.memberId : actor.kind === 'staff' ? actor.staffId : request.ip;
    this.pace.count(`${route.method} ${route.path} ${caller}`, route.perMinute ?? 600);
    request.actor =
      actor.kind === 'member' || actor.kind === 'staff' ? await this.sessions.confirm(actor) : actor;
    mustBeAllowed(route, request.actor);
    return true;
  }
}
