/** What an operator sends to make a coupon template, and what a member sends to look at the wallet. */
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsDateString,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Max,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { PLATFORMS, type Platform } from '../kernel/platforms.js';
import { CHANNELS, COUPON_KINDS, type Channel, type CouponKind } from '../rules/coupon-rules.js';
import { IsRef, Trimmed } from './checks.js';
import { PageQuery } from './paging.dto.js';

/** 1,000,000 yuan: no coupon is worth more. */
const MAX_FEN = 100_000_000;

export class CouponScopeBody {
  @IsOptional() @IsArray() @ArrayMaxSize(200) @IsRef(true) categoryIds?: string[];
  @IsOptional() @IsArray() @ArrayMaxSize(500) @IsRef(true) productIds?: string[];
  @IsOptional() @IsArray() @ArrayMaxSize(500) @IsRef(true) skuIds?: string[];
  @IsOptional() @IsArray() @ArrayMaxSize(200) @IsRef(true) notCategoryIds?: string[];
  @IsOptional() @IsArray() @ArrayMaxSize(500) @IsRef(true) notProductIds?: string[];
  @IsOptional() @IsArray() @ArrayMaxSize(500) @IsRef(true) notSkuIds?: string[];
  @IsOptional() @IsArray() @ArrayMaxSize(500) @IsRef(true) storeIds?: string[];
  @IsOptional() @IsArray() @IsIn(PLATFORMS, { each: true }) platforms?: Platform[];
  @IsOptional() @IsArray() @IsIn(CHANNELS, { each: true }) channels?: Channel[];
  @IsOptional() @IsArray() @ArrayMaxSize(20) @IsRef(true) levelIds?: string[];
}

export class CouponTemplateBody {
  @Trimmed()
  @IsString()
  @Length(2, 20)
  title!: string;

  @IsIn(COUPON_KINDS)
  kind!: CouponKind;

  /** Counted on the list price of the goods it covers; 0 = none. */
  @IsInt()
  @Min(0)
  @Max(MAX_FEN)
  thresholdFen!: number;

  @ValidateIf((body: CouponTemplateBody) => body.kind === 'money_off' || body.amountFen !== undefined)
  @IsInt()
  @Min(1)
  @Max(MAX_FEN)
  amountFen?: number;

  /** 500 = 5 % off. */
  @ValidateIf((body: CouponTemplateBody) => body.kind === 'percent_off' || body.percentBp !== undefined)
  @IsInt()
  @Min(1)
  @Max(10_000)
  percentBp?: number;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MAX_FEN)
  capFen?: number;

  @ValidateNested()
  @Type(() => CouponScopeBody)
  scope!: CouponScopeBody;

  @IsInt()
  @Min(1)
  @Max(100_000_000)
  totalCount!: number;

  @IsInt()
  @Min(1)
  @Max(1_000)
  perMember!: number;

  @IsDateString({ strict: true })
  claimFrom!: string;

  @IsDateString({ strict: true })
  claimUntil!: string;

  /** Days that a coupon is good for, the day of claiming included, to the end of the last. */
  @IsInt()
  @Min(1)
  @Max(3_650)
  validDays!: number;

  /** Shown in the claim centre. */
  @IsBoolean()
  claimable!: boolean;

  @IsOptional()
  @Trimmed()
  @IsString()
  @MaxLength(200)
  note?: string;
}

export const WALLET_TABS = ['usable', 'used', 'expired'] as const;
export type WalletTab = (typeof WALLET_TABS)[number];

export class WalletQuery extends PageQuery {
  @IsOptional()
  @IsIn(WALLET_TABS)
  tab?: WalletTab;
}

export class StopTemplateBody {
  @Trimmed()
  @IsString()
  @Length(2, 100)
  reason!: string;
}
