import { expect, it } from 'vitest';
import { SubmitKeys } from './submit-keys';

function keys(): SubmitKeys {
  let count = 0;
  return new SubmitKeys(() => `key-${(count += 1)}`);
}

it('a retry of the same content after no answer keeps its key', () => {
  const form = keys();
  const first = form.keyFor({ a: 1 });
  form.ended(0);
  expect(form.keyFor({ a: 1 })).toBe(first);
  form.ended(502);
  expect(form.keyFor({ a: 1 })).toBe(first);
});

it('changed content gets a new key', () => {
  const form = keys();
  const first = form.keyFor({ a: 1 });
  form.ended(0);
  expect(form.keyFor({ a: 2 })).not.toBe(first);
});

it('after a clear yes or no the same content is a new wish', () => {
  const form = keys();
  for (const status of [201, 409, 422]) {
    const key = form.keyFor({ a: 1 });
    form.ended(status);
    expect(form.keyFor({ a: 1 })).not.toBe(key);
  }
});
