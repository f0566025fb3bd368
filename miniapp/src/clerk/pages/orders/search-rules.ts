/** Finding an order among those that wait: by the end of the phone number, or by any part of the order's number. */
import type { PickupRow } from '@tongdian/shared/contract/verification.routes';

export function foundIn(rows: readonly PickupRow[], search: string): PickupRow[] {
  const asked = search.replace(/[\s-]/g, '').toUpperCase();
  if (asked === '') return [...rows];
  const digits = /^\d{1,11}$/.test(asked);
  return rows.filter(
    ({ phoneTail, orderNo }) =>
      orderNo.toUpperCase().includes(asked) || (digits && phoneTail !== null && tailFits(phoneTail, asked)),
  );
}

/** A whole number typed in is held against its last four digits; a part of them against their end. */
function tailFits(tail: string, asked: string): boolean {
  return asked.length >= tail.length ? asked.endsWith(tail) : tail.endsWith(asked);
}
