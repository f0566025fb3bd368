/** Where a coupon works, in words: "咖啡豆、滤芯（耶加雪菲除外），全部门店和网上". */
import { PLATFORM_NAMES } from '@tongdian/shared/kernel/platforms';
import { channelsOf, type CouponRule } from '@tongdian/shared/rules/coupon-rules';

const MOST_NAMES = 3;

function list(ids: readonly string[], names: ReadonlyMap<string, string>): string {
  const known = [...new Set(ids.map((id) => names.get(id) ?? '已下架的商品'))];
  const shown = known.slice(0, MOST_NAMES).join('、');
  return known.length > MOST_NAMES ? `${shown}等 ${known.length} 种` : shown;
}

function goodsText({ scope, kind }: CouponRule, names: ReadonlyMap<string, string>): string {
  const only = [...(scope.categoryIds ?? []), ...(scope.productIds ?? []), ...(scope.skuIds ?? [])];
  const not = [...(scope.notCategoryIds ?? []), ...(scope.notProductIds ?? []), ...(scope.notSkuIds ?? [])];
  if (kind === 'exchange' && only.length === 0 && not.length === 0) return '';
  const goods = only.length > 0 ? list(only, names) : '全部商品';
  return not.length > 0 ? `${goods}（${list(not, names)}除外）` : goods;
}

function placeText(rule: CouponRule, names: ReadonlyMap<string, string>): string {
  const { storeIds, platforms } = rule.scope;
  const channels = channelsOf(rule);
  const online = platforms?.length
    ? platforms.map((platform) => PLATFORM_NAMES[platform]).join('、')
    : '网上';
  const stores = storeIds?.length ? list(storeIds, names) : '全部门店';
  if (!channels.includes('store')) return `只在${online}`;
  if (!channels.includes('online')) return stores;
  return `${stores}和${online}`;
}

/** `names` holds the names of all categories, products, SKUs, stores and levels in the scope. */
export function whereText(rule: CouponRule, names: ReadonlyMap<string, string>): string {
  const levels = rule.scope.levelIds?.length ? `限${list(rule.scope.levelIds, names)}` : '';
  return [goodsText(rule, names), placeText(rule, names), levels].filter((part) => part !== '').join('，');
}
