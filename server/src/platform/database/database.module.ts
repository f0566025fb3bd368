/** Connects to PostgreSQL, refuses versions below 15, migrates, and offers `Database` to all features. */
import { Global, Inject, Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../config.js';
import { MIGRATIONS } from '../../migrations/all.js';
import { Database } from './database.js';

const LOWEST_VERSION = 150_000;

/** One server migrates at a time: the others wait here. */
const MIGRATION_LOCK = 731_554_201;

async function migrate(source: DataSource): Promise<void> {
  const runner = source.createQueryRunner();
  try {
    await runner.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await source.runMigrations({ transaction: 'each' });
  } finally {
    await runner.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    await runner.release();
  }
}

@Global()
@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      inject: [CONFIG],
      useFactory: (config: Config) => ({
        type: 'postgres' as const,
        url: config.databaseUrl,
        autoLoadEntities: true,
        synchronize: false,
        migrations: MIGRATIONS,
        migrationsRun: false,
        retryAttempts: 0,
        extra: { max: 16, connectionTimeoutMillis: 5_000, application_name: 'tongdian' },
      }),
    }),
  ],
  providers: [Database],
  exports: [Database],
})
export class DatabaseModule implements OnModuleInit {
  constructor(@Inject(DataSource) private readonly source: DataSource) {}

  async onModuleInit(): Promise<void> {
    const [row] = await this.source.query<{ version: string }[]>(
      "select current_setting('server_version_num') as version",
    );
    if (Number(row!.version) < LOWEST_VERSION)
      throw new Error(`PostgreSQL 15 or newer is needed, this is ${row!.version}`);
    await migrate(this.source);
  }
}
