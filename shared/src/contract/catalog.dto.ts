import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { IsRef, Trimmed } from './checks.js';
import { PageQuery } from './paging.dto.js';

export const PRODUCT_SORTS = ['default', 'newest', 'price-up', 'price-down', 'popular'] as const;
export type ProductSort = (typeof PRODUCT_SORTS)[number];

export class ListProductsQuery extends PageQuery {
  /** Products of this category and of those below it. */
  @IsOptional()
  @IsRef()
  category?: string;

  @IsOptional()
  @Trimmed()
  @IsString()
  @MaxLength(40)
  search?: string;

  @IsOptional()
  @IsIn(PRODUCT_SORTS)
  sort?: ProductSort;
}
