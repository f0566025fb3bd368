import { Body, Controller, Inject } from '@nestjs/common';
import { StaffSignInBody } from '@tongdian/shared/contract/staff.dto';
import {
  demoLogins,
  staffMe,
  staffSignIn,
  staffSignOut,
  type DemoLoginsView,
  type StaffSessionView,
  type StaffView,
} from '@tongdian/shared/contract/staff.routes';
import type { StaffActor } from '../platform/context.js';
import { Handles } from '../platform/http/handles.js';
import { Staff } from '../platform/http/who.js';
import { StaffService } from './staff.service.js';

@Controller()
export class StaffController {
  constructor(@Inject(StaffService) private readonly staff: StaffService) {}

  @Handles(staffSignIn)
  signIn(@Body() body: StaffSignInBody): Promise<StaffSessionView> {
    return this.staff.signIn(body.login, body.password);
  }

  @Handles(staffMe)
  me(@Staff() who: StaffActor): Promise<StaffView> {
    return this.staff.me(who.staffId);
  }

  @Handles(staffSignOut)
  signOut(@Staff() who: StaffActor): Promise<{ ok: true }> {
    return this.staff.signOut(who);
  }

  @Handles(demoLogins)
  demo(): Promise<DemoLoginsView> {
    return this.staff.demoLogins();
  }
}
