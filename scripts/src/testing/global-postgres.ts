// For vitest's `globalSetup`: one PostgreSQL for all test files of a run. `pnpm test` starts one for every
// package and names it in TEST_DATABASE_URL; run by hand, a package starts its own and ends it.
import { startPostgres } from '../postgres.js';
import { endAll } from '../process/child.js';

export default async function setup(): Promise<() => Promise<void>> {
  if (process.env.TEST_DATABASE_URL) return async () => undefined;
  const postgres = await startPostgres({ durable: false });
  process.env.TEST_DATABASE_URL = postgres.url;
  return endAll;
}
