import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AdminCatalogController } from './admin-catalog.controller.js';
import { AdminCatalog } from './admin-catalog.js';
import { CatalogController } from './catalog.controller.js';
import { CatalogRepository } from './catalog.repository.js';
import { CatalogService } from './catalog.service.js';
import { Category } from './category.entity.js';
import { GoodsEntryRepository } from './goods-entry.repository.js';
import { GoodsEntry } from './goods-entry.js';
import { Product } from './product.entity.js';
import { Sku } from './sku.entity.js';
import { Stock, StockPlace } from './stock.entity.js';
import { StockRepository } from './stock.repository.js';
import { StockService } from './stock.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([Category, Product, Sku, Stock, StockPlace])],
  controllers: [CatalogController, AdminCatalogController],
  providers: [
    AdminCatalog,
    CatalogRepository,
    CatalogService,
    GoodsEntry,
    GoodsEntryRepository,
    StockRepository,
    StockService,
  ],
  exports: [CatalogService, GoodsEntry, StockService],
})
export class CatalogModule {}
