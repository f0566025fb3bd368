import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { MembersModule } from '../members/members.module.js';
import { PointsEntry, PointsLot } from './points.entity.js';
import { PointsController } from './points.controller.js';
import { PointsRepository } from './points.repository.js';
import { PointsService } from './points.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([PointsEntry, PointsLot]), MembersModule],
  controllers: [PointsController],
  providers: [PointsRepository, PointsService],
  exports: [PointsService],
})
export class PointsModule {}
