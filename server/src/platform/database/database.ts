/**
 * The way to PostgreSQL. A transaction opened by `tx` is joined by everything called inside it; statements
 * are prepared once a connection. Fixed SQL goes through `rows`, `one` and `run`; plain reads and writes of
 * entities through `manager`.
 */
import { Inject, Injectable, Logger } from '@nestjs/common';
import pg, { type Pool, type PoolClient } from 'pg';
import { DataSource, type EntityManager } from 'typeorm';
import { currentContext, withContext, type Transaction } from '../context.js';

// bigint columns hold fen and counts: whole numbers far below 2^53. Anything larger is refused, not rounded.
pg.types.setTypeParser(20, (text) => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`bigint out of range: ${text}`);
  return value;
});

const names = new Map<string, string>();

/** A constant statement keeps one name, so that PostgreSQL plans it once a connection. */
function nameOf(text: string): string | undefined {
  let name = names.get(text);
  if (!name && names.size < 2_000) names.set(text, (name = `s${names.size}`));
  return name;
}

/**
 * Inside a transaction there is one connection: statements asked for side by side wait for each other here,
 * and not in the driver, which will stop doing that. Gives back what undoes it.
 */
function oneAtATime(client: PoolClient): () => void {
  const query = client.query.bind(client) as (...args: unknown[]) => Promise<unknown>;
  let last: Promise<unknown> = Promise.resolve();
  const queued = (...args: unknown[]): Promise<unknown> => {
    const next = last.then(() => query(...args));
    last = next.catch(() => undefined);
    return next;
  };
  Object.assign(client, { query: queued });
  return () => void delete (client as Partial<PoolClient>).query;
}

@Injectable()
export class Database {
  private readonly log = new Logger('database');

  constructor(@Inject(DataSource) private readonly source: DataSource) {}

  private get pool(): Pool {
    return (this.source.driver as unknown as { master: Pool }).master;
  }

  private get client(): Pool | PoolClient {
    return currentContext().transaction?.client ?? this.pool;
  }

  /** For entities; inside `tx` it is the transaction's. */
  get manager(): EntityManager {
    return currentContext().transaction?.runner.manager ?? this.source.manager;
  }

  async rows<T extends object>(text: string, values: readonly unknown[] = []): Promise<T[]> {
    const result = await this.client.query({ name: nameOf(text), text, values: values as unknown[] });
    return result.rows as T[];
  }

  /** The only row, or null. Throws when there are more: the statement was meant to find one. */
  async one<T extends object>(text: string, values: readonly unknown[] = []): Promise<T | null> {
    const rows = await this.rows<T>(text, values);
    if (rows.length > 1) throw new Error(`expected one row, got ${rows.length}`);
    return rows[0] ?? null;
  }

  /** Runs a statement and says how many rows it touched: guarded writes must look at it. */
  async run(text: string, values: readonly unknown[] = []): Promise<number> {
    const result = await this.client.query({ name: nameOf(text), text, values: values as unknown[] });
    return result.rowCount ?? 0;
  }

  get inTransaction(): boolean {
    return currentContext().transaction !== null;
  }

  /** Opens a transaction, or joins the one that is open. Throws = everything is rolled back. */
  async tx<T>(work: () => Promise<T>): Promise<T> {
    if (this.inTransaction) return work();
    const runner = this.source.createQueryRunner();
    const transaction: Transaction = { runner, client: await runner.connect(), afterCommit: [] };
    const asBefore = oneAtATime(transaction.client);
    try {
      await runner.startTransaction();
      const result = await withContext({ transaction }, work);
      await runner.commitTransaction();
      this.runAfter(transaction);
      return result;
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction();
      throw error;
    } finally {
      asBefore();
      await runner.release();
    }
  }

  /**
   * A part that may fail on a unique key without losing the rest: inside a transaction it is a savepoint.
   */
  async attempt<T>(work: () => Promise<T>): Promise<T> {
    const transaction = currentContext().transaction;
    if (!transaction) return this.tx(work);
    await transaction.client.query('savepoint attempt');
    try {
      const result = await work();
      await transaction.client.query('release savepoint attempt');
      return result;
    } catch (error) {
      await transaction.client.query('rollback to savepoint attempt');
      throw error;
    }
  }

  /** Runs when the writes are safe: at once outside a transaction, else after its commit. */
  afterCommit(work: () => void): void {
    const transaction = currentContext().transaction;
    if (transaction) transaction.afterCommit.push(work);
    else work();
  }

  private runAfter(transaction: Transaction): void {
    withContext({ transaction: null }, () => {
      for (const work of transaction.afterCommit) {
        try {
          work();
        } catch (error) {
          this.log.error(error);
        }
      }
    });
  }
}

/** PostgreSQL's "unique_violation", by the name of the constraint when given. */
export function isDuplicate(error: unknown, constraint?: string): boolean {
  const failure = error as {
    code?: string;
    constraint?: string;
    driverError?: { code?: string; constraint?: string };
  };
  const cause = failure.driverError ?? failure;
  return cause.code === '23505' && (constraint === undefined || cause.constraint === constraint);
}
