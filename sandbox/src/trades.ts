/** The trade book of all three platforms: who owes what, and which step may follow which. */
import { randomDigits } from './crypto.js';
import type { Platform, Refund, StateFile, Trade } from './state.js';
import { compactTime } from './time.js';

export type TradeEvent = { trade: Trade; event: 'paid' | 'refunded' | 'closed'; refund: Refund | null };
export type Decision = 'paid' | 'refused' | 'undecided';

const WEEK_MS = 7 * 86_400_000;
const KEPT_TRADES = 5_000;
/** How long after the merchant's close a "pay after closing" lands. */
const LATE_PAYMENT_MS = 300;

/**
 * What is refunded or on its way. A failed refund of WeChat (ABNORMAL) still counts: its money has left the merchant
 * and waits for somebody in the merchant portal.
 */
export const refundedFen = (trade: Trade) =>
  trade.refunds
    .filter(({ state }) => state !== 'failed' || trade.platform === 'wechat')
    .reduce((sum, refund) => sum + refund.amountFen, 0);

export class TradeBook {
  readonly #byNumber = new Map<string, Trade>();
  readonly #listeners: ((event: TradeEvent) => void)[] = [];
  readonly #waiting = new Map<Trade, Set<(decision: Decision) => void>>();
  readonly #timers = new Set<NodeJS.Timeout>();

  constructor(
    private readonly file: StateFile,
    private readonly now: () => number,
  ) {
    for (const trade of file.state.trades) this.#byNumber.set(`${trade.platform} ${trade.outTradeNo}`, trade);
  }

  listen(listener: (event: TradeEvent) => void): void {
    this.#listeners.push(listener);
  }

  add(trade: Trade): Trade {
    const { trades } = this.file.state;
    trades.push(trade);
    this.#byNumber.set(`${trade.platform} ${trade.outTradeNo}`, trade);
    if (trades.length > KEPT_TRADES) {
      for (const old of trades.splice(0, trades.length - KEPT_TRADES)) {
        this.#byNumber.delete(`${old.platform} ${old.outTradeNo}`);
      }
    }
    this.file.touch();
    return trade;
  }

  find(platform: Platform, outTradeNo: string): Trade | null {
    return this.#aged(this.#byNumber.get(`${platform} ${outTradeNo}`));
  }

  findByTradeNo(platform: Platform, tradeNo: string): Trade | null {
    return this.#aged(this.#last((trade) => trade.platform === platform && trade.tradeNo === tradeNo));
  }

  findByPrepayId(platform: Platform, prepayId: string): Trade | null {
    return this.#aged(this.#last((trade) => trade.platform === platform && trade.prepayId === prepayId));
  }

