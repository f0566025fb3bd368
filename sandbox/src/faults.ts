/** Fault orders: what shall go wrong, where, and how many times. */
import { randomUUID } from 'node:crypto';
import type { Platform, Trade } from './state.js';

export type Where = 'notify' | 'api';

const SIGNED: readonly Platform[] = ['wechat', 'alipay'];
/** Alipay's query answers name neither app nor seller. */
const TELLS_SELLER: readonly Platform[] = ['wechat', 'jd'];
const EVERY: readonly Platform[] = ['wechat', 'alipay', 'jd'];

/** Which fault exists where. JD's answers and WeChat's log-in answers carry no signature to spoil. */
export const FAULT_KINDS = {
  duplicate: { notify: EVERY, api: [] },
  late: { notify: EVERY, api: EVERY },
  'out-of-order': { notify: EVERY, api: [] },
  replay: { notify: EVERY, api: [] },
  forged: { notify: EVERY, api: SIGNED },
  stale: { notify: EVERY, api: SIGNED },
  'wrong-amount': { notify: EVERY, api: EVERY },
  'wrong-app': { notify: EVERY, api: TELLS_SELLER },
  'wrong-seller': { notify: EVERY, api: TELLS_SELLER },
  'wrong-key': { notify: EVERY, api: SIGNED },
  'rotated-key': { notify: EVERY, api: SIGNED },
  signtest: { notify: ['wechat'], api: ['wechat'] },
  'sign-type-rsa': { notify: ['alipay'], api: ['alipay'] },
  'duplicate-key-response': { notify: [], api: ['alipay'] },
  'timeout-before': { notify: [], api: EVERY },
  'timeout-after': { notify: [], api: EVERY },
  'error-500': { notify: [], api: EVERY },
  'error-500-after': { notify: [], api: EVERY },
  'error-429': { notify: [], api: EVERY },
  'half-body': { notify: [], api: EVERY },
  'refund-fails': { notify: [], api: EVERY },
} as const satisfies Record<string, Record<Where, readonly Platform[]>>;

export type FaultKind = keyof typeof FAULT_KINDS;

/** Faults of a signature: calls whose answers are not signed leave them for the next signed one. */
const NEEDS_SEAL: readonly FaultKind[] = [
  'forged',
  'stale',
  'wrong-key',
  'rotated-key',
  'signtest',
  'sign-type-rsa',
  'duplicate-key-response',
];

/** Faults of content wait for the operation whose answer has that content. */
const ONLY_AT: Partial<Record<FaultKind, string>> = {
  'wrong-amount': 'query',
  'wrong-app': 'query',
  'wrong-seller': 'query',
  'refund-fails': 'refund',
};

export interface FaultOrder {
  platform: Platform | '*';
  where: Where;
  kind: FaultKind;
  /** Operation (`prepay`, `query`, `refund`, `paid` …) or the platform's own method name; null = all. */
  method: string | null;
  /** Messages still to be spoilt; null = until cleared. */
  times: number | null;
  delayMs: number | null;
  /** Notifies: the spoilt message comes in place of the true one, not before it. */
  instead: boolean;
}

export interface Fault extends FaultOrder {
  id: string;
  used: number;
}

/** Does this fault exist at this place of this platform? */
export function exists(kind: FaultKind, where: Where, platform: Platform | '*'): boolean {
  const platforms: readonly Platform[] = FAULT_KINDS[kind][where];
  return platform === '*' ? platforms.length > 0 : platforms.includes(platform);
}

export class FaultBook {
  #faults: Fault[] = [];

  add(order: FaultOrder): Fault {
    const fault = { ...order, id: randomUUID(), used: 0 };
    this.#faults.push(fault);
    return fault;
  }

  list(): Fault[] {
    return [...this.#faults];
  }

  clear(id?: string): number {
    const before = this.#faults.length;
    this.#faults = id ? this.#faults.filter((fault) => fault.id !== id) : [];
    return before - this.#faults.length;
  }

  /** Every order for this notify, each counted as used. */
  takeAll(platform: Platform, names: readonly string[]): Fault[] {
    return this.#matching(platform, 'notify', names).map((fault) => this.#use(fault));
  }

  /** The oldest order for this call: orders for one call are used up one call after another. */
  takeOne(platform: Platform, names: readonly string[], unsigned: boolean): Fault | null {
    const fault = this.#matching(platform, 'api', names).find(
      ({ kind }) =>
        (!unsigned || !NEEDS_SEAL.includes(kind)) && names.includes(ONLY_AT[kind] ?? names[0] ?? ''),
    );
    return fault ? this.#use(fault) : null;
  }

  #matching(platform: Platform, where: Where, names: readonly string[]): Fault[] {
    return this.#faults.filter(
      (fault) =>
        fault.where === where &&
        (fault.platform === platform || fault.platform === '*') &&
        exists(fault.kind, where, platform) &&
        (fault.method === null || names.includes(fault.method)),
    );
  }

  #use(fault: Fault): Fault {
    fault.used += 1;
    if (fault.times !== null) fault.times -= 1;
    if (fault.times === 0) this.#faults = this.#faults.filter((other) => other !== fault);
    return fault;
  }
}

/** How a message is signed: the plain way, or spoilt. */
export interface Sealing {
  key: 'current' | 'rotated' | 'stranger';
  /** The stranger pretends to be the known key, or admits another serial. */ pretend: boolean;
  sha1: boolean;
  signtest: boolean;
  /** The message says that it is this old. */ ageMs: number;
  /** The signature belongs to the true body, the body sent is another. */ alterBody: boolean;
  duplicateKey: boolean;
}

/** Older than the platform's window: five minutes on WeChat Pay and JD, a day of repeats on Alipay. */
const STALE_MS: Record<Platform, number> = { wechat: 11 * 60_000, jd: 11 * 60_000, alipay: 27 * 3_600_000 };

export function sealingFor(
  fault: Pick<Fault, 'kind' | 'delayMs'> | null,
  where: Where,
  platform: Platform,
): Sealing {
  const kind = fault?.kind;
  const forgedNotify = kind === 'forged' && where === 'notify';
  return {
    key: kind === 'wrong-key' || forgedNotify ? 'stranger' : kind === 'rotated-key' ? 'rotated' : 'current',
    pretend: forgedNotify,
    sha1: kind === 'sign-type-rsa',
    signtest: kind === 'signtest',
    ageMs: kind === 'stale' ? (fault?.delayMs ?? STALE_MS[platform]) : 0,
    alterBody: kind === 'forged' && where === 'api',
    duplicateKey: kind === 'duplicate-key-response',
  };
}

/** The trade as a wrong message tells it: one fen more, another app, another seller. Correctly signed all the same. */
export function disguised(trade: Trade, kind: FaultKind | null): Trade {
  if (kind === 'wrong-amount') return { ...trade, amountFen: trade.amountFen + 1 };
  if (kind === 'wrong-app')
    return { ...trade, appId: otherNumber(trade.appId), shopId: trade.shopId && otherNumber(trade.shopId) };
  if (kind === 'wrong-seller') return { ...trade, sellerId: otherNumber(trade.sellerId) };
  return trade;
}

/** The same JSON with its last digit changed: what a forger on the line would send. */
export function altered(json: string): string {
  if (!/\d/.test(json)) return `${json} `;
  return json.replace(/(\d)(\D*)$/, (_, digit: string, rest: string) => `${(Number(digit) + 1) % 10}${rest}`);
}

const otherNumber = (text: string) => text.slice(0, -1) + (text.endsWith('7') ? '3' : '7');
