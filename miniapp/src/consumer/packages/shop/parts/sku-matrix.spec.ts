import { describe, expect, it } from 'vitest';
import { addsFen, chosenSku, firstChoice, matrixRows, wayOut, whyNone, type MatrixSku } from './sku-matrix';

const sku = (id: string, color: string, boiler: string, onlineStock: number): MatrixSku => ({
  id,
  options: { 颜色: color, 锅炉: boiler },
  listPriceFen: 328_000,
  onlineStock,
});
const NAMES = ['颜色', '锅炉'];
const SKUS = [
  sku('a', '雾白', '单锅炉', 3),
  sku('b', '夜海', '单锅炉', 2),
  sku('c', '夜海', '双锅炉', 1),
  sku('d', '苔绿', '单锅炉', 0),
];

describe('the matrix of options', () => {
  it('calls a combination without stock sold out and one that does not exist impossible', () => {
    const [colors, boilers] = matrixRows(NAMES, SKUS, { 颜色: '雾白', 锅炉: '单锅炉' });
    expect(colors!.values).toEqual([
      { value: '雾白', state: 'free' },
      { value: '夜海', state: 'free' },
      { value: '苔绿', state: 'out' },
    ]);
    expect(boilers!.values).toEqual([
      { value: '单锅炉', state: 'free' },
      { value: '双锅炉', state: 'none' },
    ]);
  });

  it('tells the way out of an impossible choice', () => {
    const choice = { 颜色: '雾白', 锅炉: '单锅炉' };
    expect(whyNone(SKUS, choice, '锅炉', '双锅炉')).toBe('双锅炉只有夜海。');
    expect(wayOut(SKUS, choice, '锅炉', '双锅炉')?.id).toBe('c');
  });

  it('keeps as much of the choice as it can on the way out', () => {
    const more = [...SKUS, sku('e', '苔绿', '双锅炉', 5)];
    expect(wayOut(more, { 颜色: '苔绿', 锅炉: '单锅炉' }, '锅炉', '双锅炉')?.id).toBe('e');
  });

  it('names a SKU only when every row is chosen', () => {
    expect(chosenSku(NAMES, SKUS, { 颜色: '夜海' })).toBeNull();
    expect(chosenSku(NAMES, SKUS, { 颜色: '夜海', 锅炉: '双锅炉' })?.id).toBe('c');
    expect(chosenSku(NAMES, SKUS, { 颜色: '雾白', 锅炉: '双锅炉' })).toBeNull();
  });

  it('begins with something that can be had', () => {
    expect(firstChoice([SKUS[3]!, SKUS[1]!])).toEqual({ 颜色: '夜海', 锅炉: '单锅炉' });
    expect(firstChoice([])).toEqual({});
  });

  it('says what an option adds to the price of what is chosen', () => {
    const dear = [...SKUS.slice(0, 2), { ...SKUS[2]!, listPriceFen: 448_000 }];
    expect(addsFen(dear, { 颜色: '夜海', 锅炉: '单锅炉' }, '锅炉', '双锅炉')).toBe(120_000);
    expect(addsFen(dear, { 颜色: '夜海', 锅炉: '双锅炉' }, '锅炉', '单锅炉')).toBe(-120_000);
    expect(addsFen(dear, { 颜色: '雾白', 锅炉: '单锅炉' }, '锅炉', '双锅炉')).toBe(0);
  });
});
