/**
 * Work for later: kept in PostgreSQL by graphile-worker, added in the business transaction, done at least
 * once by whichever server is free. A handler must therefore be harmless when it runs again.
 */
import {
  Inject,
  Injectable,
  Logger,
  SetMetadata,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { run, runMigrations, type Runner, type TaskList } from 'graphile-worker';
import { Pool } from 'pg';
import { CONFIG, type Config } from '../config.js';
import { withContext } from '../context.js';
import { Database } from '../database/database.js';
import { LISTENS } from '../events.js';

export const WORKS = 'tongdian:works';

/** Marks a method as the handler of a job: `@Works('orders.time-out')`. Its argument is what `add` was given. */
export function Works(name: string): MethodDecorator {
  return SetMetadata(WORKS, name);
}

export interface JobOptions {
  /** Not before this instant. */
  runAt?: Date;
  /** Two jobs with one key are one job; the later replaces the earlier. */
  key?: string;
  maxAttempts?: number;
}

type Handler = (payload: unknown) => Promise<void>;

@Injectable()
export class Jobs implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('jobs');
  private readonly handlers = new Map<string, Handler>();
  private readonly listeners = new Map<string, string[]>();
  private runner: Runner | null = null;
  private pool: Pool | null = null;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(Database) private readonly db: Database,
    @Inject(DiscoveryService) private readonly discovery: DiscoveryService,
    @Inject(Reflector) private readonly reflector: Reflector,
  ) {}

  listenersOf(event: string): readonly string[] {
    return this.listeners.get(event) ?? [];
  }

  async add(name: string, payload: unknown, options: JobOptions = {}): Promise<void> {
    await this.db.run(
      `select graphile_worker.add_job($1, payload := $2::json, run_at := $3, job_key := $4, max_attempts := $5)`,
      [name, JSON.stringify(payload), options.runAt ?? null, options.key ?? null, options.maxAttempts ?? 12],
    );
  }

  async onApplicationBootstrap(): Promise<void> {
    this.collect();
    await runMigrations({ connectionString: this.config.databaseUrl });
    await this.begin();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.runner?.stop();
    await this.pool?.end();
  }

  private async begin(): Promise<void> {
    this.pool = new Pool({
      connectionString: this.config.databaseUrl,
      max: 6,
      application_name: 'tongdian-jobs',
    });
    this.pool.on('error', (error) => this.log.warn(`job connection lost: ${error.message}`));
    const taskList: TaskList = {};
    for (const [name, handler] of this.handlers) {
      taskList[name] = (payload) =>
        withContext({ actor: { kind: 'system', name: '系统' } }, () => handler(payload));
    }
    this.runner = await run({
      pgPool: this.pool,
      taskList,
      concurrency: 4,
      pollInterval: 1_000,
      noHandleSignals: true,
    });
  }

  /** Finds every @Works and @Listens method of every provider. */
  private collect(): void {
    const scanner = new MetadataScanner();
    for (const { instance } of this.discovery.getProviders()) {
      if (!instance || typeof instance !== 'object') continue;
      const prototype = Object.getPrototypeOf(instance) as object | null;
      if (!prototype || prototype === Object.prototype) continue;
      for (const method of scanner.getAllMethodNames(prototype))
        this.collectMethod(instance as object, method);
    }
  }

  private collectMethod(instance: object, method: string): void {
    const handler = (instance as Record<string, unknown>)[method];
    if (typeof handler !== 'function') return;
    const bound = handler.bind(instance) as Handler;
    const job = this.reflector.get<string | undefined>(WORKS, handler);
    if (job) this.handle(job, bound);
    const event = this.reflector.get<string | undefined>(LISTENS, handler);
    if (!event) return;
    const listener = `${instance.constructor.name}.${method}`;
    this.handle(`event:${listener}`, bound);
    this.listeners.set(event, [...(this.listeners.get(event) ?? []), listener]);
  }

  private handle(name: string, handler: Handler): void {
    if (this.handlers.has(name)) throw new Error(`two handlers for job ${name}`);
    this.handlers.set(name, handler);
  }
}
