/** Asking a payment platform again, where that is harmless: a read, or a write that carries a number of ours. */
import { setTimeout as wait } from 'node:timers/promises';
import { UnknownResult } from './payment-gateway.js';

const WAITS_MS = [200, 600];
/** Somebody looks at a spinner: after this long no further try begins, and a job asks later. */
const LAST_BEGIN_MS = 5_000;

/**
 * Up to three tries while the result is UnknownResult and worth asking again at once (network, 5xx, "system
 * busy"). `work` must sign anew on each try: the platforms refuse a nonce they have seen.
 */
export async function patiently<T>(work: () => Promise<T>): Promise<T> {
  const begun = performance.now();
  for (const waitMs of WAITS_MS) {
    try {
      return await work();
    } catch (error) {
      const again = error instanceof UnknownResult && error.again;
      if (!again || performance.now() - begun > LAST_BEGIN_MS) throw error;
      await wait(waitMs);
    }
  }
  return work();
}
