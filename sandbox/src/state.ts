/** The sandbox's memory as one plain object, saved a moment after each change. */
import type { DataFolder } from './data-folder.js';

export type Platform = 'wechat' | 'alipay' | 'jd';
export const PLATFORMS: readonly Platform[] = ['wechat', 'alipay', 'jd'];
export type Act = 'pay' | 'refuse' | 'hold';

export interface Refund {
  outRefundNo: string;
  /** The platform's number. */ refundId: string;
  amountFen: number;
  reason: string | null;
  notifyUrl: string | null;
  state: 'processing' | 'success' | 'failed';
  /** Ordered by a fault: it will not end well. */ fails: boolean;
  requestedAt: number;
  settledAt: number | null;
}

export interface Trade {
  platform: Platform;
  outTradeNo: string;
  /** The platform's number: WeChat gives it at payment, Alipay and JD at creation. */ tradeNo: string;
  appId: string;
  /** mchid, seller_id or customerNum. */ sellerId: string;
  /** JD only. */ shopId: string | null;
  /** openid of the member who must pay. */ buyerId: string;
  amountFen: number;
  subject: string;
  attach: string | null;
  notifyUrl: string | null;
  state: 'open' | 'paid' | 'closed';
  createdAt: number;
  /** Nobody can pay after this instant. */ payBy: number | null;
  /** What the client hands back to pay: WeChat's prepay_id, JD's bankRequest number. */ prepayId:
    string | null;
  prepayAt: number;
  /** Digest of the first call, to tell a repeat from a different order under the same number. */ terms: string;
  paidAt: number | null;
  closedAt: number | null;
  /** Set by a person: the payment lands just after the merchant closed the order. */ payAfterClose: boolean;
  refusals: number;
  /** WeChat only: upload times of shipping information. */ shippings?: number[];
  refunds: Refund[];
}

export interface Attempt {
  at: number;
  /** HTTP status, or null when no answer came. */ status: number | null;
  answer: string;
  accepted: boolean;
}

export interface Notify {
  id: string;
  platform: Platform;
  event: 'paid' | 'refunded' | 'closed';
  outTradeNo: string;
  url: string;
  /** What was done to it on purpose; empty for a plain one. */ faults: string[];
  /** The body to send, before its headers are signed. */ body: string;
  createdAt: number;
  state: 'held' | 'pending' | 'accepted' | 'given-up';
  attempts: Attempt[];
}

export interface Code {
  code: string;
  kind: 'wechat-login' | 'wechat-phone' | 'alipay-auth' | 'alipay-refresh' | 'jd-login' | 'jd-isv';
  user: string;
  phone: string | null;
  issuedAt: number;
  usedAt: number | null;
}

export interface State {
  version: 1;
  trades: Trade[];
  notifies: Notify[];
  codes: Code[];
  sms: { phone: string; code: string; templateId: string; at: number }[];
  /** Every openid that was handed out: platform and openid -> person. */
  openids: Record<string, string>;
  /** Accepted one-time subscriptions: `openid template_id` -> messages that may still be sent. */
  subscriptions: Record<string, number>;
  messages: { to: string; templateId: string; page: string | null; data: unknown; at: number }[];
  defaultAct: Act;
}

const emptyState = (): State => ({
  version: 1,
  trades: [],
  notifies: [],
  codes: [],
  sms: [],
  openids: {},
  subscriptions: {},
  messages: [],
  defaultAct: 'pay',
});

export interface StateFile {
  state: State;
  /** Says that something changed; the file follows within a quarter of a second, later under load. */
  touch(): void;
  /** Writes what is unsaved, and nothing ever after. */
  close(): void;
}

const SAVE_AFTER_MS = 250;

export function openState(folder: DataFolder): StateFile {
  const kept = folder.read('state.json') as State | null;
  const state = kept?.version === 1 ? { ...emptyState(), ...kept } : emptyState();
  let timer: NodeJS.Timeout | null = null;
  let pauseMs = SAVE_AFTER_MS;
  let closed = false;
  const flush = () => {
    if (!timer) return;
    clearTimeout(timer);
    timer = null;
    const start = performance.now();
    try {
      folder.write('state.json', state);
    } catch (error) {
      // A full disk must not take the platforms down with it: the memory stays right, only a restart forgets.
      process.stderr.write(`sandbox: state not saved: ${(error as Error).message}\n`);
    }
    // Under load at most one part in twenty of the time goes into saving.
    pauseMs = Math.max(SAVE_AFTER_MS, 20 * (performance.now() - start));
  };
  return {
    state,
    close() {
      flush();
      closed = true;
    },
    touch() {
      if (!closed) timer ??= setTimeout(flush, pauseMs).unref();
    },
  };
}
