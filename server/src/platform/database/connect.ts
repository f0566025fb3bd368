/** A database for a command that is no server: connected, migrated, and closed by its caller. */
import { DataSource } from 'typeorm';
import { MIGRATIONS } from '../../migrations/all.js';
import { Database } from './database.js';

export async function connectDatabase(url: string): Promise<{ db: Database; close: () => Promise<void> }> {
  const source = await new DataSource({ type: 'postgres', url, migrations: MIGRATIONS }).initialize();
  await source.runMigrations({ transaction: 'each' });
  return { db: new Database(source), close: () => source.destroy() };
}
