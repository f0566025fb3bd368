/** What the phone asks for to show a code, and what a clerk sends at the counter. */
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  Min,
} from 'class-validator';
import { FromText, IsRef, Trimmed } from './checks.js';

export class OpenCodeBody {
  /** Absent = the member code; a coupon's id = the code of that coupon. */
  @IsOptional()
  @IsRef()
  couponId?: string;
}

export class ScanBody {
  /** What the scanner read or the clerk typed. */
  @IsString()
  @Length(1, 200)
  code!: string;

  @IsRef()
  storeId!: string;

  /** Made by the clerk's device for this scan: a retry with the same nonce is the same scan. */
  @Matches(/^[A-Za-z0-9_-]{16,64}$/)
  nonce!: string;

  @IsIn(['scan', 'typed'])
  entered!: 'scan' | 'typed';
}

export class ConfirmScanBody {
  /** Which of the coupons shown are used. */
  @IsArray()
  @ArrayMaxSize(10)
  @IsRef(true)
  couponIds!: string[];

  /** Orders handed over in the same go. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10)
  @IsRef(true)
  orderIds?: string[];

  /** The bill at list prices; needed by coupons with a threshold or a percentage. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(100_000_000)
  billFen?: number;
}

export class PreviewBillQuery {
  @FromText()
  @IsInt()
  @Min(0)
  @Max(100_000_000)
  billFen!: number;
}

export class UndoBody {
  @Trimmed()
  @IsString()
  @Length(2, 100)
  reason!: string;
}

export class StoreQuery {
  @IsRef()
  storeId!: string;
}
