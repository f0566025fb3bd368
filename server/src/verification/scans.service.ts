/** The first of two steps at the counter: who is it, what would be used, what is it worth. Nothing is used yet. */
import { Inject, Injectable } from '@nestjs/common';
import type { ScanBody } from '@tongdian/shared/contract/verification.dto';
import type { ScanView } from '@tongdian/shared/contract/verification.routes';
import { fen, type Fen } from '@tongdian/shared/kernel/money';
import { addMs } from '@tongdian/shared/kernel/time';
import { MembersService } from '../members/members.service.js';
import { OrderPickups } from '../orders/order-pickups.js';
import { Clock } from '../platform/clock.js';
import type { StaffActor } from '../platform/context.js';
import { mustWorkAt } from '../platform/http/who.js';
import { newId } from '../platform/new-id.js';
import { Problem } from '../platform/problem.js';
import { CodesService } from './codes.service.js';
import { CounterWallet } from './counter-wallet.js';
import type { Scan } from './redemption.entity.js';
import { RedemptionsRepository } from './redemptions.repository.js';
import { toScanView } from './verification.views.js';

/** Time enough for a bill to be rung up; then the customer shows a fresh code. */
export const SCAN_LIFE_MS = 5 * 60_000;

@Injectable()
export class ScansService {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CodesService) private readonly codes: CodesService,
    @Inject(RedemptionsRepository) private readonly redemptions: RedemptionsRepository,
    @Inject(CounterWallet) private readonly wallet: CounterWallet,
    @Inject(MembersService) private readonly members: MembersService,
    @Inject(OrderPickups) private readonly pickups: OrderPickups,
  ) {}

  /**
   * A retry (same clerk, same nonce) is the same scan, also when its code has run out meanwhile. Refuses with
   * not_your_store, code_malformed, code_unknown, code_expired, code_used, code_blocked or member_blocked.
   */
  async scan(who: StaffActor, body: ScanBody): Promise<ScanView> {
    mustWorkAt(who, body.storeId);
    const first = await this.redemptions.scanBy(who.staffId, body.nonce);
    if (first) return this.sameScan(first, body);
    const { seed, step } = await this.codes.check(who.staffId, body.storeId, body.code);
    if (await this.redemptions.isSpent(seed.id, step)) throw new Problem('code_used');
    await this.mustBeWelcome(seed.memberId);
    const scannedAt = this.clock.now();
    const scan: Scan = {
      id: newId(),
      clerkId: who.staffId,
      nonce: body.nonce,
      storeId: body.storeId,
      seedId: seed.id,
      memberId: seed.memberId,
      step,
      entered: body.entered,
      couponId: seed.couponId,
      scannedAt,
      expiresAt: addMs(scannedAt, SCAN_LIFE_MS),
    };
    if (await this.redemptions.addScan(scan)) return this.view(scan, null);
    return this.sameScan((await this.redemptions.scanBy(who.staffId, body.nonce))!, body);
  }

  /** The same scan with the bill filled in. Refuses with not_found (another clerk's scan) or scan_expired. */
  async preview(who: StaffActor, scanId: string, billFen: number): Promise<ScanView> {
    const scan = await this.redemptions.scan(scanId, who.staffId);
    if (!scan) throw new Problem('not_found');
    mustWorkAt(who, scan.storeId);
    if (this.clock.now() >= scan.expiresAt) throw new Problem('scan_expired');
    return this.view(scan, fen(billFen));
  }

  private async sameScan(scan: Scan, body: ScanBody): Promise<ScanView> {
    const same = scan.storeId === body.storeId && (await this.codes.isOf(scan.seedId, body.code));
    if (!same) throw new Problem('idempotency_key_reused');
    return this.view(scan, null);
  }

  private async view(scan: Scan, billFen: Fen | null): Promise<ScanView> {
    const member = await this.members.brief(scan.memberId);
    if (!member) throw new Problem('code_unknown');
    const standing = await this.wallet.standingOf(scan.memberId);
    const coupons = await this.wallet.judge(scan, standing.level.level.id, billFen);
    const pickups = await this.pickups.waitingAt(scan.storeId, scan.memberId);
    return toScanView(scan, member, standing, coupons, pickups, billFen);
  }

  private async mustBeWelcome(memberId: string): Promise<void> {
    const member = await this.members.brief(memberId);
    if (member?.status === 'blocked') throw new Problem('member_blocked');
    if (member?.status !== 'active') throw new Problem('code_unknown');
  }
}
