/** The coupons' part of a member: how many are usable, and what moves along when two members turn out to be one. */
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { MemberParts, type MePart } from '../members/member-parts.js';
import { Clock } from '../platform/clock.js';
import { CouponsRepository } from './coupons.repository.js';

@Injectable()
export class CouponsOfMember implements OnModuleInit {
  constructor(
    @Inject(MemberParts) private readonly parts: MemberParts,
    @Inject(CouponsRepository) private readonly coupons: CouponsRepository,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.parts.register({
      name: 'coupons',
      show: (memberId) => this.show(memberId),
      move: (from, into) => this.coupons.moveAll(from, into),
    });
  }

  private async show(memberId: string): Promise<Pick<MePart, 'usableCoupons'>> {
    return { usableCoupons: await this.coupons.countWallet(memberId, 'usable', this.clock.now()) };
  }
}
