/** What a buyer sends: cart lines, a quote, an order. */
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  MaxLength,
  Max,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { ORDER_STATES, type OrderState } from '../rules/order-states.js';
import { IsRef, Trimmed } from './checks.js';
import { PageQuery } from './paging.dto.js';

export const MAX_ORDER_LINES = 50;
export const MAX_LINE_QUANTITY = 99;

export class CartLineBody {
  @IsRef()
  skuId!: string;

  /** Added to what is in the cart already. */
  @IsInt()
  @Min(1)
  @Max(MAX_LINE_QUANTITY)
  quantity!: number;
}

export class SetCartLineBody {
  /** 0 takes the line out. */
  @IsInt()
  @Min(0)
  @Max(MAX_LINE_QUANTITY)
  quantity!: number;

  @IsOptional()
  @IsBoolean()
  selected?: boolean;
}

export class OrderLineBody {
  @IsRef()
  skuId!: string;

  @IsInt()
  @Min(1)
  @Max(MAX_LINE_QUANTITY)
  quantity!: number;
}

export const DELIVERY_KINDS = ['ship', 'pickup'] as const;
export type DeliveryKind = (typeof DELIVERY_KINDS)[number];

export class DeliveryBody {
  @IsIn(DELIVERY_KINDS)
  kind!: DeliveryKind;

  /** pickup: where. */
  @ValidateIf((delivery: DeliveryBody) => delivery.kind === 'pickup')
  @IsRef()
  storeId?: string;

  /** ship: needed for an order, not for a quote. */
  @IsOptional()
  @IsRef()
  addressId?: string;
}

export class QuoteBody {
  /** Absent = the selected lines of the cart. */
  @IsOptional()
  @ArrayMinSize(1)
  @ArrayMaxSize(MAX_ORDER_LINES)
  @ValidateNested({ each: true })
  @Type(() => OrderLineBody)
  lines?: OrderLineBody[];

  @ValidateNested()
  @Type(() => DeliveryBody)
  delivery!: DeliveryBody;

  /** Absent = the best one, null = none, an id = that one. */
  @IsOptional()
  @IsRef()
  couponId?: string | null;
}

export class PlaceOrderBody extends QuoteBody {
  /** The payable that the buyer saw; when it differs now, the order is refused and asked again. */
  @IsInt()
  @Min(0)
  payableFen!: number;

  @IsOptional()
  @Trimmed()
  @IsString()
  @MaxLength(100)
  note?: string;
}

export class ListOrdersQuery extends PageQuery {
  @IsOptional()
  @IsIn(ORDER_STATES)
  state?: OrderState;
}

export class AdminOrdersQuery extends ListOrdersQuery {
  @IsOptional()
  @Trimmed()
  @IsString()
  @MaxLength(40)
  search?: string;
}
