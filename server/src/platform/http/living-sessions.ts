/**
 * A token says who signed in; whether that still holds is asked here, at every call: a session that was
 * signed out, stolen, blocked or joined to another member ends or changes at once, not with its token.
 * The features that keep the sessions register how to look.
 */
import { Injectable } from '@nestjs/common';
import type { MemberActor, StaffActor } from '../context.js';
import { Problem } from '../problem.js';

export interface SessionBooks {
  /** The actor as of now, or null when the session is over. May refuse with a Problem. */
  member(actor: MemberActor): Promise<MemberActor | null>;
  staff(actor: StaffActor): Promise<StaffActor | null>;
}

@Injectable()
export class LivingSessions {
  private readonly books: Partial<SessionBooks> = {};

  keptBy(books: Partial<SessionBooks>): void {
    Object.assign(this.books, books);
  }

  /** Refuses with session_over. */
  async confirm<A extends MemberActor | StaffActor>(actor: A): Promise<A> {
    const now = actor.kind === 'member' ? await this.books.member?.(actor) : await this.books.staff?.(actor);
    if (!now) throw new Problem('session_over');
    return now as A;
  }
}
