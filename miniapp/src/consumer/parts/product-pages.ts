/** Products a page at a time, for lists that go on when the bottom is reached. */
import { useEffect, useRef, useState } from 'react';
import { useReachBottom } from '@tarojs/taro';
import type { ListProductsQuery } from '@tongdian/shared/contract/catalog.dto';
import { listProducts, type ProductCardView } from '@tongdian/shared/contract/catalog.routes';
import { call } from '@kit/api';
import { asProblem, type Problem } from '@kit/problem';
import { SKELETON_DELAY_MS } from '@kit/query';

const PAGE_SIZE = 20;

export interface ProductPages {
  items: ProductCardView[];
  total: number | null;
  problem: Problem | null;
  waiting: boolean;
  more: boolean;
  retry: () => void;
}

export function useProductPages(
  query: Omit<ListProductsQuery, 'page' | 'pageSize'>,
  enabled = true,
): ProductPages {
  const [items, setItems] = useState<ProductCardView[]>([]);
  const [total, setTotal] = useState<number | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [late, setLate] = useState(false);
  const asked = useRef({ key: '', page: 0, busy: false });
  const key = JSON.stringify(query);

  const load = async (page: number): Promise<void> => {
    const mine = { key, page, busy: true };
    asked.current = mine;
    setProblem(null);
    try {
      const found = await call(listProducts, { query: { ...query, page, pageSize: PAGE_SIZE } });
      if (asked.current !== mine) return;
      setItems((before) => (page === 1 ? found.items : [...before, ...found.items]));
      setTotal(found.total);
    } catch (fault) {
      if (asked.current === mine) setProblem(asProblem(fault));
    } finally {
      mine.busy = false;
    }
  };

  useEffect(() => {
    if (!enabled) return undefined;
    setTotal(null);
    setLate(false);
    void load(1);
    const timer = setTimeout(() => setLate(true), SKELETON_DELAY_MS);
    return () => clearTimeout(timer);
  }, [key, enabled]);

  useReachBottom(() => {
    if (enabled && total !== null && items.length < total && !asked.current.busy)
      void load(asked.current.page + 1);
  });

  return {
    items,
    total,
    problem,
    waiting: total === null && !problem && late,
    more: total !== null && items.length < total,
    retry: () => void load(Math.max(1, asked.current.page)),
  };
}
