import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isId, uuidV7 } from './ids.js';

const random = fc.uint8Array({ minLength: 10, maxLength: 10 });
const millis = fc.integer({ min: 0, max: 2 ** 48 - 1 });

describe('an id', () => {
  it('is a UUID of version 7 with its time in front', () => {
    fc.assert(
      fc.property(millis, random, (at, bytes) => {
        const id = uuidV7(at, bytes);
        expect(isId(id)).toBe(true);
        expect(id[14]).toBe('7');
        expect('89ab').toContain(id[19]);
        expect(Number.parseInt(id.replace('-', '').slice(0, 12), 16)).toBe(at);
      }),
    );
  });

  it('sorts as text by the time it was made', () => {
    fc.assert(
      fc.property(millis, millis, random, random, (a, b, first, second) => {
        fc.pre(a < b);
        expect(uuidV7(a, first) < uuidV7(b, second)).toBe(true);
      }),
    );
  });

  it('keeps all 74 bits of chance apart', () => {
    fc.assert(
      fc.property(
        random,
        fc.integer({ min: 0, max: 9 }),
        fc.integer({ min: 1, max: 255 }),
        (bytes, at, flip) => {
          const other = Uint8Array.from(bytes);
          other[at]! ^= flip;
          // The four bits of the version and the two of the variant are not chance.
          const kept = at === 0 ? flip & 0x0f : at === 2 ? flip & 0x3f : flip;
          expect(uuidV7(1, bytes) === uuidV7(1, other)).toBe(kept === 0);
        },
      ),
    );
  });

  it('is not made of too little chance, nor taken for one in another form', () => {
    expect(() => uuidV7(1, new Uint8Array(9))).toThrow(RangeError);
    const id = uuidV7(1, new Uint8Array(10).fill(0xab));
    for (const text of [id.toUpperCase(), ` ${id}`, `${id}\n`, id.slice(1), '', 7, null, undefined, {}])
      expect(isId(text)).toBe(false);
  });
});
