/** Lays down what stands still: stores, levels, goods with their stock, staff and coupon templates. */
import { Inject, Injectable } from '@nestjs/common';
import type { CouponTemplateBody } from '@tongdian/shared/contract/coupons.dto';
import { addMs, DAY_MS } from '@tongdian/shared/kernel/time';
import { Category } from '../catalog/category.entity.js';
import { Product } from '../catalog/product.entity.js';
import { Sku } from '../catalog/sku.entity.js';
import { StockPlace } from '../catalog/stock.entity.js';
import { TemplatesService } from '../coupons/templates.service.js';
import { newId } from '../platform/new-id.js';
import { DEMO_PASSWORD, StaffService } from '../staff/staff.service.js';
import { Store } from '../stores/store.entity.js';
import { CATEGORIES } from './brand/categories.js';
import { COUPON_TEMPLATES } from './brand/coupon-templates.js';
import { LEVELS } from './brand/levels.js';
import { PRODUCTS } from './brand/products.js';
import { STAFF } from './brand/staff.js';
import { STORES } from './brand/stores.js';
import type { DemoProduct, DemoSku, DemoTemplate } from './brand/types.js';
import { DemoRepository, type DemoGoods } from './demo.repository.js';

/** Ids by the codes of the brand, for whoever fills on. */
export interface BrandIds {
  stores: Map<string, string>;
  /** Stock as it is shown on the day of filling. */
  shelves: DemoGoods['stock'];
  levels: Map<string, string>;
  categories: Map<string, string>;
  products: Map<string, string>;
  skus: Map<string, string>;
  staff: Map<string, string>;
  templates: Map<string, string>;
}

const idsFor = (codes: readonly string[]): Map<string, string> =>
  new Map(codes.map((code) => [code, newId()]));
const picture = (folder: string, key: string): string => `/media/${folder}/${key}.svg`;

/** The opening stock covers a year of orders on top of what is on the shelf after it. */
const YEAR_OF_STOCK = 600;

@Injectable()
export class BrandFill {
  constructor(
    @Inject(DemoRepository) private readonly demo: DemoRepository,
    @Inject(StaffService) private readonly staff: StaffService,
    @Inject(TemplatesService) private readonly templates: TemplatesService,
  ) {}

  async fill(at: Date): Promise<BrandIds> {
    const ids: BrandIds = {
      stores: idsFor(STORES.map(({ code }) => code)),
      shelves: [],
      levels: idsFor(LEVELS.map(({ code }) => code)),
      categories: idsFor(CATEGORIES.map(({ code }) => code)),
      products: idsFor(PRODUCTS.map(({ code }) => code)),
      skus: idsFor(PRODUCTS.flatMap(({ skus }) => skus.map(({ code }) => code))),
      staff: new Map(),
      templates: new Map(),
    };
    const places = placesOf(ids);
    await this.demo.addStores(storesOf(ids), places);
    await this.demo.addLevels(levelsOf(ids));
    const goods = goodsOf(ids, places, at);
    ids.shelves = goods.stock;
    const opening = goods.stock.map((row) => ({
      ...row,
      onHand: row.onHand > 0 ? row.onHand + YEAR_OF_STOCK : 0,
    }));
    await this.demo.addGoods({ ...goods, stock: opening }, at);
    for (const person of STAFF) {
      const storeIds = person.store ? [ids.stores.get(person.store)!] : [];
      const { login, name, role } = person;
      ids.staff.set(login, await this.staff.create({ login, name, role, password: DEMO_PASSWORD, storeIds }));
    }
    return ids;
  }

  /** Templates open as the brand wants them, seen from `now`. Made by the operator. */
  async openTemplates(ids: BrandIds, now: Date): Promise<void> {
    for (const template of COUPON_TEMPLATES) {
      const view = await this.templates.create(
        toTemplateBody(template, ids, now),
        ids.staff.get('operator')!,
      );
      await this.templates.publish(view.id);
      ids.templates.set(template.code, view.id);
    }
  }
}

function storesOf(ids: BrandIds): Store[] {
  return STORES.map((store, sort) => {
    const { code, name, city, district, address, phone, lng, lat, opens, closes } = store;
    const id = ids.stores.get(code)!;
    const shown = picture('stores', store.picture);
    const row = {
      id,
      code,
      name,
      city,
      district,
      address,
      phone,
      lng,
      lat,
      opensAt: opens,
      closesAt: closes,
    };
    return Object.assign(new Store(), { ...row, picture: shown, sort, open: true });
  });
}

function placesOf(ids: BrandIds): StockPlace[] {
  const warehouse = Object.assign(new StockPlace(), {
    id: newId(),
    kind: 'warehouse' as const,
    storeId: null,
    name: '网上',
  });
  return [
    warehouse,
    ...STORES.map(({ code, name }) =>
      Object.assign(new StockPlace(), {
        id: newId(),
        kind: 'store' as const,
        storeId: ids.stores.get(code)!,
        name,
      }),
    ),
  ];
}

