/**
 * The rotating code on the phone: the server hands over a handle and a secret once, from then on every code is
 * made here, without network. The clock is the server's: the difference is measured when the secret comes.
 */
import { hmac } from '@noble/hashes/hmac';
import { sha256 } from '@noble/hashes/sha2';
import { messageFor, qrText, spokenCode, stepAt, untilNextStep } from '@tongdian/shared/rules/code-rules';
import { openCode, type CodeSeedView } from '@tongdian/shared/contract/verification.routes';
import { call } from './api';
import { forget, keep, kept } from './storage';

export interface CodeSeed extends CodeSeedView {
  /** Server clock minus device clock, ms. */
  aheadMs: number;
}

export interface ShownCode {
  qr: string;
  spoken: string;
  /** Until the next code. */
  leftMs: number;
  stepMs: number;
}

const RENEW_BEFORE_MS = 3_600_000;
/** A device whose clock is off by more than this is told so; its codes are right all the same. */
export const CLOCK_WRONG_MS = 60_000;

const place = (couponId: string | null): string => `code.${couponId ?? 'member'}`;

export function keptSeed(couponId: string | null): CodeSeed | null {
  const seed = kept<CodeSeed>(place(couponId));
  return seed && Date.parse(seed.expiresAt) > Date.now() + seed.aheadMs ? seed : null;
}

/** A new secret; the old one of this device is left to run out. */
export async function freshSeed(couponId: string | null): Promise<CodeSeed> {
  const asked = Date.now();
  const view = await call(openCode, { body: couponId ? { couponId } : {} });
  const middle = (asked + Date.now()) / 2;
  const seed = { ...view, aheadMs: Math.round(Date.parse(view.serverTime) - middle) };
  keep(place(couponId), seed);
  return seed;
}

export function needsRenewal(seed: CodeSeed): boolean {
  return Date.parse(seed.expiresAt) - (Date.now() + seed.aheadMs) < RENEW_BEFORE_MS;
}

export function dropSeed(couponId: string | null): void {
  forget(place(couponId));
}

/** Mini-programs have no atob; base64url by hand. */
export function bytesOf(base64url: string): Uint8Array {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const out: number[] = [];
  let bits = 0;
  let value = 0;
  for (const letter of base64url.replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')) {
    const index = letters.indexOf(letter);
    if (index < 0) throw new RangeError('not base64url');
    value = (value << 6) | index;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      out.push((value >> bits) & 255);
    }
  }
  return Uint8Array.from(out);
}

function ascii(text: string): Uint8Array {
  return Uint8Array.from([...text].map((letter) => letter.charCodeAt(0)));
}

export function codeAt(seed: CodeSeed, deviceMs: number): ShownCode {
  const serverMs = deviceMs + seed.aheadMs;
  const mac = hmac(sha256, bytesOf(seed.secret), ascii(messageFor(seed.handle, stepAt(serverMs))));
  return {
    qr: qrText(seed.handle, mac),
    spoken: spokenCode(seed.handle, mac),
    leftMs: untilNextStep(serverMs),
    stepMs: seed.stepSeconds * 1_000,
  };
}
