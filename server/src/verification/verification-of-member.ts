/** What the counter keeps about a member, when two members turn out to be one: codes end, redemptions move. */
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { MemberParts } from '../members/member-parts.js';
import { Clock } from '../platform/clock.js';
import { CodesRepository } from './codes.repository.js';
import { RedemptionsRepository } from './redemptions.repository.js';

@Injectable()
export class VerificationOfMember implements OnModuleInit {
  constructor(
    @Inject(MemberParts) private readonly parts: MemberParts,
    @Inject(CodesRepository) private readonly codes: CodesRepository,
    @Inject(RedemptionsRepository) private readonly redemptions: RedemptionsRepository,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.parts.register({ name: 'verification', move: (from, into) => this.move(from, into) });
  }

  private async move(from: string, into: string): Promise<void> {
    await this.codes.revokeAllOf(from, this.clock.now());
    await this.redemptions.moveAll(from, into);
  }
}
