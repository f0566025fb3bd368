import type { OverviewView } from '@tongdian/shared/contract/insights.routes';
import { expect, it } from 'vitest';
import { headlineOf } from './headline';

function view(paidOrdersToday: number, paidFenToday: number, before: number[]): OverviewView {
  const byPlatform = { wechat: 0, alipay: 0, jd: 0 };
  const daily = before.map((paidFen, index) => ({
    day: `2026-06-0${index + 1}`,
    orders: 1,
    paidFen,
    byPlatform,
  }));
  return {
    day: '2026-06-13',
    members: 0,
    newMembersToday: 0,
    paidOrdersToday,
    paidFenToday,
    redemptionsToday: 0,
    daily: [...daily, { day: '2026-06-13', orders: paidOrdersToday, paidFen: paidFenToday, byPlatform }],
    byLevel: [],
    byPlatform: [],
    coupons: [],
    stores: [],
  };
}

it('holds today against the days before, without today itself', () => {
  expect(headlineOf(view(3, 50_000, [20_000, 40_000]))).toEqual({
    says: '今天成交 ¥500，3 单',
    beside: '前 2 天平均一天约 ¥300，今天多 ¥200',
  });
});

it('a day below the average says how much is missing', () => {
  expect(headlineOf(view(1, 10_000, [30_000])).beside).toBe('前 1 天平均一天约 ¥300，今天还差 ¥200');
});

it('an average has no odd fen', () => {
  expect(headlineOf(view(1, 33_333, [10_000, 10_001, 10_000])).beside).toBe(
    '前 3 天平均一天约 ¥100，今天多 ¥233',
  );
});

it('an empty day and an empty month do not divide by zero', () => {
  expect(headlineOf(view(0, 0, []))).toEqual({
    says: '今天还没有成交',
    beside: '前面这些天也还没有成交，先发一张券试试',
  });
});
