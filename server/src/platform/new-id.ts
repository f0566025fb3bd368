/** Makes ids: UUIDv7, so that rows made one after the other lie side by side in their index. */
import { randomFillSync } from 'node:crypto';
import { uuidV7 } from '@tongdian/shared/kernel/ids';

const pool = new Uint8Array(1_000);
let used = pool.length;

export function newId(): string {
  if (used + 10 > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const random = pool.subarray(used, used + 10);
  used += 10;
  return uuidV7(Date.now(), random);
}
