/** The house: the platform floor and, on it, one module for each feature. */
import { Module } from '@nestjs/common';
import { HealthController } from './health/health.controller.js';
import { PlatformModule } from './platform/platform.module.js';

@Module({
  imports: [PlatformModule],
  controllers: [HealthController],
})
export class AppModule {}
