import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { MembersModule } from '../members/members.module.js';
import { PointsController } from './points.controller.js';
import { PointsAccount, PointsEntry, PointsLot } from './points.entity.js';
import { PointsExpiry } from './points-expiry.js';
import { PointsRepository } from './points.repository.js';
import { PointsService } from './points.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([PointsAccount, PointsLot, PointsEntry]), MembersModule],
  controllers: [PointsController],
  providers: [PointsRepository, PointsService, PointsExpiry],
  exports: [PointsService],
})
export class PointsModule {}
