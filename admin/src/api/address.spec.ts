import { expect, it } from 'vitest';
import { addressOf } from './address';

it('fills parameters and leaves absent queries out', () => {
  expect(addressOf('/api/a/:id/b', { id: 'x y' }, { page: 2, search: '', from: undefined })).toBe(
    '/api/a/x%20y/b?page=2',
  );
});

it('refuses to go out with a hole in the path', () => {
  expect(() => addressOf('/api/a/:id')).toThrow(RangeError);
});
