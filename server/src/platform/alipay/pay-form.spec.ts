import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readForm, signedText } from './pay-form.js';

const names = fc.stringMatching(/^[a-z][a-z0-9_]{0,20}$/);
const fields = fc.dictionary(names, fc.string({ unit: 'grapheme', maxLength: 40 }), {
  minKeys: 1,
  maxKeys: 20,
  noNullPrototype: true,
});

test('what a form says is read back letter for letter', () => {
  fc.assert(
    fc.property(fields, (form) => {
      const read = readForm(Buffer.from(new URLSearchParams(form).toString()));
      expect(Object.fromEntries(read)).toEqual({ ...form });
    }),
  );
});

test('a name that stands twice makes the whole form unreadable', () => {
  fc.assert(
    fc.property(fields, fc.string(), (form, second) => {
      const doubled = new URLSearchParams(form);
      doubled.append(Object.keys(form)[0]!, second);
      expect(() => readForm(Buffer.from(doubled.toString()))).toThrow('doubled field');
    }),
  );
});

test('no bytes make it fail in another way than by refusing', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      try {
        readForm(Buffer.from(bytes));
      } catch (error) {
        expect(error).toBeInstanceOf(Error);
        expect((error as Error).message.length).toBeLessThan(100);
      }
    }),
  );
});

test('the signed text is sorted, keeps empty values, and leaves out sign and, as asked, sign_type', () => {
  const form = readForm(Buffer.from('b=2&sign=x&a=&sign_type=RSA2'));
  expect(signedText(form, false)).toBe('a=&b=2');
  expect(signedText(form, true)).toBe('a=&b=2&sign_type=RSA2');
});
