/**
 * Idempotency-Key: the key, the writes and the answer are one transaction. A repeat that arrives while the
 * first is still running waits on the key's row and then reads the first answer. A refusal of a rule (4xx)
 * is kept too, on its own, after everything else was rolled back.
 */
import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { RouteSpec } from '@tongdian/shared/contract/route';
import { addMs, DAY_MS } from '@tongdian/shared/kernel/time';
import { Clock } from '../clock.js';
import { Database } from '../database/database.js';
import { Works } from '../jobs/jobs.js';
import { Problem } from '../problem.js';
import { Vault } from '../security/vault.js';

export interface Repeatable {
  caller: string;
  key: string;
  route: RouteSpec;
  /** Path and body: the same key for another request is a mistake of the client. */
  request: string;
}

interface Answer {
  value?: unknown;
  problem?: { code: Problem['code']; facts: Problem['facts']; errors: Problem['errors'] };
}

interface KeptAnswer {
  request_hash: Buffer;
  answer: Buffer;
}

/** Nobody repeats a call after this long. */
const KEPT_DAYS = 7;

const KEPT_REFUSALS = new Set([404, 409, 422]);

@Injectable()
export class Repeats {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Vault) private readonly vault: Vault,
  ) {}

  @Works('platform.forget-repeats', { cron: '40 19 * * *' })
  async forget(): Promise<void> {
    const before = addMs(this.clock.now(), -KEPT_DAYS * DAY_MS);
    await this.db.run('delete from idempotency_keys where created_at < $1', [before]);
  }

  async once<T>(call: Repeatable, work: () => Promise<T>): Promise<T> {
    const hash = createHash('sha256').update(call.request).digest();
    try {
      return await this.db.tx(async () => {
        if (!(await this.take(call, hash))) return this.firstAnswer<T>(call, hash);
        const value = await work();
        await this.db.run(
          'update idempotency_keys set status = 200, answer = $3 where caller = $1 and key = $2',
          [call.caller, call.key, this.sealed({ value })],
        );
        return value;
      });
    } catch (error) {
      if (
        error instanceof Problem &&
        KEPT_REFUSALS.has(error.status) &&
        error.code !== 'idempotency_key_reused'
      )
        await this.keepRefusal(call, hash, error);
      throw error;
    }
  }

  private async take(call: Repeatable, hash: Buffer): Promise<boolean> {
    const taken = await this.db.run(
      `insert into idempotency_keys (caller, key, route, request_hash, created_at) values ($1, $2, $3, $4, $5)
       on conflict (caller, key) do nothing`,
      [call.caller, call.key, `${call.route.method} ${call.route.path}`, hash, this.clock.now()],
    );
    return taken === 1;
  }

  private async firstAnswer<T>(call: Repeatable, hash: Buffer): Promise<T> {
    const kept = await this.db.one<KeptAnswer>(
      'select request_hash, answer from idempotency_keys where caller = $1 and key = $2',
      [call.caller, call.key],
    );
    if (!kept || !kept.request_hash.equals(hash)) throw new Problem('idempotency_key_reused');
    const { problem, value } = JSON.parse(this.vault.open(kept.answer)) as Answer;
    if (problem) throw new Problem(problem.code, problem.facts, problem.errors);
    return value as T;
  }

  private async keepRefusal(call: Repeatable, hash: Buffer, error: Problem): Promise<void> {
    await this.db.run(
      `insert into idempotency_keys (caller, key, route, request_hash, status, answer, created_at)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict (caller, key) do nothing`,
      [
        call.caller,
        call.key,
        `${call.route.method} ${call.route.path}`,
        hash,
        error.status,
        this.sealed({ problem: { code: error.code, facts: error.facts, errors: error.errors } }),
        this.clock.now(),
      ],
    );
  }

  private sealed(answer: Answer): Buffer {
    return this.vault.seal(JSON.stringify(answer));
  }
}