  /** Newest first. */
  list(): Trade[] {
    return this.file.state.trades.toReversed().map((trade) => this.#aged(trade) ?? trade);
  }

  /** The buyer pays. False when the trade no longer takes a payment. */
  pay(trade: Trade): boolean {
    if (this.#aged(trade)?.state !== 'open' || (trade.payBy !== null && trade.payBy <= this.now()))
      return false;
    this.#settlePayment(trade);
    return true;
  }

  /** A payment that was under way when the trade was closed arrives all the same. False when it is paid already. */
  payLate(trade: Trade): boolean {
    if (trade.state === 'paid') return false;
    if (trade.state === 'open') trade.payAfterClose = true;
    else this.#settlePayment(trade);
    this.file.touch();
    return true;
  }

  refuse(trade: Trade): boolean {
    if (this.#aged(trade)?.state !== 'open') return false;
    trade.refusals += 1;
    this.file.touch();
    this.#decide(trade, 'refused');
    return true;
  }

  close(trade: Trade): void {
    trade.state = 'closed';
    trade.closedAt = this.now();
    this.file.touch();
    this.#decide(trade, 'refused');
    if (trade.payAfterClose)
      this.#later(LATE_PAYMENT_MS, () => trade.state === 'closed' && this.#settlePayment(trade));
  }

  /** Books a refund; with `settleAfterMs` it stays in process that long. The limits are the gateway's to check. */
  refund(
    trade: Trade,
    wish: Pick<Refund, 'outRefundNo' | 'amountFen' | 'reason' | 'notifyUrl'>,
    settleAfterMs: number,
    fails = false,
  ): Refund {
    const refund: Refund = {
      ...wish,
      refundId: `5030${compactTime(this.now()).slice(0, 8)}${randomDigits(17)}`,
      state: 'processing',
      requestedAt: this.now(),
      settledAt: null,
      fails,
    };
    trade.refunds.push(refund);
    this.file.touch();
    if (settleAfterMs <= 0) this.#settleRefund(trade, refund);
    else this.#later(settleAfterMs, () => this.#settleRefund(trade, refund));
    return refund;
  }

  /** Resolves when someone decides about this open trade, or `undecided` after `ms`. */
  decision(trade: Trade, ms: number): Promise<Decision> {
    return new Promise((resolve) => {
      const waiting = this.#waiting.get(trade) ?? new Set();
      this.#waiting.set(trade, waiting);
      const done = (decision: Decision) => {
        waiting.delete(done);
        resolve(decision);
      };
      waiting.add(done);
      this.#later(ms, () => done('undecided'));
    });
  }

  /** Is a payment sheet open on a phone, waiting for a person? */
  isAwaited(trade: Trade): boolean {
    return (this.#waiting.get(trade)?.size ?? 0) > 0;
  }

  /** After a restart: refunds that were in process settle now. Also looks for trades whose time is up. */
  sweep(): void {
    for (const trade of this.file.state.trades) {
      this.#aged(trade);
      for (const refund of trade.refunds) {
        if (refund.state === 'processing' && refund.requestedAt < this.now() - 60_000)
          this.#settleRefund(trade, refund);
      }
    }
  }

  stop(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    for (const waiting of this.#waiting.values()) for (const done of [...waiting]) done('undecided');
  }

  #last(test: (trade: Trade) => boolean): Trade | undefined {
    return this.file.state.trades.findLast(test);
  }

  /** WeChat's time_expire ends paying, and the trade itself is closed after 7 days; the others close at their limit. */
  #aged(trade: Trade | undefined): Trade | null {
    if (!trade) return null;
    if (trade.state !== 'open') return trade;
    const closesAt = trade.platform === 'wechat' ? trade.createdAt + WEEK_MS : trade.payBy;
    if (closesAt !== null && closesAt <= this.now()) {
      this.close(trade);
      this.#tell({ trade, event: 'closed', refund: null });
    }
    return trade;
  }

  #settlePayment(trade: Trade): void {
    trade.state = 'paid';
    trade.paidAt = this.now();
    trade.payAfterClose = false;
    if (trade.platform === 'wechat')
      trade.tradeNo = `4200${randomDigits(6)}${compactTime(this.now()).slice(0, 8)}${randomDigits(10)}`;
    this.file.touch();
    this.#decide(trade, 'paid');
    this.#tell({ trade, event: 'paid', refund: null });
  }

  #settleRefund(trade: Trade, refund: Refund): void {
    if (refund.state !== 'processing') return;
    refund.state = refund.fails ? 'failed' : 'success';
    refund.settledAt = this.now();
    this.file.touch();
    this.#tell({ trade, event: 'refunded', refund });
  }

  #tell(event: TradeEvent): void {
    for (const listener of this.#listeners) listener(event);
  }

  #decide(trade: Trade, decision: Decision): void {
    for (const done of [...(this.#waiting.get(trade) ?? [])]) done(decision);
    this.#waiting.delete(trade);
  }

  #later(ms: number, then: () => void): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      then();
    }, ms).unref();
    this.#timers.add(timer);
  }
}
