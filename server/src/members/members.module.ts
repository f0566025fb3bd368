import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PlatformLoginModule } from '../platform/platform-login.module.js';
import { AddressesRepository } from './addresses.repository.js';
import { AddressesService } from './addresses.service.js';
import { AuthController } from './auth.controller.js';
import { Enrolment } from './enrolment.js';
import { IdentitiesRepository } from './identities.repository.js';
import { JoinService } from './join.service.js';
import { MeController } from './me.controller.js';
import { Member, MemberAddress, MemberIdentity, MemberSession } from './member.entity.js';
import { MemberParts } from './member-parts.js';
import { MembersRepository } from './members.repository.js';
import { MembersService } from './members.service.js';
import { MemberReviewCase, PhoneCode, UsedPlatformProof } from './phone.entity.js';
import { PhoneService } from './phone.service.js';
import { PhonesRepository } from './phones.repository.js';
import { ProofCleaning } from './proof-cleaning.js';
import { SessionsRepository } from './sessions.repository.js';
import { SessionsService } from './sessions.service.js';
import { SignInService } from './sign-in.service.js';
import { SmsCodes } from './sms-codes.js';

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
    AddressesRepository,
    Enrolment,
    IdentitiesRepository,
    MembersRepository,
    PhonesRepository,
    SessionsRepository,
    MemberParts,
    MembersService,
    AddressesService,
    SessionsService,
    SignInService,
    JoinService,
    PhoneService,
    SmsCodes,
    ProofCleaning,
  ],
  exports: [Enrolment, AddressesService, MemberParts, MembersService],
})
export class MembersModule {}
