// A database of its own for each test file: a copy of a template that is migrated once for the whole run.
import { randomBytes } from 'node:crypto';
import { connected, createDatabase, dropDatabase, withDatabase } from '../postgres/databases.js';

export interface TestDatabase {
  url: string;
  /** Drops it, also while something is still connected. */
  drop(): Promise<void>;
}

/** Any number: whoever holds this advisory lock makes the template, the others wait and find it made. */
const TEMPLATE_LOCK = 7_201_001;

/**
 * Makes a fresh database from the template `name`; `migrate` fills the template the first time.
 * Needs the address of a running PostgreSQL in TEST_DATABASE_URL (see global-postgres.ts).
 */
export async function createTestDatabase(
  migrate: (url: string) => Promise<void>,
  name = 'tongdian_template',
): Promise<TestDatabase> {
  const admin = process.env.TEST_DATABASE_URL;
  if (!admin) throw new Error('TEST_DATABASE_URL is not set: use global-postgres.ts as globalSetup');
  const own = `test_${randomBytes(6).toString('hex')}`;
  await connected(admin, async (client) => {
    await client.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    const made = `${name}_made`;
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [made]);
    if (!rowCount) {
      // Under another name until it is whole: a migration that failed leaves no half-made template behind.
      await client.query(`drop database if exists ${client.escapeIdentifier(name)} with (force)`);
      await migrate(await createDatabase(admin, name));
      await client.query(
        `alter database ${client.escapeIdentifier(name)} rename to ${client.escapeIdentifier(made)}`,
      );
    }
    // A template must have no other connection while it is copied: still under the lock.
    await createDatabase(admin, own, made);
  });
  return { url: withDatabase(admin, own), drop: () => dropDatabase(admin, own) };
}
