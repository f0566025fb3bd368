import { existsSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { BRAND_PICTURES } from '../draw/brand.js';
import { PRODUCT_PICTURES } from '../draw/catalogue.js';
import { STORE_PICTURES } from '../draw/stores.js';
import { CATEGORIES } from './categories.js';
import { COUPON_TEMPLATES } from './coupon-templates.js';
import { combinations, ean13CheckDigit } from './draft.js';
import { LEVELS } from './levels.js';
import { PEOPLE } from './people.js';
import { PRODUCTS } from './products.js';
import { STAFF } from './staff.js';
import { STORES, STORE_CODES } from './stores.js';

const media = (path: string): string => fileURLToPath(new URL(`../../../media/${path}`, import.meta.url));
const unique = (values: readonly string[]): boolean => new Set(values).size === values.length;
const skus = PRODUCTS.flatMap((product) => product.skus);
const categoryCodes = new Set(CATEGORIES.map((category) => category.code));
const productCodes = new Set(PRODUCTS.map((product) => product.code));

describe('the shelf', () => {
  it('holds at least 60 products, each code and barcode once', () => {
    expect(PRODUCTS.length).toBeGreaterThanOrEqual(60);
    expect(unique(PRODUCTS.map((product) => product.code))).toBe(true);
    expect(unique(PRODUCTS.map((product) => product.name))).toBe(true);
    expect(unique(skus.map((sku) => sku.code))).toBe(true);
    expect(unique(skus.map((sku) => sku.barcode))).toBe(true);
  });

  it('prints barcodes a scanner accepts', () => {
    // The example of the GS1 General Specifications.
    expect(ean13CheckDigit('629104150021')).toBe(3);
    for (const { barcode } of skus) {
      expect(barcode).toMatch(/^69\d{11}$/);
      expect(Number(barcode[12])).toBe(ean13CheckDigit(barcode.slice(0, 12)));
    }
  });

  it('stands on three floors, each product on a lowest one', () => {
    const parents = new Set(CATEGORIES.map((category) => category.parent));
    for (const { code, parent } of CATEGORIES) {
      expect(code.split('.').length, code).toBeLessThanOrEqual(3);
      if (parent) expect(categoryCodes, code).toContain(parent);
    }
    for (const product of PRODUCTS) {
      expect(categoryCodes, product.code).toContain(product.category);
      expect(parents.has(product.category), product.code).toBe(false);
    }
    const leaves = CATEGORIES.filter((category) => !parents.has(category.code));
    for (const leaf of leaves)
      expect(
        PRODUCTS.some((product) => product.category === leaf.code),
        leaf.code,
      ).toBe(true);
  });

  it('describes each product in 100 to 300 characters', () => {
    for (const { code, description } of PRODUCTS) {
      expect([...description].length, code).toBeGreaterThanOrEqual(100);
      expect([...description].length, code).toBeLessThanOrEqual(300);
    }
  });

  it('sells each combination of options at most once, and each option in at least one', () => {
    for (const { code, axes, skus } of PRODUCTS) {
      const possible = combinations(axes).map((choice) => JSON.stringify(choice));
      const sold = skus.map((sku) => JSON.stringify(sku.options));
      expect(unique(sold), code).toBe(true);
      for (const choice of sold) expect(possible, code).toContain(choice);
      for (const [axis, values] of Object.entries(axes)) {
        for (const value of values)
          expect(
            skus.some((sku) => sku.options[axis] === value),
            `${code} ${value}`,
          ).toBe(true);
      }
    }
  });

  it('asks a price for everything and counts stock at every place', () => {
    for (const sku of skus) {
      expect(sku.listFen, sku.code).toBeGreaterThan(0);
      const counts = [sku.stock.online, ...STORE_CODES.map((store) => sku.stock.stores[store])];
      for (const count of counts) expect(Number.isSafeInteger(count) && count >= 0, sku.code).toBe(true);
    }
  });

  it('sells 双锅炉 in 夜海 only, and has no 苔绿 anywhere', () => {
    const machine = PRODUCTS.find((product) => product.code === 'CM-YU1')!;
    const twin = machine.skus.filter((sku) => sku.options['锅炉'] === '双锅炉');
    expect(new Set(twin.map((sku) => sku.options['颜色']))).toEqual(new Set(['夜海']));
    const moss = machine.skus.filter((sku) => sku.options['颜色'] === '苔绿');
    expect(moss.length).toBeGreaterThan(0);
    for (const { stock } of moss) expect(stock.online + Math.max(...Object.values(stock.stores))).toBe(0);
  });

  it('has goods that are sold out online and wait in a store', () => {
    const inStoreOnly = skus.filter(
      ({ stock }) => stock.online === 0 && Math.max(...Object.values(stock.stores)) > 0,
    );
    expect(inStoreOnly.length).toBeGreaterThanOrEqual(5);
    expect(PRODUCTS.find((product) => product.code === 'FL-YU1')!.skus[0]!.stock).toMatchObject({
      online: 0,
      stores: { wukang: 9 },
    });
  });

  it('reminds of what is used up and looks after what lasts', () => {
    for (const product of PRODUCTS) {
      if (product.kind === 'consumable') expect(product.repurchaseDays, product.code).toBeGreaterThan(0);
      else expect(product.repurchaseDays, product.code).toBeUndefined();
      if (product.installation) expect(product.warrantyMonths, product.code).toBeGreaterThan(0);
      if (product.memberPriced) expect(product.kind, product.code).toBe('durable');
    }
  });
});

describe('the pictures', () => {
  const drawings: Record<string, () => { toString(): string }> = {};
  for (const [name, draw] of Object.entries(PRODUCT_PICTURES)) drawings[`products/${name}.svg`] = draw;
  for (const [name, draw] of Object.entries(STORE_PICTURES)) drawings[`stores/${name}.svg`] = draw;
  for (const [name, draw] of Object.entries(BRAND_PICTURES)) drawings[`brand/${name}.svg`] = draw;
  const files = Object.keys(drawings);

  it('are drawn for every SKU and store, and none hangs unused', () => {
    const wanted = [
      ...skus.map((sku) => `products/${sku.picture}.svg`),
      ...STORES.map((store) => `stores/${store.picture}.svg`),
    ];
    expect(new Set(files.filter((file) => !file.startsWith('brand/')))).toEqual(new Set(wanted));
    const brand = ['logo', 'wordmark', 'card-scene-sky', 'card-scene-sea', 'card-scene-lamp', 'empty'];
    for (const name of brand) expect(files).toContain(`brand/${name}.svg`);
  });

  it.each(files)('%s is there, light, square and without letters', (file) => {
    expect(existsSync(media(file))).toBe(true);
    expect(statSync(media(file)).size).toBeLessThanOrEqual(12 * 1024);
    const svg = readFileSync(media(file), 'utf8');
    // What lies on disk is what the drawing draws: `tsx server/src/demo/draw/write.ts` writes it anew.
    expect(svg).toBe(drawings[file]!().toString());
    expect(svg).toMatch(/^<svg [^>]*viewBox="0 0 /);
    if (!file.startsWith('brand/')) expect(svg).toContain('viewBox="0 0 400 400"');
    expect(svg).not.toMatch(/<text|<image|<script|href="http/);
    // Every gradient that is asked for is defined in the same file.
    const asked = [...svg.matchAll(/url\(#([^)]+)\)/g)].map((match) => match[1]);
    for (const id of asked) expect(svg).toContain(`id="${id}"`);
  });
});

describe('stores, levels, coupons and people', () => {
  it('has six stores in three cities', () => {
    expect(STORES.length).toBe(6);
    expect(new Set(STORES.map((store) => store.city)).size).toBe(3);
    for (const { lng, lat, code } of STORES) {
      expect(lng, code).toBeGreaterThan(100);
      expect(lng, code).toBeLessThan(125);
      expect(lat, code).toBeGreaterThan(28);
      expect(lat, code).toBeLessThan(33);
    }
  });

  it('has three levels that only get better', () => {
    expect(LEVELS.map((level) => level.growthFrom)).toEqual([0, 1_000, 5_000]);
    LEVELS.slice(1).forEach((level, index) => {
      expect(level.memberPriceBp).toBeLessThan(LEVELS[index]!.memberPriceBp);
      expect(level.pointsBp).toBeGreaterThan(LEVELS[index]!.pointsBp);
    });
  });

  it('has templates of every kind whose scopes name real things', () => {
    expect(COUPON_TEMPLATES.length).toBeGreaterThanOrEqual(6);
    expect(unique(COUPON_TEMPLATES.map((template) => template.code))).toBe(true);
    const kinds = new Set(COUPON_TEMPLATES.map((template) => template.kind));
    expect(kinds).toEqual(new Set(['money_off', 'percent_off', 'exchange', 'shipping']));
    for (const { code, kind, scope, amountFen, payBp, capFen, gives } of COUPON_TEMPLATES) {
      for (const name of [...(scope.categories ?? []), ...(scope.not?.categories ?? [])])
        expect(categoryCodes, code).toContain(name);
      for (const name of [...(scope.products ?? []), ...(scope.not?.products ?? [])])
        expect(productCodes, code).toContain(name);
      for (const name of scope.stores ?? []) expect(STORE_CODES, code).toContain(name);
      if (kind === 'money_off' || kind === 'shipping') expect(amountFen, code).toBeGreaterThan(0);
      if (kind === 'percent_off') expect(payBp! < 10_000 && payBp! > 0 && capFen! > 0, code).toBe(true);
      if (kind === 'exchange') expect(gives, code).toBeTruthy();
    }
  });

  it('has staff for every store and one role each', () => {
    expect(unique(STAFF.map((person) => person.login))).toBe(true);
    for (const store of STORE_CODES) {
      expect(
        STAFF.some((person) => person.role === 'manager' && person.store === store),
        store,
      ).toBe(true);
      expect(
        STAFF.some((person) => person.login === `clerk.${store}`),
        store,
      ).toBe(true);
    }
    expect(STAFF.filter((person) => person.role === 'clerk').length).toBeGreaterThanOrEqual(8);
    expect(STAFF.filter((person) => person.store === null).map((person) => person.login)).toEqual([
      'operator',
      'approver',
    ]);
  });

  it('has 200 people with a phone each, who buy things that exist', () => {
    expect(PEOPLE.length).toBe(200);
    expect(unique(PEOPLE.map((person) => person.phone))).toBe(true);
    for (const person of PEOPLE) {
      expect(person.phone).toMatch(/^13[89]0000\d{4}$/);
      expect(person.name.length).toBeGreaterThanOrEqual(2);
      for (const code of [person.bean, ...person.owns]) expect(productCodes, person.name).toContain(code);
    }
  });

  it('makes the same people every time', () => {
    expect(PEOPLE[0]).toMatchObject({ name: '林晚', phone: '13900002071', homeStore: 'wukang' });
    expect(PEOPLE[9]).toMatchObject({ name: '高国栋', phone: '13900005423', habit: 'both' });
  });
});
