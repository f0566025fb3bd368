import fc from 'fast-check';
import { endOfBusinessDay } from '@tongdian/shared/kernel/time';
import { describe, expect, it } from 'vitest';
import { judgeUndo } from './undo-rules.js';

const at = new Date('2026-06-13T06:32:00Z');
const subject = { clerkId: 'shen', at, undoneAt: null, handedOver: false };
const after = (minutes: number): Date => new Date(+at + minutes * 60_000);
const clerk = (staffId: string) => ({ staffId, mayUndoAny: false });
const manager = (staffId: string) => ({ staffId, mayUndoAny: true });

describe('a redemption is taken back', () => {
  it('by the same clerk, less than ten minutes after', () => {
    expect(judgeUndo(subject, clerk('shen'), after(0))).toEqual({ may: true, before: after(10) });
    expect(judgeUndo(subject, clerk('shen'), new Date(+after(10) - 1)).may).toBe(true);
    expect(judgeUndo(subject, clerk('shen'), after(10))).toEqual({ may: false, refusal: 'undo_too_late' });
    expect(judgeUndo(subject, clerk('xu'), after(1))).toEqual({ may: false, refusal: 'undo_not_yours' });
  });

  it('by a manager until the business day ends, and his own just before midnight for ten minutes', () => {
    const midnight = endOfBusinessDay('2026-06-13');
    expect(judgeUndo(subject, manager('zhou'), after(300))).toEqual({ may: true, before: midnight });
    expect(judgeUndo(subject, manager('zhou'), midnight).may).toBe(false);
    const late = { ...subject, clerkId: 'zhou', at: new Date(+midnight - 60_000) };
    expect(judgeUndo(late, manager('zhou'), new Date(+midnight + 60_000)).may).toBe(true);
    expect(judgeUndo(late, manager('xu'), new Date(+midnight + 60_000)).may).toBe(false);
  });

  it('once, and not when goods went over the counter with it', () => {
    expect(judgeUndo({ ...subject, undoneAt: at }, manager('zhou'), at)).toMatchObject({
      refusal: 'already_undone',
    });
    expect(judgeUndo({ ...subject, handedOver: true }, clerk('shen'), at)).toMatchObject({
      refusal: 'undo_handed_over',
    });
  });

  it('exactly while it says it may be', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.boolean(), fc.integer({ min: 0, max: 48 * 60 }), (own, any, minutes) => {
        const asker = { staffId: own ? 'shen' : 'xu', mayUndoAny: any };
        const first = judgeUndo(subject, asker, at);
        const now = after(minutes);
        expect(judgeUndo(subject, asker, now).may).toBe(first.may && now < first.before);
      }),
    );
  });
});
