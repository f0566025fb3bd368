/** The house: the platform floor and, on it, one module for each feature. */
import { Module } from '@nestjs/common';
import { CatalogModule } from './catalog/catalog.module.js';
import { HealthController } from './health/health.controller.js';
import { PlatformModule } from './platform/platform.module.js';
import { StoresModule } from './stores/stores.module.js';

@Module({
  imports: [PlatformModule, CatalogModule, StoresModule],
  controllers: [HealthController],
})
export class AppModule {}
