/** The caller as a parameter of a controller method: `@Member()` and `@Staff()`. */
import { createParamDecorator } from '@nestjs/common';
import { currentContext, type MemberActor, type StaffActor } from '../context.js';
import { Problem } from '../problem.js';

export const Member = createParamDecorator((): MemberActor => {
  const { actor } = currentContext();
  if (actor.kind !== 'member') throw new Problem('sign_in_needed');
  return actor;
});

export const Staff = createParamDecorator((): StaffActor => {
  const { actor } = currentContext();
  if (actor.kind !== 'staff') throw new Problem('sign_in_needed');
  return actor;
});

/** "Is this your store's": the one place that asks. */
export function mustWorkAt(staff: StaffActor, storeId: string): void {
  if (!staff.storeIds.includes(storeId)) throw new Problem('not_your_store');
}
