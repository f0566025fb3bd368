/** Rows of the catalogue as the contract shows them. */
import type { CategoryView, ProductView, SkuView } from '@tongdian/shared/contract/catalog.routes';
import type { StockRow } from './sku-fact.js';
import type { Category } from './category.entity.js';
import type { Product } from './product.entity.js';
import type { Sku } from './sku.entity.js';

/** The tree from a flat list that is sorted already. Categories without products stay: a brand may prepare them. */
export function toCategoryTree(
  categories: readonly Category[],
  products: ReadonlyMap<string, number>,
): CategoryView[] {
  const below = (parentId: string | null): CategoryView[] =>
    categories
      .filter((category) => category.parentId === parentId)
      .map(({ id, name, picture }) => ({
        id,
        name,
        picture,
        products: products.get(id) ?? 0,
        children: below(id),
      }));
  return below(null);
}

export function toSkuView(sku: Sku, stock: readonly StockRow[]): SkuView {
  const own = stock.filter((row) => row.skuId === sku.id);
  return {
    id: sku.id,
    code: sku.code,
    options: sku.options,
    listPriceFen: Number(sku.listPriceFen),
    picture: sku.picture,
    onlineStock: own.find((row) => row.storeId === null)?.available ?? 0,
    storeStock: own
      .filter((row) => row.storeId !== null && row.available > 0)
      .map((row) => ({ storeId: row.storeId!, storeName: row.placeName, available: row.available })),
  };
}

export function toProductView(
  product: Product,
  skus: readonly Sku[],
  stock: readonly StockRow[],
  categoryNames: ReadonlyMap<string, string>,
): ProductView {
  const pictures = [...new Set([product.picture, ...skus.map((sku) => sku.picture)])];
  return {
    id: product.id,
    name: product.name,
    subtitle: product.subtitle,
    description: product.description,
    kind: product.kind,
    category: product.categoryPath.map((id) => ({ id, name: categoryNames.get(id) ?? '' })),
    pictures,
    plate: product.plate,
    memberPriced: product.memberPriced,
    warrantyMonths: product.warrantyMonths,
    needsInstallation: product.needsInstallation,
    optionNames: product.optionNames,
    skus: skus.map((sku) => toSkuView(sku, stock)),
  };
}
