/** Calls a minute by one caller on one route, counted in this process: enough to stop guessing and floods. */
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { Problem } from '../problem.js';

const MINUTE_MS = 60_000;
const MOST_CALLERS = 100_000;

@Injectable()
export class Pace {
  private minute = 0;
  private counts = new Map<string, number>();

  constructor(@Inject(Clock) private readonly clock: Clock) {}

  count(caller: string, perMinute: number): void {
    const minute = Math.floor(this.clock.now().getTime() / MINUTE_MS);
    if (minute !== this.minute || this.counts.size > MOST_CALLERS) {
      this.minute = minute;
      this.counts = new Map();
    }
    const count = (this.counts.get(caller) ?? 0) + 1;
    this.counts.set(caller, count);
    if (count > perMinute) throw new Problem('too_many_requests');
  }
}
