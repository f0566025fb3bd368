/** What every stand-in reaches for: one object, passed by hand. */
import type { CodeBook, NonceBook } from './codes.js';
import type { FaultBook } from './faults.js';
import type { Keys } from './keys.js';
import type { Notifier } from './notifier.js';
import type { StateFile } from './state.js';
import type { TradeBook } from './trades.js';

export interface Sandbox {
  keys: Keys;
  file: StateFile;
  trades: TradeBook;
  notifier: Notifier;
  faults: FaultBook;
  codes: CodeBook;
  nonces: NonceBook;
  /** Milliseconds; the control address can shift it. */
  now(): number;
  clock: { offsetMs: number };
  /** A platform's waiting time, compressed like the notify schedule. */
  compressed(ms: number): number;
  settings: {
    refundSettleMs: number;
    holdMs: number;
    /** New apps of Alipay know people by open_id, old ones by user_id. */
    alipayIds: 'open_id' | 'user_id';
  };
  /** `http://127.0.0.1:<port>`, set once the sandbox listens. */
  url: string;
}
