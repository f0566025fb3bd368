/**
 * The token of JD 收银 (V4.0): SHA1 over a secret and the message. That is no HMAC and carries no nonce, so
 * whoever receives one compares in constant time, keeps a time window, and takes each message once.
 */
import { createHash } from 'node:crypto';
import type { Config } from '../config.js';
import { sameSecret } from '../security/vault.js';

const WINDOW_S = 300;

export interface TokenParts {
  secretKey: string;
  timestamp: string;
  /** As called; absent in notifies. */
  path?: string;
  /** The exact bytes, as text; left out with its name when there is none. */
  body?: string;
}

/** Upper-case hex of `secretKey=…&timestamp=…&path=…&body=…`. */
export function jdPayToken(parts: TokenParts): string {
  const { secretKey, timestamp, path, body } = parts;
  const text = Object.entries({ secretKey, timestamp, path, body })
    .filter(([, value]) => value)
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
  return createHash('sha1').update(text).digest('hex').toUpperCase();
}

/** Why a notify is not JD's, or null when it is. [U] The width of the window is ours: JD names none. */
export function distrustToken(
  secrets: Pick<Config['jdPay'], 'secretKey' | 'nextSecretKey'>,
  headers: Record<string, string | string[] | undefined>,
  body: string,
  now: Date,
): string | null {
  const { timestamp, token } = headers;
  if (typeof timestamp !== 'string' || typeof token !== 'string') return 'token headers missing or doubled';
  if (!/^[1-9]\d{9}$/.test(timestamp)) return 'malformed timestamp';
  if (Math.abs(now.getTime() / 1_000 - Number(timestamp)) >= WINDOW_S) return 'outside the time window';
  const isBy = (secretKey: string): boolean => sameSecret(jdPayToken({ secretKey, timestamp, body }), token);
  const next = secrets.nextSecretKey;
  return isBy(secrets.secretKey) || (next && now < next.until && isBy(next.key)) ? null : 'wrong token';
}
