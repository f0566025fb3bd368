import { Body, Controller, Inject } from '@nestjs/common';
import { RefreshBody, SignInBody } from '@tongdian/shared/contract/members.dto';
import { refreshSession, signIn, signOut, type SessionView } from '@tongdian/shared/contract/members.routes';
import type { MemberActor } from '../platform/context.js';
import { Handles } from '../platform/http/handles.js';
import { Member } from '../platform/http/who.js';
import { SessionsService } from './sessions.service.js';
import { SignInService } from './sign-in.service.js';

@Controller()
export class AuthController {
  constructor(
    @Inject(SignInService) private readonly signing: SignInService,
    @Inject(SessionsService) private readonly sessions: SessionsService,
  ) {}

  @Handles(signIn)
  signIn(@Body() body: SignInBody): Promise<SessionView> {
    return this.signing.signIn(body.platform, body.code, body.deviceId);
  }

  @Handles(refreshSession)
  refresh(@Body() body: RefreshBody): Promise<SessionView> {
    return this.sessions.refresh(body.refreshToken, body.deviceId);
  }

  @Handles(signOut)
  signOut(@Member() who: MemberActor): Promise<{ ok: true }> {
    return this.sessions.signOut(who);
  }
}
