import { describe, expect, it } from 'vitest';
import { readCount, readFold, readMoney, writeFold, writeMoney } from './money-input';

describe('readMoney', () => {
  it.each([
    ['200', 20_000],
    ['¥1,200.50', 120_050],
    ['￥ 30.5', 3_050],
    ['１２０元', 12_000],
    ['0.01', 1],
    ['0', 0],
    ['19.99', 1_999],
    ['1.10', 110],
  ])('%s is %i fen', (text, fen) => expect(readMoney(text)).toBe(fen));

  it.each(['', '-5', '1.234', 'abc', '1e5', '.5', '5.', '1.2.3', '９９９９９９９９９９９９９'])(
    '"%s" is no amount',
    (text) => expect(readMoney(text)).toBeNull(),
  );

  it('reads back what it wrote', () => {
    for (const fen of [0, 1, 99, 100, 3_050, 100_000_000]) expect(readMoney(writeMoney(fen))).toBe(fen);
  });
});

describe('readFold', () => {
  it.each([
    ['95', 500],
    ['9.5', 500],
    ['95 折', 500],
    ['8', 2_000],
    ['80', 2_000],
    ['88', 1_200],
    ['8.8', 1_200],
    ['8.75', 1_250],
    ['87.5', 1_250],
    ['5', 5_000],
  ])('%s takes off %i basis points', (text, off) => expect(readFold(text)).toBe(off));

  it.each(['', '0', '100', '10折减', '-8', '0.01'])('"%s" is no fold', (text) =>
    expect(readFold(text)).toBeNull(),
  );

  it('reads back what it wrote', () => {
    for (const off of [100, 500, 1_200, 1_250, 5_000, 9_900]) expect(readFold(writeFold(off))).toBe(off);
  });
});

it('counts are whole numbers from one', () => {
  expect(readCount('1,000')).toBe(1_000);
  expect(readCount('３０')).toBe(30);
  for (const text of ['0', '', '1.5', '-1', '1e3']) expect(readCount(text)).toBeNull();
});
