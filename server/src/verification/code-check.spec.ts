import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import {
  messageFor,
  qrText,
  readCode,
  spokenCode,
  stepAt,
  STEP_SECONDS,
} from '@tongdian/shared/rules/code-rules';
import { describe, expect, it } from 'vitest';
import { judgeCode } from './code-check.js';

const STEP_MS = STEP_SECONDS * 1_000;
const secrets = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes));
const instants = fc.integer({ min: 1_700_000_000_000, max: 1_900_000_000_000 });
const handle = '042817';

function codes(secret: Buffer, step: number) {
  const mac = createHmac('sha256', secret).update(messageFor(handle, step)).digest();
  return { qr: readCode(qrText(handle, mac))!, typed: readCode(spokenCode(handle, mac))! };
}

describe('a code against its seed', () => {
  it('is taken in its own step and the two beside it, and told from one that was', () => {
    fc.assert(
      fc.property(secrets, instants, fc.integer({ min: -150, max: 10 }), (secret, at, away) => {
        const step = stepAt(at) + away;
        const verdict = judgeCode(codes(secret, step).qr, secret.toString('base64url'), new Date(at));
        if (Math.abs(away) <= 1) expect(verdict).toEqual({ fits: 'now', step });
        else expect(verdict).toEqual({ fits: away < 0 ? 'before' : 'never' });
      }),
    );
  });

  it('is worth nothing a minute after it was seen, on a phone with any clock that it was taken from', () => {
    fc.assert(
      fc.property(secrets, instants, fc.integer({ min: -300_000, max: 300_000 }), (secret, at, skew) => {
        const { qr, typed } = codes(secret, stepAt(at + skew));
        const text = secret.toString('base64url');
        const [now, later] = [new Date(at), new Date(at + 60_000)];
        for (const read of [qr, typed])
          if (judgeCode(read, text, now).fits === 'now')
            expect(judgeCode(read, text, later).fits).not.toBe('now');
      }),
    );
  });

  it('of another secret, or with one letter changed, fits never', () => {
    fc.assert(
      fc.property(secrets, secrets, instants, fc.integer({ min: 0, max: 19 }), (secret, other, at, index) => {
        fc.pre(!secret.equals(other));
        const { qr } = codes(secret, stepAt(at));
        const now = new Date(at);
        expect(judgeCode(qr, other.toString('base64url'), now).fits).toBe('never');
        const letters = [...qr.mac!];
        letters[index] = letters[index] === 'f' ? '0' : 'f';
        if (letters.join('') === qr.mac) return;
        expect(judgeCode({ ...qr, mac: letters.join('') }, secret.toString('base64url'), now).fits).toBe(
          'never',
        );
      }),
    );
  });

  it('typed is forgotten sooner than scanned: six digits fit some step by chance too often', () => {
    const secret = Buffer.alloc(32, 7);
    const at = 1_800_000_000_000;
    const old = codes(secret, stepAt(at - 60 * STEP_MS));
    expect(judgeCode(old.qr, secret.toString('base64url'), new Date(at)).fits).toBe('before');
    expect(judgeCode(old.typed, secret.toString('base64url'), new Date(at)).fits).toBe('never');
  });
});
