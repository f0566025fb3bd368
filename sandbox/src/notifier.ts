/** Sends notifies to the merchant: on the platforms' schedules (compressed), with the faults that were ordered. */
import { randomUUID } from 'node:crypto';
import { type Fault, type FaultBook, type FaultKind, type Sealing, disguised, sealingFor } from './faults.js';
import { type Letter, Postman } from './postman.js';
import type { Notify, Platform, Refund, StateFile, Trade } from './state.js';
import type { TradeEvent } from './trades.js';

/** One platform's way of writing and signing a notify. */
export interface Courier {
  /** Null where the platform sends nothing for this event. */
  compose(
    id: string,
    trade: Trade,
    event: Notify['event'],
    refund: Refund | null,
    as: FaultKind | null,
  ): { url: string; body: string } | null;
  /** Called for each sending: time and nonce are new, the content is not. */
  sign(body: string, sealing: Sealing): Letter;
  accepts(status: number, answer: string): boolean;
  /** Waiting times before the repeats, uncompressed. */
  retryAfterMs: readonly number[];
}

/** Faults whose message goes out before the true one (or instead of it) and is never repeated. */
const IMPOSTORS: readonly FaultKind[] = [
  'forged',
  'wrong-key',
  'wrong-amount',
  'wrong-app',
  'wrong-seller',
  'signtest',
  'sign-type-rsa',
  'stale',
];
export const isImpostor = (kind: FaultKind) => IMPOSTORS.includes(kind);

const KEPT_NOTIFIES = 2_000;
const LATE_MS = 5_000;
const HOLD_MS = 1_500;
const HELD_AT_MOST = 8;
const REPLAY_AFTER_MS = 1_000;

export class Notifier {
  readonly #postman = new Postman();
  readonly #timers = new Set<NodeJS.Timeout>();
  readonly #lastLetters = new Map<string, Letter>();
  #held: { notify: Notify; faults: Fault[] }[] = [];
  #stopped = false;

  constructor(
    private readonly file: StateFile,
    private readonly couriers: Record<Platform, Courier>,
    private readonly faults: FaultBook,
    private readonly now: () => number,
    private readonly compressed: (ms: number) => number,
  ) {}

  /** A trade event became true: tells the merchant, with every fault ordered for it. */
  announce({ trade, event, refund }: TradeEvent): void {
    if (!this.couriers[trade.platform].compose('', trade, event, refund, null)) return;
    const faults = this.faults.takeAll(trade.platform, [event]);
    const impostors = faults.filter(({ kind }) => isImpostor(kind));
    const changes = faults.filter(({ kind }) => !isImpostor(kind));
    void (async () => {
      for (const fault of impostors) await this.impersonate(trade, event, refund, fault);
      if (impostors.some(({ instead }) => instead)) return;
      const kinds = changes.map(({ kind }) => kind);
      const notify = this.#record(trade, event, refund, null, kinds);
      if (notify) this.#dispatch(notify, changes);
    })();
  }

