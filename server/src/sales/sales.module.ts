import { Module } from '@nestjs/common';
import { SalesController } from './sales.controller.js';
import { SalesReadingRepository } from './sales-reading.repository.js';
import { SalesService } from './sales.service.js';

@Module({
  controllers: [SalesController],
  providers: [SalesReadingRepository, SalesService],
})
export class SalesModule {}
