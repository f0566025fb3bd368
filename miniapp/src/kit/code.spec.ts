import { createHmac } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';

vi.mock('@tarojs/taro', () => ({ default: {} }));
vi.stubGlobal('TONGDIAN_API', '');

const { bytesOf, codeAt } = await import('./code');
const { digitsFrom, messageFor, readCode, STEP_SECONDS, stepAt } =
  await import('@tongdian/shared/rules/code-rules');

const secret = Buffer.from(Array.from({ length: 32 }, (_, index) => index * 7 + 1));
const seed = {
  handle: '620488',
  secret: secret.toString('base64url'),
  stepSeconds: STEP_SECONDS,
  serverTime: '',
  expiresAt: '',
  couponId: null,
  aheadMs: 0,
};

describe('the code on the phone', () => {
  it('is what the server computes from the same secret and step', () => {
    const at = Date.UTC(2026, 5, 13, 6, 32, 5);
    const shown = codeAt(seed, at);
    const mac = createHmac('sha256', secret)
      .update(messageFor('620488', stepAt(at)))
      .digest();
    expect(readCode(shown.qr)).toEqual({
      handle: '620488',
      digits: digitsFrom(mac),
      mac: mac.subarray(0, 10).toString('hex'),
    });
    expect(shown.spoken.replaceAll(' ', '')).toBe(`620488${digitsFrom(mac)}`);
    expect(shown.spoken).toMatch(/^\d{4} \d{4} \d{4}$/);
  });

  it('goes by the clock of the server, not of the phone', () => {
    const at = Date.UTC(2026, 5, 13, 6, 32, 5);
    expect(codeAt({ ...seed, aheadMs: 600_000 }, at - 600_000).qr).toBe(codeAt(seed, at).qr);
  });

  it('changes with every step and says how long it is good for', () => {
    const begin = stepAt(Date.now()) * STEP_SECONDS * 1_000;
    expect(codeAt(seed, begin).qr).not.toBe(codeAt(seed, begin + STEP_SECONDS * 1_000).qr);
    expect(codeAt(seed, begin).leftMs).toBe(STEP_SECONDS * 1_000);
    expect(codeAt(seed, begin + 5_000).leftMs).toBe(STEP_SECONDS * 1_000 - 5_000);
  });

  it('reads base64url of any length', () => {
    for (let size = 0; size < 40; size += 1) {
      const bytes = secret.subarray(0, size);
      expect([...bytesOf(bytes.toString('base64url'))]).toEqual([...bytes]);
      expect([...bytesOf(bytes.toString('base64'))]).toEqual([...bytes]);
    }
    expect(() => bytesOf('a b')).toThrow(RangeError);
  });
});
