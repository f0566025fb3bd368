/** Starts the server: reads the environment, migrates, opens the port. Fails with one clear line. */
import 'reflect-metadata';
import { ConfigError } from './platform/config.js';
import { createServer } from './server.js';

/** What a person needs to hear; everything else is in the log. */
function inOneLine(error: unknown): string {
  if (error instanceof ConfigError) return error.message;
  const { code, message } = error as { code?: string; message?: string };
  if (code === 'EADDRINUSE') return `port ${process.env['PORT'] ?? '4600'} is taken`;
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND') return 'DATABASE_URL: no PostgreSQL answers there';
  if (code === '28P01' || code === '28000') return 'DATABASE_URL: user or password is wrong';
  if (code === '3D000') return 'DATABASE_URL: there is no such database';
  return message?.split('\n')[0] ?? String(error);
}

try {
  const server = await createServer();
  const stop = (): void => void server.close().then(() => process.exit(0));
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  await server.listen();
} catch (error) {
  if (process.env['TONGDIAN_DEBUG']) console.error(error);
  console.error(`tongdian: ${inOneLine(error)}`);
  process.exit(1);
}
