/** The day's end of points: every member with a lot past its time, one after the other, each on his own. */
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { Works } from '../platform/jobs/jobs.js';
import { PointsRepository } from './points.repository.js';
import { PointsService } from './points.service.js';

const BATCH = 500;
const FIRST = '00000000-0000-0000-0000-000000000000';

@Injectable()
export class PointsExpiry {
  constructor(
    @Inject(PointsRepository) private readonly repository: PointsRepository,
    @Inject(PointsService) private readonly points: PointsService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** 00:10 in Shanghai. A run that is cut off is taken up by the next: what ended once has nothing left to end. */
  @Works('points.expire', { cron: '10 16 * * *' })
  async expireAll(): Promise<void> {
    const now = this.clock.now();
    for (let after = FIRST; ;) {
      const members = await this.repository.membersWithExpired(now, after, BATCH);
      for (const { memberId } of members) await this.points.expireOf(memberId);
      if (members.length < BATCH) return;
      after = members.at(-1)!.memberId;
    }
  }
}
