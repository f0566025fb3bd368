/** Lays down what stands still: stores, levels, goods with their stock, staff and coupon templates. */
import { Inject, Injectable } from '@nestjs/common';
import type { CouponTemplateBody } from '@tongdian/shared/contract/coupons.dto';
import { addMs, DAY_MS } from '@tongdian/shared/kernel/time';
import {
  GoodsEntry,
  type NewCategory,
  type NewProduct,
  type NewSku,
  type Places,
} from '../catalog/goods-entry.js';
import { TemplatesService } from '../coupons/templates.service.js';
import { newId } from '../platform/new-id.js';
import { DEMO_PASSWORD, StaffService } from '../staff/staff.service.js';
import { StoresService } from '../stores/stores.service.js';
import { CATEGORIES } from './brand/categories.js';
import { COUPON_TEMPLATES } from './brand/coupon-templates.js';
import { LEVELS } from './brand/levels.js';
import { PRODUCTS } from './brand/products.js';
import { STAFF } from './brand/staff.js';
import { STORES } from './brand/stores.js';
import type { DemoProduct, DemoSku, DemoTemplate } from './brand/types.js';
import { DemoRepository } from './demo.repository.js';

/** Ids by the codes of the brand, for whoever fills on. */
export interface BrandIds {
  stores: Map<string, string>;
  /** Stock as it is shown on the day of filling. */
  shelves: { skuId: string; placeId: string; onHand: number }[];
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
    @Inject(StoresService) private readonly stores: StoresService,
    @Inject(GoodsEntry) private readonly goods: GoodsEntry,
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
    for (const [sort, store] of STORES.entries()) {
      const { opens, closes, note: _note, ...rest } = store;
      const id = ids.stores.get(store.code)!;
      await this.stores.open(
        { ...rest, id, opensAt: opens, closesAt: closes, picture: picture('stores', store.picture) },
        sort,
      );
    }
    await this.demo.addLevels(levelsOf(ids));
    await this.layIn(ids, at);
    for (const person of STAFF) {
      const storeIds = person.store ? [ids.stores.get(person.store)!] : [];
      const { login, name, role } = person;
      ids.staff.set(login, await this.staff.create({ login, name, role, password: DEMO_PASSWORD, storeIds }));
    }
    return ids;
  }

  private async layIn(ids: BrandIds, at: Date): Promise<void> {
    const places = await this.goods.openPlaces(
      STORES.map(({ code, name }) => ({ id: ids.stores.get(code)!, name })),
    );
    await this.goods.enter(
      categoriesOf(ids),
      PRODUCTS.map((product) => toProduct(product, ids)),
      at,
    );
    ids.shelves = PRODUCTS.flatMap((product) => product.skus.flatMap((sku) => stockOf(sku, ids, places)));
    const opening = ids.shelves.map((row) => ({
      ...row,
      onHand: row.onHand > 0 ? row.onHand + YEAR_OF_STOCK : 0,
    }));
    await this.goods.openStock(opening, at);
  }

  /** After the year: what is on the shelf is what the brand shows. */
  takeStock(ids: BrandIds, at: Date): Promise<void> {
    return this.goods.takeStock(ids.shelves, 'stocktaking', at);
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

function toProduct(product: DemoProduct, ids: BrandIds): NewProduct {
  const { code, name, subtitle, description, kind, plate, memberPriced, sort } = product;
  return {
    ...{ code, name, subtitle, description, kind, plate, memberPriced, sort },
    id: ids.products.get(code)!,
    categoryPath: pathOf(product.category, ids),
    picture: picture('products', product.picture),
    optionNames: Object.keys(product.axes),
    warrantyMonths: product.warrantyMonths ?? null,
    needsInstallation: product.installation,
    repurchaseDays: product.repurchaseDays ?? null,
    skus: product.skus.map((sku) => toSku(sku, ids)),
  };
}

function toSku({ code, barcode, options, listFen, picture: key }: DemoSku, ids: BrandIds): NewSku {
  return {
    id: ids.skus.get(code)!,
    code,
    barcode,
    options,
    listPriceFen: listFen,
    picture: picture('products', key),
  };
}

function stockOf(sku: DemoSku, ids: BrandIds, places: Places): BrandIds['shelves'] {
  const skuId = ids.skus.get(sku.code)!;
  const inStores = STORES.map(({ code }) => ({
    skuId,
    placeId: places.stores.get(ids.stores.get(code)!)!,
    onHand: sku.stock.stores[code],
  }));
  return [{ skuId, placeId: places.warehouse, onHand: sku.stock.online }, ...inStores];
}

function categoriesOf(ids: BrandIds): NewCategory[] {
  return CATEGORIES.map(({ code, name, sort }) => ({
    id: ids.categories.get(code)!,
    code,
    name,
    path: pathOf(code, ids),
    sort,
  }));
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
