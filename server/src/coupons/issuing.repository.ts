/** Giving coupons out: the two limits are two guarded statements, and whoever calls looks at their answer. */
import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { newId } from '../platform/new-id.js';
import type { ClaimableRow, IssuingRow } from './coupon-rows.js';

const FACTS = `t.id, t.title, v.rule, v.where_text as "where", v.note, v.valid_days as "validDays",
  t.total_count as "totalCount", t.issued_count as "issued", t.per_member as "perMember",
  t.claim_from as "claimFrom", t.claim_until as "claimUntil"`;

const FROM = `coupon_templates t join coupon_template_versions v on v.template_id = t.id and v.version = t.version`;

export interface NewCoupon {
  id: string;
  memberId: string;
  templateId: string;
  version: number;
  validFrom: Date;
  validUntil: Date;
  via: string;
  cause: string;
  now: Date;
}

@Injectable()
export class IssuingRepository {
  constructor(@Inject(Database) private readonly db: Database) {}

  /** What stands in the claim centre: open now, or opening before `soon`. */
  claimables(memberId: string, now: Date, soon: Date): Promise<ClaimableRow[]> {
    return this.db.rows<ClaimableRow>(
      `select ${FACTS}, coalesce(k.taken, 0) as taken from ${FROM}
       left join coupon_takings k on k.template_id = t.id and k.member_id = $1
       where t.state = 'published' and t.claimable and t.claim_until > $2 and t.claim_from < $3
       order by t.claim_until, t.id limit 100`,
      [memberId, now, soon],
    );
  }

  /** Read without a lock. Issued and taken only ever grow: what is read as full is full. */
  template(id: string, memberId: string): Promise<IssuingRow | null> {
    return this.db.one<IssuingRow>(
      `select ${FACTS}, t.state, t.version, t.claimable, coalesce(k.taken, 0) as taken from ${FROM}
       left join coupon_takings k on k.template_id = t.id and k.member_id = $2 where t.id = $1`,
      [id, memberId],
    );
  }

  /** One more for this member, unless the limit is reached. Waits for another claim of the same member. */
  async take(memberId: string, templateId: string): Promise<boolean> {
    const rows = await this.db.run(
      `insert into coupon_takings as k (member_id, template_id, taken) values ($1, $2, 1)
       on conflict (member_id, template_id) do update set taken = k.taken + 1
       where k.taken < (select per_member from coupon_templates where id = $2)`,
      [memberId, templateId],
    );
    return rows === 1;
  }

  /** One less in stock, while it is published and open. Waits for claims before it: "no" is never said too soon. */
  async draw(templateId: string, now: Date): Promise<boolean> {
    const rows = await this.db.run(
      `update coupon_templates set issued_count = issued_count + 1
       where id = $1 and state = 'published' and claim_from <= $2 and claim_until > $2 and issued_count < total_count`,
      [templateId, now],
    );
    return rows === 1;
  }

  /** The coupon with its first ledger entry. */
  async create(coupon: NewCoupon): Promise<void> {
    await this.db.run(
      `with made as (
         insert into coupons (id, member_id, template_id, template_version, state, valid_from, valid_until, claimed_via, claimed_at)
         values ($1, $2, $3, $4, 'issued', $5, $6, $7, $8) returning id, member_id
       ) insert into coupon_entries (id, coupon_id, member_id, kind, cause, at)
         select $9, id, member_id, 'issued', $10, $8 from made`,
      [
        coupon.id,
        coupon.memberId,
        coupon.templateId,
        coupon.version,
        coupon.validFrom,
        coupon.validUntil,
        coupon.via,
        coupon.now,
        newId(),
        coupon.cause,
      ],
    );
  }

  /** The coupon that this cause gave already, if it did. */
  givenFor(memberId: string, cause: string): Promise<{ couponId: string } | null> {
    return this.db.one<{ couponId: string }>(
      `select coupon_id as "couponId" from coupon_entries where member_id = $1 and kind = 'issued' and cause = $2`,
      [memberId, cause],
    );
  }
}
