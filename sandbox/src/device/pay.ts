/** What happens on a phone between "pay" and the platform's answer. */
import type { Sandbox } from '../sandbox.js';
import type { Act, Trade } from '../state.js';

export type Outcome = 'paid' | 'refused' | 'undecided' | 'impossible';

/**
 * Pays, refuses, or waits until a person decides on the control page.
 * `impossible`: the trade takes no payment any more, or belongs to another person.
 */
export async function payOnPhone(
  sandbox: Sandbox,
  trade: Trade | null,
  user: string,
  act: Act | undefined,
  waitMs: number | undefined,
): Promise<Outcome> {
  if (!trade || sandbox.file.state.openids[`${trade.platform} ${trade.buyerId}`] !== user)
    return 'impossible';
  const expired = trade.payBy !== null && trade.payBy <= sandbox.now();
  if (trade.state !== 'open' || expired) return 'impossible';
  const chosen = act ?? sandbox.file.state.defaultAct;
  if (chosen === 'refuse') {
    sandbox.trades.refuse(trade);
    return 'refused';
  }
  if (chosen === 'pay') return sandbox.trades.pay(trade) ? 'paid' : 'impossible';
  return sandbox.trades.decision(trade, waitMs ?? sandbox.settings.holdMs);
}
