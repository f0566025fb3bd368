/** The short form in which products are written down, and how it unfolds into SKUs, barcodes and stock. */
import { fen } from '@tongdian/shared/kernel/money';
import { MEMBER_PRICED_CATEGORIES } from './levels.js';
import { chance } from './random.js';
import { STORE_CODES } from './stores.js';
import type { Choice, DemoProduct, DemoSku, DemoStock, Plate, ProductKind, StoreCode } from './types.js';

/** What differs from the usual stock; 'none' = sold out everywhere. */
export type StockDraft = 'none' | { online?: number; stores?: Partial<Record<StoreCode, number>> };

export interface ProductDraft {
  code: string;
  name: string;
  subtitle: string;
  description: string;
  category: string;
  kind: ProductKind;
  plate: Plate;
  /** The picture, or one for each choice. */
  picture: string | ((choice: Choice) => string);
  axes?: Record<string, readonly string[]>;
  /** Whole yuan, or yuan for a choice; null = this combination cannot be made. */
  yuan: number | ((choice: Choice) => number | null);
  stock?: StockDraft | ((choice: Choice) => StockDraft | undefined);
  restock?: (choice: Choice) => string | undefined;
  repurchaseDays?: number;
  warrantyMonths?: number;
  installation?: boolean;
  limited?: boolean;
}

/** The thirteenth digit of an EAN-13 (GS1: weights 1 and 3 from the left). */
export function ean13CheckDigit(twelve: string): number {
  const sum = [...twelve].reduce((total, digit, index) => total + Number(digit) * (index % 2 ? 3 : 1), 0);
  return (10 - (sum % 10)) % 10;
}

function barcode(serial: number): string {
  const twelve = `69099${String(serial).padStart(7, '0')}`;
  return twelve + ean13CheckDigit(twelve);
}

/** Every combination of the axes, the last axis turning fastest. */
export function combinations(axes: Record<string, readonly string[]>): Choice[] {
  return Object.entries(axes).reduce<Choice[]>(
    (found, [axis, values]) =>
      found.flatMap((choice) => values.map((value) => ({ ...choice, [axis]: value }))),
    [{}],
  );
}

function usualStock(sku: string, kind: ProductKind, yuan: number): DemoStock {
  const luck = chance(`stock ${sku}`);
  const dear = kind === 'durable' && yuan >= 600;
  const online = dear ? luck.int(6, 48) : luck.int(60, 420);
  // One shelf in six is empty: a shop where everything is everywhere would show nothing of pickup.
  const shelf = (): number => (luck.next() < 1 / 6 ? 0 : dear ? luck.int(1, 4) : luck.int(5, 36));
  return {
    online,
    stores: Object.fromEntries(STORE_CODES.map((code) => [code, shelf()])) as DemoStock['stores'],
  };
}

function stockOf(sku: string, kind: ProductKind, yuan: number, draft: StockDraft | undefined): DemoStock {
  const usual = usualStock(sku, kind, yuan);
  if (draft === 'none') {
    return {
      online: 0,
      stores: Object.fromEntries(STORE_CODES.map((code) => [code, 0])) as DemoStock['stores'],
    };
  }
  return { online: draft?.online ?? usual.online, stores: { ...usual.stores, ...draft?.stores } };
}

function skusOf(draft: ProductDraft, firstSerial: number): DemoSku[] {
  const skus: DemoSku[] = [];
  for (const options of combinations(draft.axes ?? {})) {
    const yuan = typeof draft.yuan === 'function' ? draft.yuan(options) : draft.yuan;
    if (yuan === null) continue;
    const code = `${draft.code}-${String(skus.length + 1).padStart(2, '0')}`;
    const stock = typeof draft.stock === 'function' ? draft.stock(options) : draft.stock;
    const restock = draft.restock?.(options);
    skus.push({
      code,
      barcode: barcode(firstSerial + skus.length),
      options,
      listFen: fen(yuan * 100),
      picture: typeof draft.picture === 'function' ? draft.picture(options) : draft.picture,
      stock: stockOf(code, draft.kind, yuan, stock),
      ...(restock ? { restock } : {}),
    });
  }
  return skus;
}

const under = (category: string, root: string): boolean =>
  category === root || category.startsWith(`${root}.`);

/** Unfolds drafts in order; a product owns a hundred barcodes, so that a new one moves nobody's. */
export function expand(drafts: readonly ProductDraft[]): DemoProduct[] {
  return drafts.map((draft, index) => {
    const skus = skusOf(draft, (index + 1) * 100);
    return {
      code: draft.code,
      name: draft.name,
      subtitle: draft.subtitle,
      description: draft.description,
      category: draft.category,
      kind: draft.kind,
      picture: skus[0]!.picture,
      plate: draft.plate,
      sort: (index + 1) * 10,
      axes: draft.axes ?? {},
      skus,
      ...(draft.repurchaseDays ? { repurchaseDays: draft.repurchaseDays } : {}),
      ...(draft.warrantyMonths ? { warrantyMonths: draft.warrantyMonths } : {}),
      installation: draft.installation ?? false,
      memberPriced: MEMBER_PRICED_CATEGORIES.some((root) => under(draft.category, root)),
      limited: draft.limited ?? false,
    };
  });
}