function levelsOf(ids: BrandIds) {
  return LEVELS.map(({ code, rank, name, growthFrom, memberPriceBp, pointsBp }) => ({
    id: ids.levels.get(code)!,
    rank,
    name,
    threshold: growthFrom,
    memberPriceBp,
    pointsMultiplierBp: pointsBp,
  }));
}

/** "coffee.machine.semi" stands under "coffee.machine", which stands under "coffee". */
function pathOf(code: string, ids: BrandIds): string[] {
  const parts = code.split('.');
  return parts.map((_, index) => ids.categories.get(parts.slice(0, index + 1).join('.'))!);
}

function toProduct(product: DemoProduct, ids: BrandIds, at: Date): Product {
  const prices = product.skus.map((sku) => sku.listFen);
  const categoryPath = pathOf(product.category, ids);
  const { code, name, subtitle, description, kind, plate, memberPriced, sort } = product;
  return Object.assign(new Product(), {
    id: ids.products.get(code)!,
    ...{ code, name, subtitle, description, kind, plate, memberPriced, sort },
    categoryId: categoryPath.at(-1)!,
    categoryPath,
    picture: picture('products', product.picture),
    optionNames: Object.keys(product.axes),
    warrantyMonths: product.warrantyMonths ?? null,
    needsInstallation: product.installation,
    repurchaseDays: product.repurchaseDays ?? null,
    fromFen: Math.min(...prices),
    toFen: Math.max(...prices),
    sold: 0,
    onSale: true,
    createdAt: at,
  });
}

function toSku(sku: DemoSku, product: DemoProduct, sort: number, ids: BrandIds): Sku {
  return Object.assign(new Sku(), {
    id: ids.skus.get(sku.code)!,
    productId: ids.products.get(product.code)!,
    code: sku.code,
    barcode: sku.barcode,
    options: sku.options,
    listPriceFen: sku.listFen,
    picture: picture('products', sku.picture),
    onSale: true,
    sort,
  });
}

function stockOf(sku: DemoSku, ids: BrandIds, places: readonly StockPlace[]): DemoGoods['stock'] {
  return places.map((place) => {
    const store = STORES.find(({ code }) => ids.stores.get(code) === place.storeId);
    const onHand = store ? sku.stock.stores[store.code] : sku.stock.online;
    return { skuId: ids.skus.get(sku.code)!, placeId: place.id, onHand };
  });
}

function goodsOf(ids: BrandIds, places: readonly StockPlace[], at: Date): DemoGoods {
  const categories = CATEGORIES.map(({ code, name, parent, sort }) =>
    Object.assign(new Category(), {
      id: ids.categories.get(code)!,
      code,
      parentId: parent ? ids.categories.get(parent)! : null,
      path: pathOf(code, ids),
      name,
      picture: null,
      sort,
    }),
  );
  return {
    categories: categories.sort((a, b) => a.path.length - b.path.length),
    products: PRODUCTS.map((product) => toProduct(product, ids, at)),
    skus: PRODUCTS.flatMap((product) => product.skus.map((sku, sort) => toSku(sku, product, sort, ids))),
    stock: PRODUCTS.flatMap((product) => product.skus.flatMap((sku) => stockOf(sku, ids, places))),
  };
}

function toTemplateBody(template: DemoTemplate, ids: BrandIds, now: Date): CouponTemplateBody {
  const { scope } = template;
  const find = (codes: readonly string[] | undefined, among: Map<string, string>): string[] | undefined =>
    codes?.map((code) => {
      const id = among.get(code);
      if (!id) throw new Error(`coupon ${template.code}: no ${code}`);
      return id;
    });
  return {
    title: template.name,
    kind: template.kind,
    thresholdFen: template.thresholdFen,
    amountFen: template.kind === 'money_off' ? template.amountFen : undefined,
    percentBp: template.payBp === undefined ? undefined : 10_000 - template.payBp,
    capFen: template.capFen,
    scope: {
      categoryIds: find(scope.categories, ids.categories),
      productIds: find(scope.products, ids.products),
      skuIds: find(scope.skus, ids.skus),
      notCategoryIds: find(scope.not?.categories, ids.categories),
      notProductIds: find(scope.not?.products, ids.products),
      notSkuIds: find(scope.not?.skus, ids.skus),
      storeIds: find(scope.stores, ids.stores),
      platforms: scope.platforms ? [...scope.platforms] : undefined,
      channels: scope.channels ? [...scope.channels] : undefined,
      levelIds: find(scope.levels, ids.levels),
    },
    totalCount: template.totalCount,
    perMember: template.perMember,
    claimFrom: addMs(now, template.claimFromDay * DAY_MS).toISOString(),
    claimUntil: addMs(now, template.claimUntilDay * DAY_MS).toISOString(),
    validDays: template.validDaysAfterClaim,
    claimable: template.claimable,
    note: template.note,
  };
}
