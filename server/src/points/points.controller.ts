import { Controller, Inject, Query } from '@nestjs/common';
import { PageQuery } from '@tongdian/shared/contract/paging.dto';
import { getPoints, type PointsView } from '@tongdian/shared/contract/points.routes';
import type { MemberActor } from '../platform/context.js';
import { Handles } from '../platform/http/handles.js';
import { Member } from '../platform/http/who.js';
import { PointsService } from './points.service.js';

@Controller()
export class PointsController {
  constructor(@Inject(PointsService) private readonly points: PointsService) {}

  @Handles(getPoints)
  get(@Member() who: MemberActor, @Query() query: PageQuery): Promise<PointsView> {
    return this.points.overview(who.memberId, query);
  }
}
