/** What operators do with coupon templates: draft, change, publish, stop; each step in the audit log. */
import { Inject, Injectable } from '@nestjs/common';
import type { CouponTemplateBody } from '@tongdian/shared/contract/coupons.dto';
import type { IssuedCouponRow, TemplateState, TemplateView } from '@tongdian/shared/contract/coupons.routes';
import type { PageQuery } from '@tongdian/shared/contract/paging.dto';
import type { Page } from '@tongdian/shared/contract/route';
import type { CouponScope } from '@tongdian/shared/rules/coupon-rules';
import { CatalogService } from '../catalog/catalog.service.js';
import { Audit } from '../platform/audit.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { newId } from '../platform/new-id.js';
import { Problem } from '../platform/problem.js';
import { StoresService } from '../stores/stores.service.js';
import type { CouponTemplate, CouponTemplateVersion } from './coupon-template.entity.js';
import { toIssuedRow, toTemplateView } from './coupons.views.js';
import { faultsOf, ruleOf, unknownIn } from './template-rules.js';
import { TemplatesRepository } from './templates.repository.js';
import { whereText } from './where-text.js';

const PAGE_SIZE = 20;

type Draft = Pick<
  CouponTemplate,
  'title' | 'totalCount' | 'perMember' | 'claimFrom' | 'claimUntil' | 'claimable'
>;
type Terms = Pick<CouponTemplateVersion, 'rule' | 'validDays' | 'whereText' | 'note'>;

@Injectable()
export class TemplatesService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(TemplatesRepository) private readonly templates: TemplatesRepository,
    @Inject(CatalogService) private readonly catalog: CatalogService,
    @Inject(StoresService) private readonly stores: StoresService,
    @Inject(Audit) private readonly audit: Audit,
  ) {}

  async list(query: PageQuery): Promise<Page<TemplateView>> {
    const { page = 1, pageSize = PAGE_SIZE } = query;
    const rows = await this.templates.page(pageSize, (page - 1) * pageSize);
    return { items: rows.map(toTemplateView), total: await this.templates.count(), page, pageSize };
  }

  /** Refuses with template_not_found. */
  async view(id: string): Promise<TemplateView> {
    const row = await this.templates.byId(id);
    if (!row) throw new Problem('template_not_found');
    return toTemplateView(row);
  }

  /** Makes a draft. Refuses with invalid_input and the fields that cannot be meant. `staffId` null = the house. */
  async create(body: CouponTemplateBody, staffId: string | null): Promise<TemplateView> {
    const { draft, terms } = await this.read(body);
    const id = newId();
    const createdAt = this.clock.now();
    return this.db.tx(async () => {
      await this.templates.add(
        { id, state: 'draft', version: 1, createdBy: staffId, createdAt, ...draft },
        { templateId: id, version: 1, createdAt, ...terms },
      );
      return this.told('created', id, null);
    });
  }

  /** Refuses with template_state_wrong once it is published: what was issued keeps its word. */
  async change(id: string, body: CouponTemplateBody): Promise<TemplateView> {
    const { draft, terms } = await this.read(body);
    return this.db.tx(async () => {
      const before = await this.view(id);
      if (!(await this.templates.rewrite(id, draft, terms)))
        throw new Problem('template_state_wrong', { state: before.state });
      return this.told('changed', id, before);
    });
  }

  publish(id: string): Promise<TemplateView> {
    return this.move(id, 'draft', 'published');
  }

  /** No more is issued from the next statement on; what is issued stays good. */
  stop(id: string, reason: string): Promise<TemplateView> {
    return this.move(id, 'published', 'stopped', reason);
  }

  /** Refuses with template_not_found. */
  async issued(id: string, query: PageQuery): Promise<Page<IssuedCouponRow>> {
    const { page = 1, pageSize = PAGE_SIZE } = query;
    await this.view(id);
    const now = this.clock.now();
    const rows = await this.templates.issued(id, pageSize, (page - 1) * pageSize);
    const total = await this.templates.countIssued(id);
    return { items: rows.map((row) => toIssuedRow(row, now)), total, page, pageSize };
  }

  private async move(
    id: string,
    from: TemplateState,
    to: 'published' | 'stopped',
    reason?: string,
  ): Promise<TemplateView> {
    return this.db.tx(async () => {
      const before = await this.view(id);
      if (!(await this.templates.move(id, from, to)))
        throw new Problem('template_state_wrong', { state: before.state });
      return this.told(to, id, before, reason);
    });
  }

  private async told(
    deed: 'created' | 'changed' | 'published' | 'stopped',
    id: string,
    before: TemplateView | null,
    reason?: string,
  ): Promise<TemplateView> {
    const after = await this.view(id);
    await this.audit.record({
      action: `coupon_template.${deed}`,
      subject: 'coupon_template',
      subjectId: id,
      subjectName: after.title,
      before,
      after,
      reason,
    });
    return after;
  }

  private async read(body: CouponTemplateBody): Promise<{ draft: Draft; terms: Terms }> {
    const rule = ruleOf(body);
    const names = await this.namesIn(rule.scope);
    const faults = [...faultsOf(body, rule), ...unknownIn(rule.scope, names)];
    if (faults.length > 0) throw new Problem('invalid_input', {}, faults);
    const { title, totalCount, perMember, claimable, validDays, note } = body;
    return {
      draft: {
        title,
        totalCount,
        perMember,
        claimable,
        claimFrom: new Date(body.claimFrom),
        claimUntil: new Date(body.claimUntil),
      },
      terms: { rule, validDays, whereText: whereText(rule, names), note: note || null },
    };
  }

  private async namesIn(scope: CouponScope): Promise<Map<string, string>> {
    const goods = await this.catalog.namesOf({
      categories: [...(scope.categoryIds ?? []), ...(scope.notCategoryIds ?? [])],
      products: [...(scope.productIds ?? []), ...(scope.notProductIds ?? [])],
      skus: [...(scope.skuIds ?? []), ...(scope.notSkuIds ?? [])],
    });
    const stores = await this.stores.namesOf(scope.storeIds ?? []);
    const levels = await this.templates.levelNames(scope.levelIds ?? []);
    return new Map([...goods, ...stores, ...levels]);
  }
}
