/** The second step at the counter: what was shown is used, exactly once, however often and by whomever it is sent. */
import { Inject, Injectable } from '@nestjs/common';
import type { ConfirmScanBody } from '@tongdian/shared/contract/verification.dto';
import type { RedemptionView } from '@tongdian/shared/contract/verification.routes';
import { addFen, fen, ZERO, type Fen } from '@tongdian/shared/kernel/money';
import { judgeAtCounter } from '@tongdian/shared/rules/coupon-rules';
import { CouponsService, type WalletCoupon } from '../coupons/coupons.service.js';
import { OrderPickups } from '../orders/order-pickups.js';
import { Clock } from '../platform/clock.js';
import type { StaffActor } from '../platform/context.js';
import { Database } from '../platform/database/database.js';
import { mustWorkAt } from '../platform/http/who.js';
import { newId } from '../platform/new-id.js';
import { Problem } from '../platform/problem.js';
import { StoresService } from '../stores/stores.service.js';
import { CounterWallet } from './counter-wallet.js';
import type { Scan } from './redemption.entity.js';
import { RedemptionViews } from './redemption-views.js';
import { RedemptionsRepository } from './redemptions.repository.js';
import { goodsText } from './verification.views.js';

interface PricedUse {
  coupon: WalletCoupon;
  offFen: Fen;
}

@Injectable()
export class RedemptionsService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(RedemptionsRepository) private readonly redemptions: RedemptionsRepository,
    @Inject(RedemptionViews) private readonly views: RedemptionViews,
    @Inject(CounterWallet) private readonly wallet: CounterWallet,
    @Inject(CouponsService) private readonly coupons: CouponsService,
    @Inject(OrderPickups) private readonly pickups: OrderPickups,
    @Inject(StoresService) private readonly stores: StoresService,
  ) {}

  /**
   * A repeat of the same scan answers with the first success. Refuses with not_found, not_your_store,
   * scan_expired, code_used (this code was confirmed in another scan), coupon_used, coupon_locked,
   * coupon_expired, coupon_not_usable, amount_needed, order_not_found or order_state_wrong.
   */
  async confirm(who: StaffActor, scanId: string, body: ConfirmScanBody): Promise<RedemptionView> {
    return this.db.tx(async () => {
      const scan = await this.redemptions.holdScan(scanId, who.staffId);
      if (!scan) throw new Problem('not_found');
      mustWorkAt(who, scan.storeId);
      const first = await this.redemptions.ofScan(scanId);
      if (first) return this.views.one(first, who);
      if (this.clock.now() >= scan.expiresAt) throw new Problem('scan_expired');
      await this.redeem(scan, body);
      return this.views.one((await this.redemptions.ofScan(scanId))!, who);
    });
  }

  private async redeem(scan: Scan, body: ConfirmScanBody): Promise<void> {
    // In the order of their ids: two clerks with the same coupons wait for each other, never in a circle.
    const couponIds = [...new Set(body.couponIds)].sort();
    const orderIds = [...new Set(body.orderIds ?? [])].sort();
    if (couponIds.length + orderIds.length === 0)
      throw new Problem('invalid_input', {}, [{ field: 'couponIds', rule: 'something' }]);
    const { level } = (await this.wallet.standingOf(scan.memberId)).level;
    const billFen = body.billFen === undefined ? null : fen(body.billFen);
    const uses = await this.price(scan, couponIds, level.id, billFen);
    const store = await this.stores.mustFind(scan.storeId);
    const redemptionId = newId();
    for (const { coupon, offFen } of uses)
      await this.coupons.redeemAtCounter({
        couponId: coupon.id,
        memberId: scan.memberId,
        redemptionId,
        store: { id: store.id, name: store.name },
        offFen,
      });
    const titles = new Map<string, string>();
    for (const orderId of orderIds) {
      const cause = `redemption:${redemptionId}`;
      const { lines } = await this.pickups.handOver(orderId, scan.memberId, scan.storeId, cause);
      titles.set(orderId, goodsText(lines));
    }
    const offFen = addFen(...uses.map((use) => use.offFen));
    const at = this.clock.now();
    const added = await this.redemptions.add({
      id: redemptionId,
      scan,
      levelName: level.name,
      billFen,
      offFen,
      at,
    });
    if (!added) throw new Problem('code_used');
    for (const use of uses)
      await this.addItem(redemptionId, 'coupon', use.coupon.id, use.coupon.title, use.offFen);
    for (const [orderId, title] of titles) await this.addItem(redemptionId, 'pickup', orderId, title, ZERO);
  }

  /** What each is worth on this bill, or the first refusal. */
  private async price(
    scan: Scan,
    couponIds: readonly string[],
    levelId: string,
    billFen: Fen | null,
  ): Promise<PricedUse[]> {
    const now = this.clock.now();
    const place = { platform: null, storeId: scan.storeId, levelId };
    const uses: PricedUse[] = [];
    for (const couponId of couponIds) {
      const { coupon, refusal } = await this.coupons.standing(couponId, scan.memberId);
      if (refusal) throw refusal;
      const { reason, offFen } = judgeAtCounter(coupon.rule, coupon, billFen, place, now);
      if (reason) throw new Problem('coupon_not_usable', { reason: reason.text });
      if (offFen === null) throw new Problem('amount_needed');
      uses.push({ coupon, offFen });
    }
    if (uses.filter(({ coupon }) => coupon.rule.kind !== 'exchange').length > 1)
      throw new Problem('coupon_not_usable', { reason: '一笔用一张' });
    return uses;
  }

  private addItem(
    redemptionId: string,
    kind: 'coupon' | 'pickup',
    subjectId: string,
    title: string,
    offFen: Fen,
  ): Promise<void> {
    return this.redemptions.addItem({ redemptionId, kind, subjectId, title, offFen });
  }
}
