import { Body, Controller, Inject, Param, Query } from '@nestjs/common';
import { CouponTemplateBody, StopTemplateBody } from '@tongdian/shared/contract/coupons.dto';
import {
  adminChangeTemplate,
  adminCreateTemplate,
  adminGetTemplate,
  adminListIssued,
  adminListTemplates,
  adminPublishTemplate,
  adminStopTemplate,
  type IssuedCouponRow,
  type TemplateView,
} from '@tongdian/shared/contract/coupons.routes';
import { PageQuery } from '@tongdian/shared/contract/paging.dto';
import type { Page } from '@tongdian/shared/contract/route';
import type { StaffActor } from '../platform/context.js';
import { Handles } from '../platform/http/handles.js';
import { IdPipe } from '../platform/http/validation.js';
import { Staff } from '../platform/http/who.js';
import { TemplatesService } from './templates.service.js';

@Controller()
export class AdminCouponsController {
  constructor(@Inject(TemplatesService) private readonly templates: TemplatesService) {}

  @Handles(adminListTemplates)
  list(@Query() query: PageQuery): Promise<Page<TemplateView>> {
    return this.templates.list(query);
  }

  @Handles(adminGetTemplate)
  one(@Param('id', IdPipe) id: string): Promise<TemplateView> {
    return this.templates.view(id);
  }

  @Handles(adminCreateTemplate)
  create(@Staff() who: StaffActor, @Body() body: CouponTemplateBody): Promise<TemplateView> {
    return this.templates.create(body, who.staffId);
  }

  @Handles(adminChangeTemplate)
  change(@Param('id', IdPipe) id: string, @Body() body: CouponTemplateBody): Promise<TemplateView> {
    return this.templates.change(id, body);
  }

  @Handles(adminPublishTemplate)
  publish(@Param('id', IdPipe) id: string): Promise<TemplateView> {
    return this.templates.publish(id);
  }

  @Handles(adminStopTemplate)
  stop(@Param('id', IdPipe) id: string, @Body() body: StopTemplateBody): Promise<TemplateView> {
    return this.templates.stop(id, body.reason);
  }

  @Handles(adminListIssued)
  issued(@Param('id', IdPipe) id: string, @Query() query: PageQuery): Promise<Page<IssuedCouponRow>> {
    return this.templates.issued(id, query);
  }
}
