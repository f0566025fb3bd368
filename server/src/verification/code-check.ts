/** Is this code the one that its seed makes now, made before, or never made? Pure but for the HMAC. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import {
  digitsFrom,
  macText,
  messageFor,
  stepAt,
  STEPS_AHEAD,
  STEPS_BACK,
  type ReadCode,
} from '@tongdian/shared/rules/code-rules';

/** An hour back: an old screenshot is told from a code that never was. */
const REMEMBERED_STEPS = 180;

/** Typed wrong this often, a handle takes no typed codes for a while; a QR still works. */
export const MOST_WRONG_TYPED = 10;
/** So many unknown codes in the window, and the clerk has to wait. */
export const MOST_UNKNOWN = 20;
export const WRONG_WINDOW_MINUTES = 10;

export type CodeVerdict = { fits: 'now'; step: number } | { fits: 'before' } | { fits: 'never' };

function fitsAt(read: ReadCode, secret: Buffer, step: number): boolean {
  const mac = createHmac('sha256', secret).update(messageFor(read.handle, step)).digest();
  const made = read.mac === null ? digitsFrom(mac) : digitsFrom(mac) + macText(mac);
  const brought = read.mac === null ? read.digits : read.digits + read.mac;
  return timingSafeEqual(Buffer.from(made), Buffer.from(brought));
}

/** `secret` is the seed's 32 bytes in base64url. */
export function judgeCode(read: ReadCode, secret: string, now: Date): CodeVerdict {
  const key = Buffer.from(secret, 'base64url');
  const current = stepAt(now.getTime());
  for (let step = current + STEPS_AHEAD; step >= current - STEPS_BACK; step -= 1)
    if (fitsAt(read, key, step)) return { fits: 'now', step };
  // Typed digits would fit some step by chance too often: only a QR is recognised by its past beyond minutes.
  const back = read.mac === null ? REMEMBERED_STEPS / 12 : REMEMBERED_STEPS;
  for (let step = current - STEPS_BACK - 1; step >= current - back; step -= 1)
    if (fitsAt(read, key, step)) return { fits: 'before' };
  return { fits: 'never' };
}
