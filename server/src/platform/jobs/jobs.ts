/**
 * Work for later: kept in PostgreSQL by graphile-worker, added in the business transaction, done at least
 * once by whichever server is free. A handler must therefore be harmless when it runs again.
 */
import {
  Inject,
  Injectable,
  Logger,
  SetMetadata,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import {
  Logger as WorkerLogger,
  parseCronItems,
  run,
  runMigrations,
  type ParsedCronItem,
  type Runner,
  type TaskList,
} from 'graphile-worker';
import { Pool } from 'pg';
import { CONFIG, type Config } from '../config.js';
import { withContext } from '../context.js';
import { Database } from '../database/database.js';
import { LISTENS } from '../events.js';

export const WORKS = 'tongdian:works';

export const AGAIN = 'tongdian:again';

/**
 * Marks a method as the handler of a job: `@Works('orders.time-out')`. Its argument is what `add` was given.
 * With `cron` ("10 16 * * *", in UTC: 00:10 in Shanghai) it also runs by itself, once for all servers of the
 * house, and once for a time that was missed while none was up (within a day).
 */
export function Works(name: string, again?: { cron: string }): MethodDecorator {
  return (target, key, descriptor) => {
    SetMetadata(WORKS, name)(target, key, descriptor);
    if (again) SetMetadata(AGAIN, again.cron)(target, key, descriptor);
  };
}

export interface JobOptions {
  /** Not before this instant. */
  runAt?: Date;
  /** Two jobs with one key are one job; the later replaces the earlier. */
  key?: string;
  maxAttempts?: number;
}

type Handler = (payload: unknown) => Promise<void>;

const DAY_MS = 86_400_000;

/** What the worker tells goes the way of all logs; its chatter about every job goes nowhere. */
const workerLogger = (log: Logger): WorkerLogger =>
  new WorkerLogger(() => (level, message) => {
    if (level === 'error') log.error(message);
    else if (level === 'warning') log.warn(message);
  });

@Injectable()
export class Jobs implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger('jobs');
  private readonly handlers = new Map<string, Handler>();
  private readonly listeners = new Map<string, string[]>();
  private readonly crons: ParsedCronItem[] = [];
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

  /** Takes back a job that was planned under a key; one that is running already goes on. */
  async cancel(key: string): Promise<void> {
    await this.db.run('select graphile_worker.remove_job($1)', [key]);
  }

  async onApplicationBootstrap(): Promise<void> {
    this.collect();
    await runMigrations({ connectionString: this.config.databaseUrl });
    await this.begin();
  }

  /** Before the database closes: a running job may finish. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.runner?.stop();
    await this.pool?.end();
  }

  private async begin(): Promise<void> {
    this.pool = new Pool({
      connectionString: this.config.databaseUrl,
      max: 6,
      application_name: 'tongdian-jobs',
    });
    const lost = (error: Error): void => this.log.warn(`job connection lost: ${error.message}`);
    this.pool.on('error', lost);
    this.pool.on('connect', (client) => void client.on('error', lost));
    const taskList: TaskList = {};
    for (const [name, handler] of this.handlers) {
      taskList[name] = (payload) =>
        withContext({ actor: { kind: 'system', name: '系统' } }, () => handler(payload));
    }
    this.runner = await run({
      pgPool: this.pool,
      taskList,
      parsedCronItems: this.crons,
      logger: workerLogger(this.log),
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
    const cron = this.reflector.get<string | undefined>(AGAIN, handler);
    if (job && cron)
      this.crons.push(
        ...parseCronItems([
          { task: job, match: cron, identifier: job, options: { backfillPeriod: DAY_MS, maxAttempts: 12 } },
        ]),
      );
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
