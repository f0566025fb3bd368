import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  digitsFrom,
  macText,
  messageFor,
  qrText,
  readCode,
  spokenCode,
  stepAt,
  STEP_SECONDS,
  STEPS_AHEAD,
  STEPS_BACK,
  untilNextStep,
} from './code-rules.js';

const handles = fc.integer({ min: 0, max: 999_999 }).map((number) => String(number).padStart(6, '0'));
const macs = fc.uint8Array({ minLength: 32, maxLength: 32 });

describe('a rotating code', () => {
  it('is read back from the QR and from typing, however it is spaced', () => {
    fc.assert(
      fc.property(handles, macs, (handle, mac) => {
        const digits = digitsFrom(mac);
        expect(digits).toMatch(/^\d{6}$/);
        expect(readCode(qrText(handle, mac))).toEqual({ handle, digits, mac: macText(mac) });
        const spoken = spokenCode(handle, mac);
        expect(spoken).toMatch(/^\d{4} \d{4} \d{4}$/);
        for (const typed of [spoken, spoken.replaceAll(' ', ''), spoken.replaceAll(' ', '-'), ` ${spoken}\n`])
          expect(readCode(typed)).toEqual({ handle, digits, mac: null });
      }),
    );
  });

  it('is nothing else: what is not one of ours is not read', () => {
    for (const text of [
      '',
      '12345678901',
      '1234567890123',
      'TD1.123456.123456',
      'TD2.123456.123456.aaaaaaaaaaaaaaaaaaaa',
      'https://example.com',
      'TD1.123456.123456.AAAAAAAAAAAAAAAAAAAA',
      '１２３４５６７８９０１２',
    ])
      expect(readCode(text), text).toBeNull();
    fc.assert(
      fc.property(fc.string(), (text) => {
        const read = readCode(text);
        if (read) expect(text.replace(/[\s-]/g, '')).toMatch(/^(\d{12}|TD1\.\d{6}\.\d{6}\.[0-9a-f]{20})$/);
      }),
    );
  });

  it('truncates as RFC 4226 does', () => {
    // Appendix D of RFC 4226: HMAC-SHA-1 of counter 0 truncates to 755224. Its 20 bytes, the last at our end.
    const sha1 = createHmac('sha1', '12345678901234567890').update(Buffer.alloc(8)).digest();
    const padded = new Uint8Array(32);
    padded.set(sha1.subarray(0, 19));
    padded[31] = sha1[19]!;
    expect(digitsFrom(padded)).toBe('755224');
  });

  it('changes with the step and with the handle, and its text is the same on both sides', () => {
    const digest = (handle: string, step: number) =>
      createHmac('sha256', Buffer.alloc(32, 7)).update(messageFor(handle, step)).digest();
    expect(messageFor('042817', 89_000_000)).toBe('tongdian-code-1.042817.89000000');
    expect(qrText('042817', digest('042817', 1))).not.toBe(qrText('042817', digest('042817', 2)));
    expect(macText(digest('042817', 1))).not.toBe(macText(digest('042818', 1)));
    expect(() => messageFor('42817', 1)).toThrow(RangeError);
    expect(() => messageFor('04281a', 1)).toThrow(RangeError);
  });

  it('makes a screenshot worthless within a minute', () => {
    const steps = 1 + STEPS_BACK + STEPS_AHEAD;
    expect(steps * STEP_SECONDS).toBeLessThanOrEqual(60);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000_000_000 }), (shot) => {
        // Taken at `shot` on a phone whose clock is as fast as is allowed at all.
        const step = stepAt(shot + STEPS_AHEAD * STEP_SECONDS * 1_000);
        expect(stepAt(shot + 60_000) - step > STEPS_BACK).toBe(true);
      }),
    );
  });

  it('tells when it changes', () => {
    expect(untilNextStep(0)).toBe(20_000);
    expect(untilNextStep(19_999)).toBe(1);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000_000_000 }), (at) => {
        expect(stepAt(at + untilNextStep(at))).toBe(stepAt(at) + 1);
        expect(stepAt(at + untilNextStep(at) - 1)).toBe(stepAt(at));
      }),
    );
  });
});
