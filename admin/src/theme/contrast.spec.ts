import { expect, it } from 'vitest';
import { contrastOf, weakPairs } from './contrast';

it('black on white is 21 to 1, a colour on itself 1 to 1', () => {
  expect(contrastOf('#000000', '#FFFFFF')).toBeCloseTo(21, 5);
  expect(contrastOf('#865012', '#865012')).toBe(1);
});

it('the lamp on the page ground is too weak for words', () => {
  expect(contrastOf('#E6AE57', '#F5F4F0')).toBeLessThan(3);
});

it('every pair of the brand can be read, in light and dark', () => {
  expect(weakPairs()).toEqual([]);
});
