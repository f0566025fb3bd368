/** Codes that a phone hands to the merchant's server: each works once, and only for a few minutes. */
import { randomHex } from './crypto.js';
import type { Code, StateFile } from './state.js';

const MINUTE_MS = 60_000;

const LIFE_MS: Record<Code['kind'], number> = {
  'wechat-login': 5 * MINUTE_MS,
  'wechat-phone': 5 * MINUTE_MS,
  // Documented as "3 minutes to 24 hours"; the shortest finds a slow caller.
  'alipay-auth': 3 * MINUTE_MS,
  'alipay-refresh': 30 * 24 * 60 * MINUTE_MS,
  'jd-login': 5 * MINUTE_MS,
  // [U] JD publishes neither the life of an ISV token nor whether it may be used twice.
  'jd-isv': 5 * MINUTE_MS,
};
const KEPT_CODES = 5_000;

export class CodeBook {
  constructor(
    private readonly file: StateFile,
    private readonly now: () => number,
  ) {}

  issue(kind: Code['kind'], user: string, phone: string | null = null): string {
    const code = `${randomHex(16)}`;
    const { codes } = this.file.state;
    codes.push({ code, kind, user, phone, issuedAt: this.now(), usedAt: null });
    if (codes.length > KEPT_CODES) codes.splice(0, codes.length - KEPT_CODES);
    this.file.touch();
    return code;
  }

  /** The code's owner on its first use; afterwards says why not. */
  redeem(kind: Code['kind'], code: string): Code | 'unknown' | 'expired' | 'used' {
    const found = this.file.state.codes.findLast((each) => each.code === code && each.kind === kind);
    if (!found) return 'unknown';
    if (found.usedAt !== null) return 'used';
    if (this.now() - found.issuedAt >= LIFE_MS[kind]) return 'expired';
    found.usedAt = this.now();
    this.file.touch();
    return found;
  }
}

/** Request nonces: a signed request counts once within the time window. */
export class NonceBook {
  readonly #seen = new Map<string, number>();

  constructor(private readonly now: () => number) {}

  /** False when this nonce came before. */
  take(nonce: string, windowMs: number): boolean {
    const now = this.now();
    for (const [old, until] of this.#seen) {
      if (until > now) break;
      this.#seen.delete(old);
    }
    if (this.#seen.has(nonce)) return false;
    this.#seen.set(nonce, now + windowMs);
    return true;
  }
}
