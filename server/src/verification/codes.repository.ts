/** Seeds of rotating codes, and the codes that were none. */
import { Inject, Injectable } from '@nestjs/common';
import { Database, isDuplicate } from '../platform/database/database.js';
import { newId } from '../platform/new-id.js';

export interface SeedRow {
  id: string;
  handle: string;
  memberId: string;
  couponId: string | null;
  secretEnc: Buffer;
  wrongTries: number;
  wrongAt: Date | null;
  expiresAt: Date;
}

export interface NewSeed {
  id: string;
  handle: string;
  memberId: string;
  deviceId: string;
  couponId: string | null;
  secretEnc: Buffer;
  expiresAt: Date;
  now: Date;
}

const SEED = `select id, handle, member_id as "memberId", coupon_id as "couponId", secret_enc as "secretEnc",
    wrong_tries as "wrongTries", wrong_at as "wrongAt", expires_at as "expiresAt"
  from code_seeds`;

const NO_COUPON = '00000000-0000-0000-0000-000000000000';

@Injectable()
export class CodesRepository {
  constructor(@Inject(Database) private readonly db: Database) {}

  livingOf(memberId: string, deviceId: string, couponId: string | null): Promise<SeedRow | null> {
    return this.db.one<SeedRow>(
      `${SEED} where member_id = $1 and device_id = $2 and coalesce(coupon_id, '${NO_COUPON}') = coalesce($3::uuid, '${NO_COUPON}')
         and revoked_at is null`,
      [memberId, deviceId, couponId],
    );
  }

  livingBy(handle: string): Promise<SeedRow | null> {
    return this.db.one<SeedRow>(`${SEED} where handle = $1 and revoked_at is null`, [handle]);
  }

  byId(id: string): Promise<SeedRow | null> {
    return this.db.one<SeedRow>(`${SEED} where id = $1`, [id]);
  }

  async revoke(id: string, now: Date): Promise<void> {
    await this.db.run('update code_seeds set revoked_at = $2 where id = $1 and revoked_at is null', [
      id,
      now,
    ]);
  }

  /** A handle whose seed ran out is free for somebody else. */
  async freeHandle(handle: string, now: Date): Promise<void> {
    await this.db.run(
      'update code_seeds set revoked_at = $2 where handle = $1 and revoked_at is null and expires_at <= $2',
      [handle, now],
    );
  }

  /** What stood in the way: the handle (try another), or a seed of this device that came first (take that one). */
  async add(seed: NewSeed): Promise<'added' | 'handle_taken' | 'seed_there'> {
    try {
      return await this.db.attempt(async () => {
        await this.db.run(
          `insert into code_seeds (id, handle, member_id, device_id, coupon_id, secret_enc, expires_at, created_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8)`,
          [
            seed.id,
            seed.handle,
            seed.memberId,
            seed.deviceId,
            seed.couponId,
            seed.secretEnc,
            seed.expiresAt,
            seed.now,
          ],
        );
        return 'added' as const;
      });
    } catch (error) {
      if (isDuplicate(error, 'code_seeds_handle')) return 'handle_taken';
      if (isDuplicate(error, 'code_seeds_one')) return 'seed_there';
      throw error;
    }
  }

  /** One more wrong typed code on this handle; counting begins anew after `since`. */
  async countWrong(seedId: string, since: Date, now: Date): Promise<void> {
    await this.db.run(
      `update code_seeds set wrong_tries = case when wrong_at > $2 then wrong_tries + 1 else 1 end, wrong_at = $3 where id = $1`,
      [seedId, since, now],
    );
  }

  async refuse(clerkId: string, storeId: string, handle: string, refusal: string, now: Date): Promise<void> {
    await this.db.run(
      'insert into scan_refusals (id, clerk_id, store_id, handle, refusal, at) values ($1, $2, $3, $4, $5, $6)',
      [newId(), clerkId, storeId, handle, refusal, now],
    );
  }

  async unknownBy(clerkId: string, since: Date): Promise<number> {
    const row = await this.db.one<{ total: number }>(
      `select count(*)::int as total from scan_refusals where clerk_id = $1 and at > $2 and refusal = 'code_unknown'`,
      [clerkId, since],
    );
    return row!.total;
  }

  /** For a join of two members: the phones ask for new seeds, as the other member. */
  async revokeAllOf(memberId: string, now: Date): Promise<void> {
    await this.db.run('update code_seeds set revoked_at = $2 where member_id = $1 and revoked_at is null', [
      memberId,
      now,
    ]);
  }
}
