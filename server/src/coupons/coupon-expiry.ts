/** Writes down what time has done: coupons past their end are expired for everybody before this comes by. */
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { addMs } from '@tongdian/shared/kernel/time';
import { Clock } from '../platform/clock.js';
import { Jobs, Works } from '../platform/jobs/jobs.js';
import { CouponsRepository } from './coupons.repository.js';

const JOB = 'coupons.expire';
const AT_ONCE = 1_000;
const EVERY_MS = 10 * 60_000;

@Injectable()
export class CouponExpiry implements OnApplicationBootstrap {
  constructor(
    @Inject(Jobs) private readonly jobs: Jobs,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CouponsRepository) private readonly coupons: CouponsRepository,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.add(JOB, {}, { key: JOB });
  }

  /** Orders its own next turn first: a failure is tried again, and the round never ends. */
  @Works(JOB)
  async expire(): Promise<void> {
    await this.jobs.add(JOB, {}, { key: JOB, runAt: addMs(this.clock.now(), EVERY_MS) });
    while ((await this.coupons.expire(this.clock.now(), AT_ONCE)) === AT_ONCE);
  }
}
