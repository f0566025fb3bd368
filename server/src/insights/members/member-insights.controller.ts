import { Controller, Inject, Param, Query } from '@nestjs/common';
import { AdminMembersQuery } from '@tongdian/shared/contract/members.dto';
import {
  adminGetMember,
  adminListMembers,
  type AdminMemberRow,
  type AdminMemberView,
} from '@tongdian/shared/contract/members.routes';
import type { Page } from '@tongdian/shared/contract/route';
import { Handles } from '../../platform/http/handles.js';
import { IdPipe } from '../../platform/http/validation.js';
import { MemberInsightsService } from './member-insights.service.js';

@Controller()
export class MemberInsightsController {
  constructor(@Inject(MemberInsightsService) private readonly insights: MemberInsightsService) {}

  @Handles(adminListMembers)
  list(@Query() query: AdminMembersQuery): Promise<Page<AdminMemberRow>> {
    return this.insights.list(query);
  }

  @Handles(adminGetMember)
  get(@Param('id', IdPipe) id: string): Promise<AdminMemberView> {
    return this.insights.get(id);
  }
}
