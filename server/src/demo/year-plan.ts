/** The year behind the demo brand, planned: who buys what, when and how. Pure, the same on every machine. */
import { addMs, DAY_MS } from '@tongdian/shared/kernel/time';
import { PEOPLE } from './brand/people.js';
import { PRODUCTS } from './brand/products.js';
import { chance, type Chance } from './brand/random.js';
import type { DemoPerson, DemoProduct, StoreCode } from './brand/types.js';

export interface PlannedOrder {
  /** Index into PEOPLE. */
  person: number;
  at: Date;
  lines: { skuCode: string; quantity: number }[];
  pickup: StoreCode | null;
}

const SMALL_THINGS = PRODUCTS.filter((product) => product.kind === 'consumable' && !product.limited);
const GIFTS = PRODUCTS.filter((product) => product.kind === 'durable' && product.skus[0]!.listFen < 60_000);

/** A SKU that the place has; null when it has none of the product. */
function skuAt(product: DemoProduct, pickup: StoreCode | null, luck: Chance): string | null {
  const there = product.skus.filter((sku) => (pickup ? sku.stock.stores[pickup] : sku.stock.online) > 0);
  if (there.length === 0) return null;
  // Most people take a machine as it stands in the window; beans they choose.
  return product.kind === 'durable' && luck.next() < 0.7 ? there[0]!.code : luck.pick(there).code;
}

function productsFor(person: DemoPerson, nth: number, luck: Chance): DemoProduct[] {
  const byCode = (code: string): DemoProduct | undefined => PRODUCTS.find((product) => product.code === code);
  const owned = nth < person.owns.length ? byCode(person.owns[nth]!) : undefined;
  const bean = byCode(person.bean);
  const basket: (DemoProduct | undefined)[] = [];
  if (owned) basket.push(owned);
  if (person.habit === 'gift') basket.push(luck.pick(GIFTS));
  if (person.habit !== 'projector' && luck.next() < 0.8) basket.push(bean);
  if (luck.next() < 0.45) basket.push(luck.pick(SMALL_THINGS));
  if (basket.length === 0) basket.push(luck.pick(SMALL_THINGS));
  return [...new Set(basket.filter((product): product is DemoProduct => product !== undefined))];
}

/** Between ten in the morning and ten at night, Shanghai time. */
function hourOf(luck: Chance): number {
  return luck.int(2 * 60, 14 * 60) * 60_000;
}

function ordersOf(person: DemoPerson, index: number, today: Date): PlannedOrder[] {
  const luck = chance(`orders ${index} ${person.phone}`);
  const span = Math.min(364, person.joinedDaysAgo - 1);
  if (span < 1) return [];
  return Array.from({ length: person.orders }, (_, nth) => {
    const daysAgo = Math.max(1, Math.round(span - (span * (nth + luck.next() * 0.8)) / person.orders));
    const pickup = luck.next() < 0.35 ? person.homeStore : null;
    const lines = productsFor(person, nth, luck).flatMap((product) => {
      const skuCode = skuAt(product, pickup, luck);
      const quantity = product.kind === 'consumable' && luck.next() < 0.4 ? 2 : 1;
      return skuCode ? [{ skuCode, quantity }] : [];
    });
    return { person: index, at: addMs(today, -daysAgo * DAY_MS + hourOf(luck)), lines, pickup };
  }).filter((order) => order.lines.length > 0);
}

/** All orders of the year, oldest first. `today` is the first instant of the day (UTC). */
export function planYear(today: Date): PlannedOrder[] {
  return PEOPLE.flatMap((person, index) => ordersOf(person, index, today)).sort(
    (a, b) => a.at.getTime() - b.at.getTime(),
  );
}
