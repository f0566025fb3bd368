/** Members as operators see them: found by number, phone, name or card; one page with everything that happened. */
import { Inject, Injectable } from '@nestjs/common';
import type { AdminMembersQuery } from '@tongdian/shared/contract/members.dto';
import type { AdminMemberRow, AdminMemberView } from '@tongdian/shared/contract/members.routes';
import type { Page } from '@tongdian/shared/contract/route';
import type { MemberBrief } from '../../members/member-brief.js';
import { MembersService } from '../../members/members.service.js';
import { Clock } from '../../platform/clock.js';
import { Problem } from '../../platform/problem.js';
import { MemberInsightsRepository, type MemberFilter } from './member-insights.repository.js';
import { memberRowView, timelineView } from './member-insights.views.js';

const PAGE = 20;
const TIMELINE = 100;

@Injectable()
export class MemberInsightsService {
  constructor(
    @Inject(MemberInsightsRepository) private readonly insights: MemberInsightsRepository,
    @Inject(MembersService) private readonly members: MembersService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async list(query: AdminMembersQuery): Promise<Page<AdminMemberRow>> {
    const page = query.page ?? 1;
    const pageSize = query.pageSize ?? PAGE;
    const filter = { search: this.searchOf(query.search), from: query.from ?? null };
    const ids = await this.insights.page(filter, pageSize, (page - 1) * pageSize);
    const total = await this.insights.count(filter);
    return { items: await this.rows(ids), total, page, pageSize };
  }

  /** A member who was joined to another leads to that one. Refuses with member_not_found. */
  async get(memberId: string): Promise<AdminMemberView> {
    const brief = await this.find(memberId);
    const [row] = await this.rows([brief.id]);
    const happened = await this.insights.happened(brief.id, TIMELINE);
    return {
      ...row!,
      identities: await this.members.identitiesOf(brief.id),
      timeline: happened.map(timelineView),
    };
  }

  private async find(memberId: string): Promise<MemberBrief> {
    const brief = await this.members.brief(memberId);
    if (!brief) throw new Problem('member_not_found');
    return brief.mergedInto ? this.find(brief.mergedInto) : brief;
  }

  private async rows(ids: readonly string[]): Promise<AdminMemberRow[]> {
    const briefs = await this.members.briefs(ids);
    const figures = await this.insights.figures(ids, this.clock.now());
    return ids.flatMap((id) => {
      const brief = briefs.get(id);
      return brief ? [memberRowView(brief, figures.get(id))] : [];
    });
  }

  private searchOf(text: string | undefined): MemberFilter['search'] {
    if (!text) return null;
    return {
      memberNo: text,
      phoneHash: /^1\d{10}$/.test(text) ? this.members.phoneIndex(text) : null,
      phoneTail: /^\d{4}$/.test(text) ? text : null,
      nameLike: `%${text.replace(/[\\%_]/g, '\\$&')}%`,
      cardHash: this.members.cardIndex(text),
    };
  }
}
