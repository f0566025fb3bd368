/** What features above the catalogue know of its goods and of their stock. */

/** What pricing, carts and orders need to know of a SKU. */
export interface SkuFact {
  skuId: string;
  productId: string;
  name: string;
  options: Record<string, string>;
  picture: string;
  plate: 'plate' | 'plate2' | 'plate3';
  categoryIds: string[];
  unitListFen: number;
  memberPriced: boolean;
  onSale: boolean;
}

export interface StockRow {
  skuId: string;
  placeId: string;
  storeId: string | null;
  placeName: string;
  available: number;
}
