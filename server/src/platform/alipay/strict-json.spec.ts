import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DoubledKey, strictMembers } from './strict-json.js';

describe('strict reading of a signed answer', () => {
  it('gives every top-level value as the very text it came as', () => {
    const text = '{ "a_response" : {"code":"10000","url":"http:\\/\\/x","n":1.50} ,"sign":"q\\"}=" }';
    expect(Object.fromEntries(strictMembers(text))).toEqual({
      a_response: '{"code":"10000","url":"http:\\/\\/x","n":1.50}',
      sign: '"q\\"}="',
    });
  });

  it.each([
    '{"a":1,"a":2}',
    '{"a":{"b":1,"b":2}}',
    '{"a":[{"b":1},{"c":{"d":1,"d":1}}]}',
    '{"sign":"x","si\\u0067n":"y"}',
    '{"x_response":{"total":"1.00"},"sign":"S","x_response":{"total":"9.00"}}',
  ])('refuses a doubled key: %s', (text) => {
    expect(() => strictMembers(text)).toThrow(DoubledKey);
  });

  it.each(['[]', '"text"', 'null', '7', '{"a":1} {"b":2}', '{"a":1', ''])(
    'refuses what is no object: %s',
    (text) => {
      expect(() => strictMembers(text)).toThrow(SyntaxError);
    },
  );

  it('agrees with JSON.parse on any object, whatever the strings hold', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.jsonValue()),
        fc.constantFrom(undefined, 2),
        (object, space) => {
          const text = JSON.stringify(object, null, space);
          const read = [...strictMembers(text)].map(([key, raw]): [string, unknown] => [
            key,
            JSON.parse(raw),
          ]);
          expect(new Map(read)).toEqual(new Map(Object.entries(JSON.parse(text) as object)));
        },
      ),
    );
  });
});
