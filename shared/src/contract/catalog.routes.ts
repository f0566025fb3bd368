import type { ListProductsQuery } from './catalog.dto.js';
import { ANYONE, may, route, type Page } from './route.js';

export interface CategoryView {
  id: string;
  name: string;
  picture: string | null;
  /** Products in it and below it. */
  products: number;
  children: CategoryView[];
}

export interface ProductCardView {
  id: string;
  name: string;
  subtitle: string;
  picture: string;
  plate: 'plate' | 'plate2' | 'plate3';
  fromFen: number;
  toFen: number;
  /** Member prices apply to it. */
  memberPriced: boolean;
  soldOut: boolean;
}

export interface ProductListView extends Page<ProductCardView> {
  priceRange: { fromFen: number; toFen: number } | null;
}

export interface SkuView {
  id: string;
  code: string;
  /** { 颜色: "雾白", 锅炉: "单锅炉" }; the order of keys is the order of the option rows. */
  options: Record<string, string>;
  listPriceFen: number;
  picture: string;
  /** How many can be sent from the online warehouse now. */
  onlineStock: number;
  storeStock: { storeId: string; storeName: string; available: number }[];
}

export interface ProductView {
  id: string;
  name: string;
  subtitle: string;
  description: string;
  kind: 'durable' | 'consumable';
  category: { id: string; name: string }[];
  pictures: string[];
  plate: 'plate' | 'plate2' | 'plate3';
  memberPriced: boolean;
  warrantyMonths: number | null;
  needsInstallation: boolean;
  optionNames: string[];
  skus: SkuView[];
}

export interface AdminProductRow {
  id: string;
  name: string;
  picture: string;
  plate: 'plate' | 'plate2' | 'plate3';
  category: string;
  skus: number;
  fromFen: number;
  toFen: number;
  onlineStock: number;
  storeStock: number;
}

export const listCategories = route<{ result: CategoryView[] }>({
  method: 'GET',
  path: '/api/categories',
  access: ANYONE,
  summary: 'The tree of categories',
});

export const listProducts = route<{ query: ListProductsQuery; result: ProductListView }>({
  method: 'GET',
  path: '/api/products',
  access: ANYONE,
  summary: 'Products on sale, a page at a time',
});

export const getProduct = route<{ params: { id: string }; result: ProductView }>({
  method: 'GET',
  path: '/api/products/:id',
  access: ANYONE,
  summary: 'One product with its SKUs, prices and stock',
});

export const adminListProducts = route<{ query: ListProductsQuery; result: Page<AdminProductRow> }>({
  method: 'GET',
  path: '/api/admin/products',
  access: may('catalog.read'),
  summary: 'Products with stock, for operators',
});
