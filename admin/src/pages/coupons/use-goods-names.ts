/** The names of categories and products that a template's scope names by id. */
import { getProduct, listCategories, type CategoryView } from '@tongdian/shared/contract/catalog.routes';
import type { CouponScope } from '@tongdian/shared/rules/coupon-rules';
import { useQueries } from '@tanstack/react-query';
import { call } from '../../api/call';
import { useRead } from '../../api/hooks';

function flat(categories: readonly CategoryView[]): CategoryView[] {
  return categories.flatMap((category) => [category, ...flat(category.children)]);
}

interface GoodsNames {
  ready: boolean;
  /** "c:<id>" or "p:<id>" → its name; what is gone is called so. */
  nameOf: (value: string) => string;
}

export function useGoodsNames(scope: CouponScope | undefined): GoodsNames {
  const categories = useRead(listCategories, {}, { freshMs: 300_000, when: scope !== undefined });
  const ids = [...(scope?.productIds ?? []), ...(scope?.notProductIds ?? [])];
  const products = useQueries({
    queries: ids.map((id) => ({
      queryKey: [getProduct.path, { id }, null],
      queryFn: () => call(getProduct, { params: { id } }),
      staleTime: 300_000,
      retry: false,
    })),
  });
  const names = new Map<string, string>();
  for (const { id, name } of flat(categories.data ?? [])) names.set(`c:${id}`, name);
  for (const { data } of products) if (data) names.set(`p:${data.id}`, data.name);
  return {
    ready: scope !== undefined && !categories.isPending && products.every(({ isPending }) => !isPending),
    nameOf: (value) => names.get(value) ?? (value.startsWith('p:') ? '下架的商品' : '没有了的分类'),
  };
}
