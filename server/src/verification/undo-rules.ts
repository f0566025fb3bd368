/** Who may take a redemption back, and until when. */
import { addMs, businessDay, endOfBusinessDay } from '@tongdian/shared/kernel/time';

const CLERK_MS = 10 * 60_000;

export interface UndoAsker {
  staffId: string;
  /** A manager: any redemption of his stores, until the end of its business day. */
  mayUndoAny: boolean;
}

export interface UndoSubject {
  clerkId: string;
  at: Date;
  undoneAt: Date | null;
  handedOver: boolean;
}

export type UndoVerdict =
  | { may: true; before: Date }
  | { may: false; refusal: 'already_undone' | 'undo_handed_over' | 'undo_too_late' | 'undo_not_yours' };

/** The store is asked before: this is about redemptions of one's own stores. */
export function judgeUndo(subject: UndoSubject, asker: UndoAsker, now: Date): UndoVerdict {
  if (subject.undoneAt) return { may: false, refusal: 'already_undone' };
  if (subject.handedOver) return { may: false, refusal: 'undo_handed_over' };
  const own = subject.clerkId === asker.staffId;
  if (!own && !asker.mayUndoAny) return { may: false, refusal: 'undo_not_yours' };
  const ofDay = endOfBusinessDay(businessDay(subject.at));
  const ofClerk = addMs(subject.at, CLERK_MS);
  // A manager's own, made just before midnight, has its ten minutes as well.
  const before = !asker.mayUndoAny || (own && ofClerk > ofDay) ? ofClerk : ofDay;
  return now < before ? { may: true, before } : { may: false, refusal: 'undo_too_late' };
}
