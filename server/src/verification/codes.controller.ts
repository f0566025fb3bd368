import { Body, Controller, Inject } from '@nestjs/common';
import { OpenCodeBody } from '@tongdian/shared/contract/verification.dto';
import { openCode, type CodeSeedView } from '@tongdian/shared/contract/verification.routes';
import type { MemberActor } from '../platform/context.js';
import { Handles } from '../platform/http/handles.js';
import { Member } from '../platform/http/who.js';
import { SeedsService } from './seeds.service.js';

@Controller()
export class CodesController {
  constructor(@Inject(SeedsService) private readonly seeds: SeedsService) {}

  @Handles(openCode)
  open(@Member() who: MemberActor, @Body() body: OpenCodeBody): Promise<CodeSeedView> {
    return this.seeds.open(who, body.couponId ?? null);
  }
}