  /** Sends one spoilt message now and never repeats it. Null where the platform has no such message. */
  async impersonate(
    trade: Trade,
    event: Notify['event'],
    refund: Refund | null,
    fault: Pick<Fault, 'kind' | 'delayMs'>,
  ): Promise<Notify | null> {
    const notify = this.#record(trade, event, refund, fault.kind, [fault.kind]);
    if (!notify) return null;
    await this.#send(
      notify,
      this.couriers[trade.platform].sign(notify.body, sealingFor(fault, 'notify', trade.platform)),
    );
    if (notify.state === 'pending') notify.state = 'given-up';
    return notify;
  }

  /** Sends a notify once more: signed anew, or the very bytes of its last sending. */
  async resend(notify: Notify, how: 'fresh' | 'replay'): Promise<Notify> {
    const courier = this.couriers[notify.platform];
    const last = how === 'replay' ? this.#lastLetters.get(notify.id) : undefined;
    await this.#send(notify, last ?? courier.sign(notify.body, sealingFor(null, 'notify', notify.platform)));
    return notify;
  }

  canReplay(notify: Notify): boolean {
    return this.#lastLetters.has(notify.id);
  }

  find(id: string): Notify | null {
    return this.file.state.notifies.find((notify) => notify.id === id) ?? null;
  }

  /** After a restart: true notifies that nobody has accepted go on. */
  resume(): void {
    for (const notify of this.file.state.notifies) {
      if (notify.state !== 'pending' && notify.state !== 'held') continue;
      if (notify.faults.some((kind) => isImpostor(kind as FaultKind))) notify.state = 'given-up';
      else void this.#deliver(notify, []);
    }
  }

  stop(): void {
    this.#stopped = true;
    for (const timer of this.#timers) clearTimeout(timer);
    this.#postman.stop();
  }

  #record(
    trade: Trade,
    event: Notify['event'],
    refund: Refund | null,
    as: FaultKind | null,
    faults: string[],
  ): Notify | null {
    const id = randomUUID();
    const letter = this.couriers[trade.platform].compose(id, disguised(trade, as), event, refund, as);
    if (!letter) return null;
    const notify: Notify = {
      id,
      platform: trade.platform,
      event,
      outTradeNo: trade.outTradeNo,
      url: letter.url,
      body: letter.body,
      faults,
      createdAt: this.now(),
      state: 'pending',
      attempts: [],
    };
    const { notifies } = this.file.state;
    notifies.push(notify);
    if (notifies.length > KEPT_NOTIFIES) {
      for (const old of notifies.splice(0, notifies.length - KEPT_NOTIFIES)) this.#lastLetters.delete(old.id);
    }
    this.file.touch();
    return notify;
  }

  #dispatch(notify: Notify, faults: Fault[]): void {
    const of = (kind: FaultKind) => faults.find((fault) => fault.kind === kind);
    const late = of('late');
    const outOfOrder = of('out-of-order');
    if (late) {
      notify.state = 'held';
      const others = faults.filter((fault) => fault !== late);
      this.#later(late.delayMs ?? LATE_MS, () => this.#dispatch(notify, others));
    } else if (outOfOrder) {
      notify.state = 'held';
      this.#held.push({ notify, faults: faults.filter((fault) => fault !== outOfOrder) });
      if (this.#held.length === 1) this.#later(outOfOrder.delayMs ?? HOLD_MS, () => this.#release());
      if (this.#held.length >= HELD_AT_MOST) this.#release();
    } else {
      void this.#deliver(notify, faults);
    }
  }

  /** The newest first, each answered before the next goes out, so that the order is certain. */
  #release(): void {
    const held = this.#held.reverse();
    this.#held = [];
    void (async () => {
      for (const { notify, faults } of held) await this.#deliver(notify, faults);
    })();
  }

  async #deliver(notify: Notify, faults: Fault[]): Promise<void> {
    if (this.#stopped) return;
    notify.state = notify.attempts.some(({ accepted }) => accepted) ? 'accepted' : 'pending';
    const { sign, retryAfterMs } = this.couriers[notify.platform];
    const rotated = faults.find(({ kind }) => kind === 'rotated-key') ?? null;
    const copies = faults.some(({ kind }) => kind === 'duplicate') ? 2 : 1;
    const tries = notify.attempts.length;
    await Promise.all(
      Array.from({ length: copies }, () =>
        this.#send(notify, sign(notify.body, sealingFor(rotated, 'notify', notify.platform))),
      ),
    );
    const replay = faults.find(({ kind }) => kind === 'replay');
    const letter = this.#lastLetters.get(notify.id);
    if (replay && letter) {
      this.#later(replay.delayMs ?? REPLAY_AFTER_MS, () => void this.#send(notify, letter));
    }
    const wait = retryAfterMs[Math.floor(tries / copies)];
    if (!this.#accepted(notify) && wait === undefined) notify.state = 'given-up';
    else if (!this.#accepted(notify) && wait !== undefined)
      this.#retry(notify, faults, this.compressed(wait));
    this.file.touch();
  }

  /** The next try, unless a replay or a person's resend was accepted meanwhile. A replay is not repeated. */
  #retry(notify: Notify, faults: Fault[], waitMs: number): void {
    const lasting = faults.filter(({ kind }) => kind !== 'replay');
    this.#later(waitMs, () => {
      if (!this.#accepted(notify)) void this.#deliver(notify, lasting);
    });
  }

  async #send(notify: Notify, letter: Letter): Promise<void> {
    if (this.#stopped) return;
    this.#lastLetters.set(notify.id, letter);
    const at = this.now();
    const { status, answer } = await this.#postman.post(notify.url, letter);
    const accepted = status !== null && this.couriers[notify.platform].accepts(status, answer);
    notify.attempts.push({ at, status, answer, accepted });
    if (accepted) notify.state = 'accepted';
    this.file.touch();
  }

  /** Read through a method: it changes while a sending is awaited. */
  #accepted(notify: Notify): boolean {
    return notify.state === 'accepted';
  }

  #later(ms: number, then: () => void): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      then();
    }, ms).unref();
    this.#timers.add(timer);
  }
}
