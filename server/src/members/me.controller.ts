import { Body, Controller, Inject } from '@nestjs/common';
import { UpdateMeBody } from '@tongdian/shared/contract/members.dto';
import { getMe, updateMe, type MeView } from '@tongdian/shared/contract/members.routes';
import type { MemberActor } from '../platform/context.js';
import { Handles } from '../platform/http/handles.js';
import { Member } from '../platform/http/who.js';
import { MembersService } from './members.service.js';

@Controller()
export class MeController {
  constructor(@Inject(MembersService) private readonly members: MembersService) {}

  @Handles(getMe)
  me(@Member() who: MemberActor): Promise<MeView> {
    return this.members.me(who.memberId, who.platform);
  }

  @Handles(updateMe)
  update(@Member() who: MemberActor, @Body() body: UpdateMeBody): Promise<MeView> {
    return this.members.rename(who, body.nickname);
  }
}
