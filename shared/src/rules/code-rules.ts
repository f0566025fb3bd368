/**
 * The rotating code of the counter. The phone is given a handle and a secret once; from then on it makes a
 * new code every 20 seconds without network: 12 digits = 6 digits of handle + 6 digits of an HMAC-SHA256 over
 * "<handle>.<step>". The QR carries the same and 20 more hex digits, so that a scan cannot be guessed.
 * This file has the arithmetic; each side brings its own HMAC (RFC 4226 section 5.3 truncation).
 */

export const STEP_SECONDS = 20;
/** A code is taken in its own step, the one after (slow hands), and one before (a phone running fast). */
export const STEPS_BACK = 1;
export const STEPS_AHEAD = 1;

const HANDLE = /^\d{6}$/;
const TYPED = /^(\d{6})(\d{6})$/;
const SCANNED = /^TD1\.(\d{6})\.(\d{6})\.([0-9a-f]{20})$/;

export interface ReadCode {
  handle: string;
  digits: string;
  /** Null when typed: twelve digits are all that a person can be asked for. */
  mac: string | null;
}

export function stepAt(instantMs: number): number {
  return Math.floor(instantMs / (STEP_SECONDS * 1_000));
}

/** Milliseconds until the code changes. */
export function untilNextStep(instantMs: number): number {
  const size = STEP_SECONDS * 1_000;
  return size - (instantMs % size);
}

/** What the HMAC is taken over, as ASCII. */
export function messageFor(handle: string, step: number): string {
  if (!HANDLE.test(handle)) throw new RangeError('handle: six digits');
  return `tongdian-code-1.${handle}.${step}`;
}

/** Six digits from an HMAC-SHA256 (32 bytes) by dynamic truncation. */
export function digitsFrom(mac: Uint8Array): string {
  const offset = mac[31]! & 0x0f;
  const number =
    ((mac[offset]! & 0x7f) << 24) | (mac[offset + 1]! << 16) | (mac[offset + 2]! << 8) | mac[offset + 3]!;
  return String(number % 1_000_000).padStart(6, '0');
}

/** Ten bytes of the HMAC as hex: the part that only a QR carries. */
export function macText(mac: Uint8Array): string {
  let text = '';
  for (let index = 0; index < 10; index += 1) text += mac[index]!.toString(16).padStart(2, '0');
  return text;
}

export function qrText(handle: string, mac: Uint8Array): string {
  return `TD1.${handle}.${digitsFrom(mac)}.${macText(mac)}`;
}

/** "6204 8817 3950" */
export function spokenCode(handle: string, mac: Uint8Array): string {
  return `${handle}${digitsFrom(mac)}`.replace(/(\d{4})(?=\d)/g, '$1 ');
}

/** Reads what a scanner or a clerk's fingers brought. Null = not one of ours. */
export function readCode(text: string): ReadCode | null {
  const compact = text.trim().replace(/[\s-]/g, '');
  const scanned = SCANNED.exec(text.trim());
  if (scanned) return { handle: scanned[1]!, digits: scanned[2]!, mac: scanned[3]! };
  const typed = TYPED.exec(compact);
  return typed ? { handle: typed[1]!, digits: typed[2]!, mac: null } : null;
}
