import fc from 'fast-check';
import { expect, test } from 'vitest';
import { paymentText } from './payment-text.js';

test('whatever the goods are called, all three platforms take the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (name) => {
      const text = paymentText(name);
      expect(text.length).toBeGreaterThan(0);
      expect([...text].length).toBeLessThanOrEqual(60);
      expect(text).not.toMatch(/[/=&\n\r\t]|[\u{10000}-\u{10ffff}]/u);
      expect(paymentText(text)).toBe(text);
    }),
  );
});

test('a plain name stays as it is', () => {
  expect(paymentText('晨雾 拼配豆 250g 等 3 件')).toBe('晨雾 拼配豆 250g 等 3 件');
});
