import { describe, expect, test } from 'vitest';
import { fillTemplate, parseMapping, type ImportMapping } from './mapping.js';
import { parseMinor, readRow } from './read-row.js';

const PLAIN = {
  channel: 'old-shop',
  currency: 'GBP',
  format: { delimiter: ';', decimal: ',' },
  time: { value: '{When}', format: 'd/M/yyyy HH:mm', zone: 'Europe/London' },
  document: '{No}',
  cancellation: { value: '{No}', startsWith: 'C' },
  goods: { code: '{Code}', name: '{Name}' },
  quantity: '{Qty}',
  unitPrice: '{Price}',
  card: '{Card}',
};
const mapping = parseMapping(JSON.stringify(PLAIN), 'test') as ImportMapping;
const ROW = {
  No: '536365',
  Code: '85123A',
  Name: 'LANTERN ',
  Qty: '6',
  Price: '2,55',
  When: '1/12/2010 08:26',
  Card: '17850',
};

describe('an amount is read by its digits', () => {
  test.each([
    ['2,55', 255],
    ['2,1', 210],
    ['2', 200],
    ['0', 0],
    ['0,10', 10],
    ['-3,39', -339],
    ['1234567,89', 123_456_789],
    ['2,550', 255],
  ])('%s', (text, minor) => expect(parseMinor(text, ',')).toBe(minor));

  test.each(['', 'x', '2.55', '2,555', '1,2,3', '1e3', '２', '2,', ',5'])('%s is none', (text) =>
    expect(parseMinor(text, ',')).toBeNull(),
  );
});

describe('a row', () => {
  test('becomes a line of a sale, without the blanks around its values', () => {
    expect(readRow(ROW, mapping)).toEqual({
      ok: true,
      line: {
        documentNo: '536365',
        kind: 'sale',
        soldAt: new Date('2010-12-01T08:26:00Z'),
        goodsCode: '85123A',
        goodsName: 'LANTERN',
        quantity: 6,
        unitMinor: 255,
        amountMinor: 1_530,
        cardNo: '17850',
      },
    });
  });

  test('of a cancellation has a negative quantity', () => {
    const read = readRow({ ...ROW, No: 'C536379', Qty: '-1' }, mapping);
    expect(read).toMatchObject({ ok: true, line: { kind: 'cancellation', amountMinor: -255 } });
  });

  test('without a card is a sale to nobody known', () => {
    expect(readRow({ ...ROW, Card: '' }, mapping)).toMatchObject({ ok: true, line: { cardNo: null } });
  });

  test.each([
    [{ No: ' ' }, 'no_document'],
    [{ Code: '' }, 'no_goods_code'],
    [{ Name: '' }, 'no_goods_name'],
    [{ Qty: '1,5' }, 'quantity_not_whole'],
    [{ Qty: '0' }, 'quantity_zero'],
    [{ Qty: '-3' }, 'negative_outside_cancellation'],
    [{ No: 'C1' }, 'positive_in_cancellation'],
    [{ Price: '2,555' }, 'price_not_amount'],
    [{ Price: '-1' }, 'price_negative'],
    [{ When: '32/12/2010 08:26' }, 'time_not_readable'],
  ])('%j is refused as %s', (change, reason) => {
    expect(readRow({ ...ROW, ...change }, mapping)).toEqual({ ok: false, reason });
  });
});

describe('a mapping', () => {
  test.each([
    ['{', 'not valid JSON'],
    ['[]', 'not an object'],
    [JSON.stringify({ ...PLAIN, currency: 'pound' }), 'currency is missing or wrong'],
    [JSON.stringify({ ...PLAIN, extra: 1 }), 'extra is missing or wrong'],
    [
      JSON.stringify({ ...PLAIN, format: { delimiter: '#', decimal: ',' } }),
      'format.delimiter is missing or wrong',
    ],
    [
      JSON.stringify({ ...PLAIN, time: { ...PLAIN.time, zone: 'Mars/Base' } }),
      'time.zone is not a time zone',
    ],
  ])('%s is refused', (text, words) => expect(() => parseMapping(text, 'map.json')).toThrow(words));

  test('fills columns into its templates', () => {
    expect(fillTemplate('{Card}-{Qty}', ROW)).toBe('17850-6');
  });
});
