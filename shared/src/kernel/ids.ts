/** Ids are UUIDv7 (RFC 9562), branded by what they name, so that a store's id cannot pass for a member's. */

declare const idBrand: unique symbol;
export type Id<Name extends string> = string & { readonly [idBrand]?: Name };

export type MemberId = Id<'member'>;
export type StaffId = Id<'staff'>;
export type StoreId = Id<'store'>;
export type SkuId = Id<'sku'>;
export type ProductId = Id<'product'>;
export type CategoryId = Id<'category'>;
export type OrderId = Id<'order'>;
export type CouponId = Id<'coupon'>;
export type TemplateId = Id<'template'>;
export type PaymentId = Id<'payment'>;

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function isId(text: unknown): text is string {
  return typeof text === 'string' && ID.test(text);
}

/**
 * Builds a UUIDv7 from a millisecond clock and 10 random bytes; the caller brings both, because this
 * package has neither a clock nor a source of chance.
 */
export function uuidV7(unixMs: number, random: Uint8Array): string {
  if (random.length < 10) throw new RangeError('a UUIDv7 needs 10 random bytes');
  const time = Math.floor(unixMs).toString(16).padStart(12, '0');
  const bytes = Array.from(random.subarray(0, 10));
  bytes[0] = (bytes[0]! & 0x0f) | 0x70;
  bytes[2] = (bytes[2]! & 0x3f) | 0x80;
  const rest = bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${time.slice(0, 8)}-${time.slice(8)}-${rest.slice(0, 4)}-${rest.slice(4, 8)}-${rest.slice(8)}`;
}
