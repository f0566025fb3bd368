/** `stable_token`: the same token until it nears its end, forced renewal rarely, old and new overlap for 5 minutes. */
import { randomHex, sameText } from '../crypto.js';
import type { Bag } from '../fields.js';
import type { Sandbox } from '../sandbox.js';
import { beijingDay } from '../time.js';
import { WechatRefusal } from './protocol.js';

const LIFE_MS = 7_200_000;
const OVERLAP_MS = 300_000;
const FORCED_A_DAY = 20;
const FORCED_SPACING_MS = 30_000;

export class TokenDesk {
  #current: { token: string; until: number } | null = null;
  #previous: { token: string; until: number } | null = null;
  #forced: number[] = [];

  constructor(private readonly sandbox: Sandbox) {}

  issue(body: Bag): { access_token: string; expires_in: number } {
    const { appId, appSecret } = this.sandbox.keys.wechat;
    if (body['grant_type'] !== 'client_credential') throw new WechatRefusal(40002, 'invalid grant_type');
    if (body['appid'] !== appId) throw new WechatRefusal(40013, 'invalid appid');
    if (!sameText(String(body['secret']), appSecret)) throw new WechatRefusal(40125, 'invalid appsecret');
    const now = this.sandbox.now();
    const forced = body['force_refresh'] === true;
    if (forced) this.#countForced(now);
    if (forced || !this.#current || this.#current.until - now < OVERLAP_MS) this.#renew(now, forced);
    const current = this.#current;
    if (!current) throw new Error('no token after renewal');
    return { access_token: current.token, expires_in: Math.floor((current.until - now) / 1000) };
  }

  /** Throws 40001 or 42001 unless the query's token is good now. */
  require(query: Bag): void {
    const token = query['access_token'];
    const now = this.sandbox.now();
    if (typeof token !== 'string' || token === '') throw new WechatRefusal(41001, 'access_token missing');
    for (const held of [this.#current, this.#previous]) {
      if (held?.token !== token) continue;
      if (held.until > now) return;
      throw new WechatRefusal(42001, 'access_token expired');
    }
    throw new WechatRefusal(40001, 'invalid credential, access_token is invalid or not latest');
  }

  #renew(now: number, forced: boolean): void {
    // A forced renewal ends the old token at once; a regular one lets both live for 5 minutes.
    this.#previous =
      this.#current && !forced
        ? { ...this.#current, until: Math.min(this.#current.until, now + OVERLAP_MS) }
        : null;
    this.#current = { token: `80_${randomHex(60)}`, until: now + LIFE_MS };
  }

  #countForced(now: number): void {
    this.#forced = this.#forced.filter((at) => beijingDay(at) === beijingDay(now));
    const last = this.#forced.at(-1);
    if (this.#forced.length >= FORCED_A_DAY)
      throw new WechatRefusal(45009, 'reach max api daily quota limit');
    if (last !== undefined && now - last < FORCED_SPACING_MS)
      throw new WechatRefusal(45011, 'force_refresh too frequent');
    this.#forced.push(now);
  }
}
