import { describe, expect, test } from 'vitest';
import {
  askAgainIn,
  isLiving,
  paramsUsable,
  refundAgainIn,
  shownState,
  type PaymentState,
} from './payment-rules.js';

const minutes = (ms: number | null) => (ms === null ? null : ms / 60_000);

describe('asking the platform again', () => {
  test('a living payment is asked about for as long as it lives, at most every five minutes', () => {
    expect([0, 1, 2, 3, 50].map((tries) => minutes(askAgainIn(true, tries)))).toEqual([0.25, 0.75, 2, 5, 5]);
  });

  test('an ended one is looked at three times more: money may still arrive', () => {
    expect([0, 1, 2, 3].map((tries) => minutes(askAgainIn(false, tries)))).toEqual([1, 10, 60, null]);
  });

  test('a refund is pursued for two weeks, then a person has to look', () => {
    let total = 0;
    let tries = 0;
    for (let wait = refundAgainIn(0); wait !== null; wait = refundAgainIn(++tries)) total += wait;
    expect(total / 86_400_000).toBeGreaterThan(13);
    expect(total / 86_400_000).toBeLessThan(15);
  });
});

describe('params', () => {
  const now = new Date('2026-06-13T06:00:00Z');
  const until = (seconds: number) => ({ params: {}, paramsUntil: new Date(now.getTime() + seconds * 1_000) });

  test('are handed out again while a password can still be typed in time', () => {
    expect([until(91), until(90), until(-1)].map((each) => paramsUsable(each, now))).toEqual([
      true,
      false,
      false,
    ]);
    expect(paramsUsable({ params: null, paramsUntil: new Date('2027-01-01') }, now)).toBe(false);
    expect(paramsUsable({ params: {}, paramsUntil: null }, now)).toBe(false);
  });
});

describe('what the buyer is told', () => {
  const told = (
    states: PaymentState[],
    refunds: ('intended' | 'done' | 'unknown')[] = [],
    orderPaid = false,
  ) =>
    shownState(
      states.map((state) => ({ state })),
      refunds.map((state) => ({ state })),
      orderPaid,
    );

  test.each<[PaymentState[], ReturnType<typeof told>]>([
    [[], 'none'],
    [['failed'], 'none'],
    [['failed', 'intended'], 'open'],
    [['open', 'closed'], 'open'],
    [['unknown'], 'unknown'],
    [['closed', 'failed'], 'closed'],
    [['paid', 'closed'], 'paid'],
  ])('%j is %s', (states, shown) => expect(told(states)).toBe(shown));

  test('money on its way back counts more than that it had come', () => {
    expect(told(['paid'], ['unknown'])).toBe('refunding');
    expect(told(['paid'], ['done'])).toBe('refunded');
    expect(told(['paid', 'paid'], ['done', 'intended'])).toBe('refunding');
  });

  test('a paid order is paid, whatever became of a second payment', () => {
    expect(told(['paid', 'paid'], ['intended'], true)).toBe('paid');
  });

  test('three states are alive', () => {
    const all: PaymentState[] = ['intended', 'open', 'unknown', 'paid', 'closed', 'failed'];
    expect(all.filter(isLiving)).toEqual(['intended', 'open', 'unknown']);
  });
});
