/** JD 收银 notifies: JSON with a SHA1 token over secret, time and body. Refunds are not told [U]; they are queried. */
import type { Courier } from '../notifier.js';
import type { Sandbox } from '../sandbox.js';
import { orderView } from './orders.js';
import { notifySecret, token } from './protocol.js';

const MINUTE = 60_000;

export function jdPayCourier(sandbox: Sandbox): Courier {
  return {
    // [U] JD names no schedule.
    retryAfterMs: [MINUTE, MINUTE, 5 * MINUTE, 10 * MINUTE, 30 * MINUTE, 60 * MINUTE, 120 * MINUTE],
    accepts: (status, answer) => status === 200 && answer.trim() === 'success',
    compose(_id, trade, event) {
      if (event !== 'paid' || !trade.notifyUrl) return null;
      // A forger's message claims the payment that the trade does not have.
      const told =
        trade.paidAt === null ? { ...trade, state: 'paid' as const, paidAt: sandbox.now() } : trade;
      const { success: _success, ...fields } = orderView(told);
      return { url: trade.notifyUrl, body: JSON.stringify(fields) };
    },
    sign(body, sealing) {
      const timestamp = String(Math.floor((sandbox.now() - sealing.ageMs) / 1000));
      const headers = {
        timestamp,
        token: token({ secretKey: notifySecret(sandbox, sealing), timestamp, body }),
      };
      return { body, headers: { 'content-type': 'application/json;charset=utf-8', ...headers } };
    },
  };
}
