import { Module } from '@nestjs/common';
import { MembersModule } from '../../members/members.module.js';
import { MemberInsightsController } from './member-insights.controller.js';
import { MemberInsightsRepository } from './member-insights.repository.js';
import { MemberInsightsService } from './member-insights.service.js';

@Module({
  imports: [MembersModule],
  controllers: [MemberInsightsController],
  providers: [MemberInsightsRepository, MemberInsightsService],
})
export class MemberInsightsModule {}
