/** Plans when the platform is asked about a payment again, so that a lost notify, or a lost server, heals. */
import { Inject, Injectable } from '@nestjs/common';
import { addMs } from '@tongdian/shared/kernel/time';
import { Clock } from '../platform/clock.js';
import { Jobs } from '../platform/jobs/jobs.js';
import { askAgainIn } from './payment-rules.js';

export const LOOK = 'payments.look';

export interface Look {
  paymentId: string;
  living: boolean;
  /** How often it was looked at since it began, or since it ended. */
  tries: number;
}

@Injectable()
export class PaymentWatch {
  constructor(
    @Inject(Jobs) private readonly jobs: Jobs,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** In the caller's transaction where there is one. One plan for each payment: the newest. */
  async plan(look: Look): Promise<void> {
    const waitMs = askAgainIn(look.living, look.tries);
    if (waitMs === null) return;
    await this.jobs.add(LOOK, look, {
      runAt: addMs(this.clock.now(), waitMs),
      key: `${LOOK}:${look.paymentId}`,
    });
  }
}
