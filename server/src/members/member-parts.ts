/**
 * What the features above keep about a member, joined from below: each registers how to show its part and
 * how to move it when a phone-less stranger turns out to be a member. All movers run in the one transaction
 * of the join, so nobody ever owns half of his things.
 */
import { Injectable } from '@nestjs/common';
import type { MeView } from '@tongdian/shared/contract/members.routes';

/** The fields of MeView that stand in features above members. */
export type MePart = Pick<MeView, 'level' | 'points' | 'usableCoupons'>;

export interface MemberPart {
  name: string;
  /** This feature's fields of MeView. */
  show?(memberId: string): Promise<Partial<MePart>>;
  /**
   * Gives what `from` owns to `into`: must be harmless when it runs again (a straggling request may have
   * written to `from` meanwhile), leave sums as they were, and make nothing claimable again.
   * `cause` is the same at every run for the same pair.
   */
  move?(from: string, into: string, cause: string): Promise<void>;
}

@Injectable()
export class MemberParts {
  private readonly parts: MemberPart[] = [];

  register(part: MemberPart): void {
    if (this.parts.some((known) => known.name === part.name)) throw new Error(`two parts named ${part.name}`);
    this.parts.push(part);
  }

  async show(memberId: string): Promise<MePart> {
    const shown: Partial<MePart> = { points: { available: 0, pending: 0 }, usableCoupons: 0 };
    // One after the other: inside a transaction there is one connection.
    for (const part of this.parts) Object.assign(shown, await part.show?.(memberId));
    return shown as MePart;
  }

  async moveAll(from: string, into: string, cause: string): Promise<void> {
    for (const part of this.parts) await part.move?.(from, into, cause);
  }
}
