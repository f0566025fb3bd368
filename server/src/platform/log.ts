/** Logs as JSON lines on stderr; secrets and personal data are cut out by name, wherever they stand. */
import type { LoggerService } from '@nestjs/common';
import { destination, pino } from 'pino';

const SECRET = [
  'authorization',
  'password',
  'token',
  'accessToken',
  'refreshToken',
  'secret',
  'code',
  'phone',
  'sign',
];

export class JsonLogger implements LoggerService {
  private readonly lines = pino(
    {
      level: process.env['LOG_LEVEL'] ?? 'warn',
      redact: { paths: SECRET.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '…' },
      serializers: { error: pino.stdSerializers.err, err: pino.stdSerializers.err },
      base: null,
    },
    destination({ dest: 2, sync: false }),
  );

  private write(level: 'info' | 'warn' | 'error' | 'debug', message: unknown, rest: unknown[]): void {
    const context = typeof rest.at(-1) === 'string' ? (rest.at(-1) as string) : undefined;
    if (message instanceof Error) this.lines[level]({ err: message, context });
    else if (typeof message === 'object' && message !== null) this.lines[level]({ ...message, context });
    else this.lines[level]({ context }, String(message));
  }

  readonly log = (message: unknown, ...rest: unknown[]): void => this.write('info', message, rest);
  readonly warn = (message: unknown, ...rest: unknown[]): void => this.write('warn', message, rest);
  readonly error = (message: unknown, ...rest: unknown[]): void => this.write('error', message, rest);
  readonly debug = (message: unknown, ...rest: unknown[]): void => this.write('debug', message, rest);
  readonly fatal = (message: unknown, ...rest: unknown[]): void => this.write('error', message, rest);
  readonly verbose = (message: unknown, ...rest: unknown[]): void => this.write('debug', message, rest);
}
