import { IsOptional, IsString, MaxLength } from 'class-validator';
import { Trimmed } from './checks.js';
import { PageQuery } from './paging.dto.js';

export class SalesQuery extends PageQuery {
  /** The channel as named in the mapping. */
  @IsOptional()
  @Trimmed()
  @IsString()
  @MaxLength(40)
  channel?: string;

  /** Document number, card number or goods. */
  @IsOptional()
  @Trimmed()
  @IsString()
  @MaxLength(60)
  search?: string;
}
