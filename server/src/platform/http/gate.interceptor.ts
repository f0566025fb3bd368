/**
 * Every call passes here: is it a route of the contract, who asks, how often, and is it a repeat. The
 * controller then runs with the caller in its context.
 */
import {
  Inject,
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import type { RouteSpec } from '@tongdian/shared/contract/route';
import { withContext, type Actor } from '../context.js';
import { Problem } from '../problem.js';
import { Repeats } from './repeats.js';
import { ROUTE } from './handles.js';

const KEY = /^[A-Za-z0-9_-]{8,64}$/;

export interface AdmittedRequest extends FastifyRequest {
  actor?: Actor;
}

function callerName(actor: Actor, request: FastifyRequest): string {
  if (actor.kind === 'member') return `member:${actor.memberId}`;
  if (actor.kind === 'staff') return `staff:${actor.staffId}`;
  return `address:${request.ip}`;
}

@Injectable()
export class Gate implements NestInterceptor {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(Repeats) private readonly repeats: Repeats,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const route = this.reflector.get<RouteSpec | undefined>(ROUTE, context.getHandler());
    const request = context.switchToHttp().getRequest<AdmittedRequest>();
    const actor = request.actor ?? { kind: 'system' as const, name: '访客' };
    return from(
      withContext({ actor, requestId: request.id, transaction: null }, () =>
        this.answer(route, request, actor, next),
      ),
    );
  }

  private answer(
    route: RouteSpec | undefined,
    request: AdmittedRequest,
    actor: Actor,
    next: CallHandler,
  ): Promise<unknown> {
    const run = (): Promise<unknown> => lastValueFrom(next.handle());
    if (!route || route.method === 'GET') return run();
    const key = request.headers['idempotency-key'];
    if (key === undefined) return run();
    if (typeof key !== 'string' || !KEY.test(key))
      return Promise.reject(new Problem('idempotency_key_invalid'));
    if (route.repeats === 'own') return run();
    const asked = `${request.method} ${request.url}\n${JSON.stringify(request.body ?? null)}`;
    return this.repeats.once({ caller: callerName(actor, request), key, route, request: asked }, run);
  }
}
