/** A member's coupons, and the steps that other features take them through, each inside the caller's transaction. */
import './coupons.events.js';
import { Inject, Injectable } from '@nestjs/common';
import type { WalletQuery } from '@tongdian/shared/contract/coupons.dto';
import type { CouponView } from '@tongdian/shared/contract/coupons.routes';
import type { Page } from '@tongdian/shared/contract/route';
import type { Fen } from '@tongdian/shared/kernel/money';
import { businessDay, clockText, dayText } from '@tongdian/shared/kernel/time';
import { describeRule } from '@tongdian/shared/rules/coupon-rules';
import type { PricingCoupon } from '@tongdian/shared/rules/pricing';
import { Audit } from '../platform/audit.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { Outbox } from '../platform/outbox.js';
import { Problem } from '../platform/problem.js';
import type { CouponRow } from './coupon-rows.js';
import { CouponsRepository, type MovedCoupon } from './coupons.repository.js';
import { toCouponView } from './coupons.views.js';

const PAGE_SIZE = 20;
/** More than this in one wallet is nobody's shopping; the ones that end first are looked at. */
const MOST_IN_QUOTE = 200;

/** A coupon for pricing, with what a list of choices says of it. */
export interface WalletCoupon extends PricingCoupon {
  templateId: string;
  /** "满 ¥200 减 ¥30" */
  says: string;
  where: string;
}

