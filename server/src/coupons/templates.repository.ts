/** Templates as operators see them: versions, counts, and who claimed what. */
import { Inject, Injectable } from '@nestjs/common';
import type { TemplateState } from '@tongdian/shared/contract/coupons.routes';
import { Database } from '../platform/database/database.js';
import type { IssuedRow, TemplateRow } from './coupon-rows.js';
import { CouponTemplate, CouponTemplateVersion } from './coupon-template.entity.js';

/** The counts are of the page's templates only: $1 is the list of their ids. */
const TEMPLATES = `select t.id, t.title, v.rule, v.where_text as "where", v.note, v.valid_days as "validDays",
    t.total_count as "totalCount", t.issued_count as "issued", t.per_member as "perMember",
    t.claim_from as "claimFrom", t.claim_until as "claimUntil", t.state, t.version, t.claimable,
    t.created_at as "createdAt", s.name as "createdBy",
    coalesce(n.locked, 0) as locked, coalesce(n.used, 0) as used, coalesce(n.cost, 0) as "costFen"
  from coupon_templates t join coupon_template_versions v on v.template_id = t.id and v.version = t.version
  left join staff s on s.id = t.created_by
  left join (
    select template_id, count(*) filter (where state = 'locked')::int as locked,
           count(*) filter (where state = 'used')::int as used,
           (sum(off_fen) filter (where state = 'used'))::bigint as cost
    from coupons where template_id = any($1::uuid[]) group by template_id
  ) n on n.template_id = t.id
  where t.id = any($1::uuid[]) order by t.created_at desc, t.id desc`;

@Injectable()
export class TemplatesRepository {
  constructor(@Inject(Database) private readonly db: Database) {}

  async page(limit: number, offset: number): Promise<TemplateRow[]> {
    const ids = await this.db.rows<{ id: string }>(
      'select id from coupon_templates order by created_at desc, id desc limit $1 offset $2',
      [limit, offset],
    );
    return this.db.rows<TemplateRow>(TEMPLATES, [ids.map(({ id }) => id)]);
  }

  async count(): Promise<number> {
    return (await this.db.one<{ total: number }>('select count(*)::int as total from coupon_templates'))!
      .total;
  }

  byId(id: string): Promise<TemplateRow | null> {
    return this.db.one<TemplateRow>(TEMPLATES, [[id]]);
  }

  async add(template: Omit<CouponTemplate, 'issuedCount'>, version: CouponTemplateVersion): Promise<void> {
    await this.db.manager.insert(CouponTemplate, template);
    await this.db.manager.insert(CouponTemplateVersion, version);
  }

  /** Rewrites a draft; false when it is none any more. */
  async rewrite(
    id: string,
    template: Pick<
      CouponTemplate,
      'title' | 'totalCount' | 'perMember' | 'claimFrom' | 'claimUntil' | 'claimable'
    >,
    version: Pick<CouponTemplateVersion, 'rule' | 'validDays' | 'whereText' | 'note'>,
  ): Promise<boolean> {
    const { affected } = await this.db.manager.update(CouponTemplate, { id, state: 'draft' }, template);
    if (affected !== 1) return false;
    await this.db.manager.update(CouponTemplateVersion, { templateId: id, version: 1 }, version);
    return true;
  }

  /** Moves it on, if it still stands where it should. */
  async move(id: string, from: TemplateState, to: TemplateState): Promise<boolean> {
    const moved = await this.db.run('update coupon_templates set state = $3 where id = $1 and state = $2', [
      id,
      from,
      to,
    ]);
    return moved === 1;
  }

  issued(templateId: string, limit: number, offset: number): Promise<IssuedRow[]> {
    return this.db.rows<IssuedRow>(
      `select c.id, c.member_id as "memberId", coalesce(m.nickname, '会员 ' || m.member_no) as "memberName", c.state,
              c.valid_until as "validUntil", c.claimed_at as "claimedAt", c.used_at as "usedAt",
              c.used_where as "usedWhere", c.off_fen as "offFen"
       from coupons c join members m on m.id = c.member_id
       where c.template_id = $1 order by c.claimed_at desc, c.id desc limit $2 offset $3`,
      [templateId, limit, offset],
    );
  }

  async countIssued(templateId: string): Promise<number> {
    const row = await this.db.one<{ total: number }>(
      'select count(*)::int as total from coupons where template_id = $1',
      [templateId],
    );
    return row!.total;
  }

  async levelNames(ids: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.db.rows<{ id: string; name: string }>(
      'select id, name from levels where id = any($1::uuid[])',
      [ids],
    );
    return new Map(rows.map((row) => [row.id, row.name]));
  }
}
