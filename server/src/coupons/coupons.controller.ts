import { Controller, Inject, Param, Query } from '@nestjs/common';
import { WalletQuery } from '@tongdian/shared/contract/coupons.dto';
import {
  claimCoupon,
  getCoupon,
  listClaimable,
  listWallet,
  type ClaimableView,
  type CouponView,
} from '@tongdian/shared/contract/coupons.routes';
import type { Page } from '@tongdian/shared/contract/route';
import type { MemberActor } from '../platform/context.js';
import { Handles } from '../platform/http/handles.js';
import { IdPipe } from '../platform/http/validation.js';
import { Member } from '../platform/http/who.js';
import { CouponClaims } from './coupons.claim.js';
import { CouponsService } from './coupons.service.js';

@Controller()
export class CouponsController {
  constructor(
    @Inject(CouponsService) private readonly coupons: CouponsService,
    @Inject(CouponClaims) private readonly claims: CouponClaims,
  ) {}

  @Handles(listClaimable)
  center(@Member() who: MemberActor): Promise<ClaimableView[]> {
    return this.claims.center(who.memberId);
  }

  @Handles(claimCoupon)
  claim(@Member() who: MemberActor, @Param('id', IdPipe) id: string): Promise<CouponView> {
    return this.claims.claim(id, who.memberId);
  }

  @Handles(listWallet)
  wallet(@Member() who: MemberActor, @Query() query: WalletQuery): Promise<Page<CouponView>> {
    return this.coupons.wallet(who.memberId, query);
  }

  @Handles(getCoupon)
  one(@Member() who: MemberActor, @Param('id', IdPipe) id: string): Promise<CouponView> {
    return this.coupons.view(id, who.memberId);
  }
}