@Injectable()
export class CouponsService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CouponsRepository) private readonly coupons: CouponsRepository,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(Outbox) private readonly outbox: Outbox,
  ) {}

  async wallet(memberId: string, query: WalletQuery): Promise<Page<CouponView>> {
    const { tab = 'usable', page = 1, pageSize = PAGE_SIZE } = query;
    const now = this.clock.now();
    const rows = await this.coupons.wallet(memberId, tab, now, pageSize, (page - 1) * pageSize);
    const total = await this.coupons.countWallet(memberId, tab, now);
    return { items: rows.map((row) => toCouponView(row, now)), total, page, pageSize };
  }

  /** Refuses with coupon_not_found, also for a coupon of somebody else. */
  async view(couponId: string, memberId: string): Promise<CouponView> {
    return toCouponView(await this.mustFind(couponId, memberId), this.clock.now());
  }

  /** All that the member may use now or later: the rules of pricing say which ones apply, and why not. */
  async walletForPricing(memberId: string, now: Date): Promise<WalletCoupon[]> {
    return (await this.coupons.holding(memberId, now, MOST_IN_QUOTE)).map(toWalletCoupon);
  }

  /** One coupon, and why it cannot be used by anybody now (locked, used, over); null = it can. Refuses with coupon_not_found. */
  async standing(
    couponId: string,
    memberId: string,
  ): Promise<{ coupon: WalletCoupon; refusal: Problem | null }> {
    const row = await this.mustFind(couponId, memberId);
    const ready = row.state === 'issued' && this.clock.now() < row.validUntil;
    return { coupon: toWalletCoupon(row), refusal: ready ? null : this.refusal(row) };
  }

  /** Refuses with coupon_not_found, coupon_locked, coupon_used, coupon_expired or coupon_not_usable. */
  async lock(couponId: string, memberId: string, orderId: string, until: Date): Promise<void> {
    const moved = await this.coupons.lock(couponId, memberId, orderId, until, this.clock.now());
    if (!moved) throw this.refusal(await this.mustFind(couponId, memberId));
  }

  /**
   * The order is paid: its coupon is used, also when its time ran out while the order waited. `where` is the
   * order's number. False when this order does not hold it (it was released before a late payment).
   */
  async useLocked(couponId: string, orderId: string, offFen: Fen, where: string): Promise<boolean> {
    return this.db.tx(async () => {
      const moved = await this.coupons.useLocked(couponId, orderId, offFen, where, this.clock.now());
      if (!moved) return false;
      await this.tellUsed(moved, `order:${orderId}:${couponId}`, { storeId: null, orderId, offFen, where });
      return true;
    });
  }

  /** The order came to nothing: the coupon is the member's again. False when this order does not hold it. */
  async release(couponId: string, orderId: string, cause: string): Promise<boolean> {
    return (await this.coupons.release(couponId, orderId, cause, this.clock.now())) !== null;
  }

  /** Uses a coupon at a counter. Exactly one caller gets through; all others are refused by name. */
  async redeemAtCounter(use: {
    couponId: string;
    memberId: string;
    redemptionId: string;
    store: { id: string; name: string };
    offFen: Fen;
  }): Promise<void> {
    await this.db.tx(async () => {
      const { couponId, memberId, redemptionId, store, offFen } = use;
      const cause = `redemption:${redemptionId}`;
      const now = this.clock.now();
      const moved = await this.coupons.redeemAtStore(couponId, memberId, store, offFen, cause, now);
      if (!moved) throw this.refusal(await this.mustFind(couponId, memberId));
      const facts = { storeId: store.id, orderId: null, offFen, where: store.name };
      await this.tellUsed(moved, `${cause}:${couponId}`, facts);
    });
  }

  /** Takes a use at the counter back, for a reason in words. */
  async undoRedeem(couponId: string, redemptionId: string, reason: string): Promise<void> {
    await this.db.tx(async () => {
      const cause = `redemption:${redemptionId}`;
      const moved = await this.coupons.returnFromStore(couponId, cause, this.clock.now());
      if (!moved) throw new Error(`coupon ${couponId} is not used at a counter`);
      const { id, memberId, templateId, title } = moved;
      const told = { couponId: id, memberId, templateId, redemptionId };
      await this.audit.record({
        action: 'coupon.returned',
        subject: 'coupon',
        subjectId: id,
        subjectName: title,
        after: { templateId, redemptionId },
        reason,
      });
      await this.outbox.tell('coupon.returned', `${cause}:${id}`, told);
    });
  }

  private async tellUsed(
    coupon: MovedCoupon,
    cause: string,
    use: { storeId: string | null; orderId: string | null; offFen: Fen; where: string },
  ): Promise<void> {
    const { id, memberId, templateId, title } = coupon;
    const { storeId, orderId, offFen, where } = use;
    await this.audit.record({
      action: 'coupon.redeemed',
      subject: 'coupon',
      subjectId: id,
      subjectName: title,
      after: { templateId, memberId, storeId, orderId, offFen, where },
    });
    await this.outbox.tell('coupon.redeemed', cause, {
      couponId: id,
      templateId,
      memberId,
      storeId,
      orderId,
      offFen,
    });
  }

  private async mustFind(couponId: string, memberId: string): Promise<CouponRow> {
    const row = await this.coupons.ofMember(couponId, memberId);
    if (!row) throw new Problem('coupon_not_found');
    return row;
  }

  /** Why a guarded step did not find it ready. */
  private refusal(row: CouponRow): Problem {
    const now = this.clock.now();
    if (row.state === 'used') return new Problem('coupon_used', { when: usedText(row, now) });
    if (row.state === 'locked') return new Problem('coupon_locked');
    if (row.state === 'revoked') return new Problem('coupon_not_usable', { reason: '这张券作废了' });
    if (now < row.validFrom)
      return new Problem('coupon_not_usable', { reason: `${dayText(row.validFrom, now)}开始能用` });
    return new Problem('coupon_expired');
  }
}

function toWalletCoupon(row: CouponRow): WalletCoupon {
  const { id, templateId, title, rule, where, validFrom, validUntil } = row;
  return { id, templateId, title, rule, says: describeRule(rule), where, validFrom, validUntil };
}

/** "13:48 在湖滨店", "6 月 12 日在网上". */
function usedText(row: Pick<CouponRow, 'usedAt' | 'usedWhere' | 'usedAtStore'>, now: Date): string {
  if (!row.usedAt) return '';
  const today = businessDay(row.usedAt) === businessDay(now);
  const when = today ? `${clockText(row.usedAt)} ` : dayText(row.usedAt, now);
  return `${when}在${row.usedAtStore ? row.usedWhere : '网上'}`;
}
