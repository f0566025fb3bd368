import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PlatformLoginModule } from '../platform/platform-login.module.js';
import { AuthController } from './auth.controller.js';
import { Enrolment } from './enrolment.js';
import { IdentitiesRepository } from './identities.repository.js';
import { MeController } from './me.controller.js';
import { Member, MemberAddress, MemberIdentity, MemberSession } from './member.entity.js';
import { MemberParts } from './member-parts.js';
import { MembersRepository } from './members.repository.js';
import { MembersService } from './members.service.js';
import { MemberReviewCase, PhoneCode, UsedPlatformProof } from './phone.entity.js';
import { PhonesRepository } from './phones.repository.js';
import { SessionsRepository } from './sessions.repository.js';
import { SessionsService } from './sessions.service.js';
import { SignInService } from './sign-in.service.js';

const entities = [
  Member,
  MemberIdentity,
  MemberSession,
  MemberAddress,
  PhoneCode,
  UsedPlatformProof,
  MemberReviewCase,
];

@Module({
  imports: [TypeOrmModule.forFeature(entities), PlatformLoginModule],
  controllers: [AuthController, MeController],
  providers: [
    Enrolment,
    IdentitiesRepository,
    MembersRepository,
    PhonesRepository,
    SessionsRepository,
    MemberParts,
    MembersService,
    SessionsService,
    SignInService,
  ],
  exports: [Enrolment, MemberParts, MembersService],
})
export class MembersModule {}
