import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  mayHappen,
  nextState,
  ORDER_EVENTS,
  ORDER_STATE_NAMES,
  ORDER_STATES,
  ORDER_TRANSITIONS,
  type OrderState,
} from './order-states.js';

const FINAL: OrderState[] = ['completed', 'cancelled', 'closed'];

describe('the life of an order', () => {
  it('has one answer to each event in each state', () => {
    const keys = ORDER_TRANSITIONS.map(({ from, event }) => `${from} ${event}`);
    expect(new Set(keys).size).toBe(keys.length);
    for (const { from, event, to } of ORDER_TRANSITIONS) expect(nextState(from, event)).toBe(to);
  });

  it('reaches every state, and ends in every state that is no end', () => {
    const reached = new Set<OrderState>(['awaiting_payment']);
    for (const _ of ORDER_STATES)
      for (const { from, to } of ORDER_TRANSITIONS) if (reached.has(from)) reached.add(to);
    expect(reached).toEqual(new Set(ORDER_STATES));
    for (const state of ORDER_STATES)
      expect(ORDER_TRANSITIONS.some(({ from }) => from === state)).toBe(!FINAL.includes(state));
  });

  it('is paid at most once and never after it ended unpaid, whatever comes in whatever order', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...ORDER_EVENTS), { maxLength: 30 }), (events) => {
        let state: OrderState = 'awaiting_payment';
        let paid = 0;
        for (const event of events) {
          const next = nextState(state, event);
          if (!next) continue;
          if (event === 'pay') paid += 1;
          state = next;
        }
        expect(paid).toBeLessThanOrEqual(1);
        if (state === 'cancelled' || state === 'closed') expect(paid).toBe(0);
        if (state !== 'awaiting_payment' && state !== 'cancelled' && state !== 'closed') expect(paid).toBe(1);
      }),
    );
  });

  it('lets a member cancel what is unpaid, and staff hand over what is paid', () => {
    expect(mayHappen('awaiting_payment', 'cancel', 'member')).toBe(true);
    expect(mayHappen('awaiting_payment', 'cancel', 'staff')).toBe(false);
    expect(mayHappen('paid', 'cancel', 'member')).toBe(false);
    expect(mayHappen('ready_for_pickup', 'hand_over', 'staff')).toBe(true);
    expect(mayHappen('ready_for_pickup', 'hand_over', 'member')).toBe(false);
    expect(mayHappen('awaiting_payment', 'pay', 'member')).toBe(false);
  });

  it('has a name for each state', () => {
    for (const state of ORDER_STATES) expect(ORDER_STATE_NAMES[state]).toMatch(/^[\u4e00-\u9fff]{3,4}$/);
  });
});
