/** Hands a device what it makes its rotating codes of: asked once, good for days without network. */
import { randomBytes, randomInt } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { CodeSeedView } from '@tongdian/shared/contract/verification.routes';
import { addMs, DAY_MS } from '@tongdian/shared/kernel/time';
import { STEP_SECONDS } from '@tongdian/shared/rules/code-rules';
import { CouponsService } from '../coupons/coupons.service.js';
import { Clock } from '../platform/clock.js';
import type { MemberActor } from '../platform/context.js';
import { Database } from '../platform/database/database.js';
import { newId } from '../platform/new-id.js';
import { Vault } from '../platform/security/vault.js';
import { CodesRepository, type SeedRow } from './codes.repository.js';

const LIFE_MS = 7 * DAY_MS;
/** A seed with less than this left is replaced, so that the phone may go off the net again for a while. */
const LEAST_LEFT_MS = DAY_MS;
const TRIES = 20;

@Injectable()
export class SeedsService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CodesRepository) private readonly codes: CodesRepository,
    @Inject(CouponsService) private readonly coupons: CouponsService,
    @Inject(Vault) private readonly vault: Vault,
  ) {}

  /** For the member, or for one coupon: refuses with coupon_not_found, coupon_used, coupon_locked or coupon_expired. */
  async open(who: MemberActor, couponId: string | null): Promise<CodeSeedView> {
    if (couponId) {
      const { refusal } = await this.coupons.standing(couponId, who.memberId);
      if (refusal) throw refusal;
    }
    const seed = await this.db.tx(() => this.living(who, couponId));
    return {
      handle: seed.handle,
      secret: this.vault.open(seed.secretEnc),
      stepSeconds: STEP_SECONDS,
      serverTime: this.clock.now().toISOString(),
      expiresAt: seed.expiresAt.toISOString(),
      couponId: seed.couponId,
    };
  }

  private async living(who: MemberActor, couponId: string | null): Promise<SeedRow> {
    const now = this.clock.now();
    const there = await this.codes.livingOf(who.memberId, who.deviceId, couponId);
    if (there && there.expiresAt > addMs(now, LEAST_LEFT_MS)) return there;
    if (there) await this.codes.revoke(there.id, now);
    const secretEnc = this.vault.seal(randomBytes(32).toString('base64url'));
    for (let tries = 0; tries < TRIES; tries += 1) {
      const handle = String(randomInt(1_000_000)).padStart(6, '0');
      await this.codes.freeHandle(handle, now);
      const { memberId, deviceId } = who;
      const id = newId();
      const expiresAt = addMs(now, LIFE_MS);
      const outcome = await this.codes.add({
        id,
        handle,
        memberId,
        deviceId,
        couponId,
        secretEnc,
        expiresAt,
        now,
      });
      if (outcome !== 'handle_taken') return (await this.codes.livingOf(memberId, deviceId, couponId))!;
    }
    throw new Error('no free handle was found');
  }
}
