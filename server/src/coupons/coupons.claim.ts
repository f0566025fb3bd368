/** Claiming and giving: no rush takes more than there are, nobody more than the limit, each refusal is the true one. */
import './coupons.events.js';
import { Inject, Injectable } from '@nestjs/common';
import type { ClaimableView, CouponView } from '@tongdian/shared/contract/coupons.routes';
import { addMs, DAY_MS } from '@tongdian/shared/kernel/time';
import { windowFrom } from '@tongdian/shared/rules/coupon-rules';
import { Audit } from '../platform/audit.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { newId } from '../platform/new-id.js';
import { Outbox } from '../platform/outbox.js';
import { Problem } from '../platform/problem.js';
import type { IssuingRow } from './coupon-rows.js';
import { CouponsService } from './coupons.service.js';
import { toClaimableView } from './coupons.views.js';
import { IssuingRepository } from './issuing.repository.js';

/** How long before it opens a template stands in the claim centre. */
const SHOWN_BEFORE_MS = 7 * DAY_MS;

@Injectable()
export class CouponClaims {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(IssuingRepository) private readonly issuing: IssuingRepository,
    @Inject(CouponsService) private readonly coupons: CouponsService,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(Outbox) private readonly outbox: Outbox,
  ) {}

  /** What can be claimed first, then what is taken or not open yet, each with its reason. */
  async center(memberId: string): Promise<ClaimableView[]> {
    const now = this.clock.now();
    const rows = await this.issuing.claimables(memberId, now, addMs(now, SHOWN_BEFORE_MS));
    const views = rows.map((row) => toClaimableView(row, now));
    return [...views.filter((view) => !view.refusal), ...views.filter((view) => view.refusal)];
  }

  /** Refuses with template_not_found, claim_not_published, claim_not_open, coupon_limit_reached or coupon_sold_out. */
  async claim(templateId: string, memberId: string): Promise<CouponView> {
    const template = await this.mustFind(templateId, memberId);
    if (!template.claimable) throw new Problem('claim_not_published');
    const couponId = newId();
    await this.issue(template, memberId, { couponId, via: 'center', cause: `claim:${couponId}` });
    return this.coupons.view(couponId, memberId);
  }

  /**
   * Gives one for a reason of the house (a registration, a campaign): the limits hold for gifts as well. The
   * same cause gives a member one coupon, however often it is told; the answer is its id.
   */
  async giveTo(memberId: string, templateId: string, via: string, cause: string): Promise<string> {
    return this.db.tx(async () => {
      // With the member in it: two members with the same cause may be one member later.
      const own = `${cause}:${memberId}`;
      const given = await this.issuing.givenFor(memberId, own);
      if (given) return given.couponId;
      const couponId = newId();
      await this.issue(await this.mustFind(templateId, memberId), memberId, { couponId, via, cause: own });
      return couponId;
    });
  }

  /**
   * Most of a rush is turned away by the facts as read. The rest: the member's own row first, the row that
   * everybody wants last, so that it is held for one statement and the commit. Whatever refuses undoes all.
   */
  private async issue(
    template: IssuingRow,
    memberId: string,
    gift: { couponId: string; via: string; cause: string },
  ): Promise<void> {
    const { id: templateId } = template;
    await this.db.tx(async () => {
      const now = this.clock.now();
      mustHaveRoom(template, now);
      if (!(await this.issuing.take(memberId, templateId))) {
        mustHaveRoom(await this.mustFind(templateId, memberId), now);
        throw new Problem('coupon_limit_reached', { limit: template.perMember });
      }
      await this.hand(template, memberId, gift, now);
      if (await this.issuing.draw(templateId, now)) return;
      mustBeOpen(await this.mustFind(templateId, memberId), now);
      throw new Problem('coupon_sold_out');
    });
  }

  private async hand(
    { id: templateId, version, validDays, title }: IssuingRow,
    memberId: string,
    { couponId, via, cause }: { couponId: string; via: string; cause: string },
    now: Date,
  ): Promise<void> {
    const window = windowFrom(now, validDays);
    await this.issuing.create({ id: couponId, memberId, templateId, version, via, cause, now, ...window });
    await this.audit.record({
      action: 'coupon.claimed',
      subject: 'coupon',
      subjectId: couponId,
      subjectName: title,
      after: { templateId, memberId, via, validUntil: window.validUntil.toISOString() },
    });
    await this.outbox.tell('coupon.claimed', couponId, { couponId, templateId, memberId, via });
  }

  private async mustFind(templateId: string, memberId: string): Promise<IssuingRow> {
    const template = await this.issuing.template(templateId, memberId);
    if (!template) throw new Problem('template_not_found');
    return template;
  }
}

function mustBeOpen(template: IssuingRow, now: Date): void {
  if (template.state !== 'published') throw new Problem('claim_not_published');
  if (now < template.claimFrom || now >= template.claimUntil) throw new Problem('claim_not_open');
}

function mustHaveRoom(template: IssuingRow, now: Date): void {
  mustBeOpen(template, now);
  if (template.taken >= template.perMember)
    throw new Problem('coupon_limit_reached', { limit: template.taken });
  if (template.issued >= template.totalCount) throw new Problem('coupon_sold_out');
}
