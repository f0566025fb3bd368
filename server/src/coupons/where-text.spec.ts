import { ZERO } from '@tongdian/shared/kernel/money';
import type { CouponRule, CouponScope } from '@tongdian/shared/rules/coupon-rules';
import { describe, expect, it } from 'vitest';
import { whereText } from './where-text.js';

const names = new Map([
  ['bean', '咖啡豆'],
  ['filter', '滤芯'],
  ['paper', '滤纸'],
  ['cup', '杯子'],
  ['gesha', '瑰夏'],
  ['wukang', '武康路店'],
  ['hubin', '湖滨店'],
  ['gold', '金卡'],
]);

function where(scope: CouponScope, kind: CouponRule['kind'] = 'money_off'): string {
  const rule = { kind, thresholdFen: ZERO, amountFen: ZERO, percentBp: 0, capFen: ZERO, scope };
  return whereText(rule, names);
}

describe('where a coupon works, in words', () => {
  it('names goods, then places, then levels', () => {
    expect(where({})).toBe('全部商品，全部门店和网上');
    expect(where({ categoryIds: ['bean', 'filter'], notProductIds: ['gesha'] })).toBe(
      '咖啡豆、滤芯（瑰夏除外），全部门店和网上',
    );
    expect(where({ channels: ['online'], platforms: ['wechat', 'jd'] })).toBe('全部商品，只在微信、京东');
    expect(where({ storeIds: ['wukang'], levelIds: ['gold'] })).toBe('全部商品，武康路店和网上，限金卡');
    expect(where({ notCategoryIds: ['cup'], channels: ['store'] })).toBe('全部商品（杯子除外），全部门店');
  });

  it('counts what is too long to name', () => {
    expect(where({ categoryIds: ['bean', 'filter', 'paper', 'cup'] })).toContain('咖啡豆、滤芯、滤纸等 4 种');
  });

  it('says of an exchange only where it is handed out', () => {
    expect(where({ storeIds: ['wukang', 'hubin'], channels: ['store'] }, 'exchange')).toBe(
      '武康路店、湖滨店',
    );
    expect(where({}, 'exchange')).toBe('全部门店');
    expect(where({}, 'shipping')).toBe('全部商品，只在网上');
  });

  it('says something also of goods that are gone', () => {
    expect(where({ productIds: ['no-more'] })).toContain('已下架的商品');
  });
});
