import { IsOptional, IsString, MaxLength } from 'class-validator';
import { IsRef, Trimmed } from './checks.js';
import { PageQuery } from './paging.dto.js';

export class AuditQuery extends PageQuery {
  /** "coupon_template", "coupon", "order" … */
  @IsOptional()
  @Trimmed()
  @IsString()
  @MaxLength(40)
  subject?: string;

  @IsOptional()
  @IsRef()
  subjectId?: string;

  @IsOptional()
  @Trimmed()
  @IsString()
  @MaxLength(60)
  action?: string;
}
