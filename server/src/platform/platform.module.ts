/** The floor under every feature. */
import { Global, Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, DiscoveryModule } from '@nestjs/core';
import { Audit } from './audit.js';
import { Clock } from './clock.js';
import { CONFIG, type Config } from './config.js';
import { DatabaseModule } from './database/database.module.js';
import { HttpClient } from './http-client.js';
import { AccessGuard } from './http/access.guard.js';
import { Gate } from './http/gate.interceptor.js';
import { LivingSessions } from './http/living-sessions.js';
import { Pace } from './http/pace.js';
import { ProblemFilter } from './http/problem.filter.js';
import { Repeats } from './http/repeats.js';
import { Jobs } from './jobs/jobs.js';
import { Outbox } from './outbox.js';
import { Tokens } from './security/tokens.js';
import { Vault } from './security/vault.js';

const shared = [Audit, Clock, HttpClient, Jobs, LivingSessions, Outbox, Pace, Repeats, Tokens, Vault];

@Global()
@Module({
  imports: [DatabaseModule, DiscoveryModule],
  providers: [
    ...shared,
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_INTERCEPTOR, useClass: Gate },
    { provide: APP_FILTER, useClass: ProblemFilter },
  ],
  exports: [CONFIG, ...shared],
})
export class PlatformModule {
  /** The settings come from outside: several servers in one process each have their own. */
  static with(config: Config): DynamicModule {
    return { module: PlatformModule, providers: [{ provide: CONFIG, useValue: config }] };
  }
}
