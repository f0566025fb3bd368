import { Controller, Inject, Query } from '@nestjs/common';
import { AuditQuery } from '@tongdian/shared/contract/audit.dto';
import {
  adminListAudit,
  adminVerifyAudit,
  type AuditEntryView,
} from '@tongdian/shared/contract/audit.routes';
import type { Page } from '@tongdian/shared/contract/route';
import { Handles } from '../platform/http/handles.js';
import { AuditService, type ChainCheck } from './audit.service.js';

@Controller()
export class AuditController {
  constructor(@Inject(AuditService) private readonly audit: AuditService) {}

  @Handles(adminListAudit)
  list(@Query() query: AuditQuery): Promise<Page<AuditEntryView>> {
    return this.audit.list(query);
  }

  @Handles(adminVerifyAudit)
  verify(): Promise<ChainCheck> {
    return this.audit.verify();
  }
}
