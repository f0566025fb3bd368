/** One row of a foreign export into one line of a sale, or the reason why not. Pure but for its mapping. */
import { DateTime } from 'luxon';
import { fillTemplate, type ImportMapping } from './mapping.js';

export const REFUSALS = {
  wrong_columns: '列数不对',
  no_document: '没有单号',
  no_goods_code: '没有货号',
  no_goods_name: '没有品名',
  quantity_not_whole: '数量不是整数',
  quantity_zero: '数量是 0',
  negative_outside_cancellation: '数量是负的，但不是退货单',
  positive_in_cancellation: '退货单里数量是正的',
  price_not_amount: '单价读不出来，或比一分还细',
  price_negative: '单价是负的',
  time_not_readable: '时间读不出来',
  amount_too_large: '金额太大',
} as const;
export type RefusalReason = keyof typeof REFUSALS;

export interface SaleLineRead {
  documentNo: string;
  kind: 'sale' | 'cancellation';
  soldAt: Date;
  goodsCode: string;
  goodsName: string;
  /** Negative in a cancellation. */
  quantity: number;
  /** Hundredths of the currency, never negative. */
  unitMinor: number;
  amountMinor: number;
  cardNo: string | null;
}

export type RowRead = { ok: true; line: SaleLineRead } | { ok: false; reason: RefusalReason };

const refuse = (reason: RefusalReason): RowRead => ({ ok: false, reason });

/** "2,55" with decimal "," is 255; "1.234" is finer than a hundredth: null. Read by its digits, no float. */
export function parseMinor(text: string, decimal: string): number | null {
  const match = /^(-?)(\d{1,10})(?:[.,](\d{1,2})0*)?$/.exec(text);
  if (!match || (match[3] !== undefined && !text.includes(decimal))) return null;
  const size = Number(match[2]) * 100 + Number((match[3] ?? '').padEnd(2, '0') || '0');
  return match[1] ? -size : size;
}

function parseQuantity(template: string | undefined, row: Record<string, string>): number | null {
  if (!template) return 1;
  const text = fillTemplate(template, row);
  return /^-?\d{1,9}$/.test(text) ? Number(text) : null;
}

/** An export repeats its times line after line; reading one is the dearest part of a row. */
const times = new WeakMap<ImportMapping, Map<string, Date | null>>();
const MOST_TIMES = 10_000;

function parseTime(mapping: ImportMapping, row: Record<string, string>): Date | null {
  const { value, format, zone } = mapping.time;
  const text = fillTemplate(value, row);
  const known = times.get(mapping) ?? new Map<string, Date | null>();
  if (known.size > MOST_TIMES) known.clear();
  times.set(mapping, known);
  const before = known.get(text);
  if (before !== undefined) return before;
  const time = DateTime.fromFormat(text, format, { zone, locale: 'en' });
  const read = time.isValid ? time.toJSDate() : null;
  known.set(text, read);
  return read;
}

/** `row` holds the values by column name; blanks at the ends are not part of a value. */
export function readRow(row: Record<string, string>, mapping: ImportMapping): RowRead {
  const documentNo = fillTemplate(mapping.document, row);
  const goodsCode = fillTemplate(mapping.goods.code, row);
  const goodsName = fillTemplate(mapping.goods.name, row);
  if (!documentNo) return refuse('no_document');
  if (!goodsCode) return refuse('no_goods_code');
  const quantity = parseQuantity(mapping.quantity, row);
  if (quantity === null) return refuse('quantity_not_whole');
  if (quantity === 0) return refuse('quantity_zero');
  const { cancellation } = mapping;
  const cancelled =
    !!cancellation && fillTemplate(cancellation.value, row).startsWith(cancellation.startsWith);
  if (quantity < 0 && !cancelled) return refuse('negative_outside_cancellation');
  if (quantity > 0 && cancelled) return refuse('positive_in_cancellation');
  if (!goodsName) return refuse('no_goods_name');
  const unitMinor = parseMinor(fillTemplate(mapping.unitPrice, row), mapping.format.decimal);
  if (unitMinor === null) return refuse('price_not_amount');
  if (unitMinor < 0) return refuse('price_negative');
  const soldAt = parseTime(mapping, row);
  if (!soldAt) return refuse('time_not_readable');
  const amountMinor = quantity * unitMinor;
  if (!Number.isSafeInteger(amountMinor)) return refuse('amount_too_large');
  const cardNo = mapping.card ? fillTemplate(mapping.card, row) || null : null;
  const kind = cancelled ? 'cancellation' : 'sale';
  return {
    ok: true,
    line: { documentNo, kind, soldAt, goodsCode, goodsName, quantity, unitMinor, amountMinor, cardNo },
  };
}
