/** The part that every list query shares. */
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { FromText } from './checks.js';

export class PageQuery {
  /** From 1. */
  @IsOptional()
  @FromText()
  @IsInt()
  @Min(1)
  @Max(100_000)
  page?: number;

  @IsOptional()
  @FromText()
  @IsInt()
  @Min(1)
  @Max(100)
  pageSize?: number;
}
