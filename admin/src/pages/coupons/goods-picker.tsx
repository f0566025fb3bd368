/** Picks categories and products; a category stands for all below it, now and later. */
import {
  adminListProducts,
  listCategories,
  type CategoryView,
} from '@tongdian/shared/contract/catalog.routes';
import { useQueryClient } from '@tanstack/react-query';
import { TreeSelect } from 'antd';
import { useMemo, useState, type ReactElement } from 'react';
import { call } from '../../api/call';
import { useRead } from '../../api/hooks';
import type { Chosen } from './template-form';

interface Node {
  value: string;
  title: string;
  key: string;
  children?: Node[];
  isLeaf?: boolean;
}

type Products = Record<string, Node[]>;

function nodeOf(category: CategoryView, products: Products): Node {
  const value = `c:${category.id}`;
  const below = category.children.map((child) => nodeOf(child, products));
  const own = products[category.id] ?? [];
  const children = [...below, ...own];
  return {
    value,
    key: value,
    title: category.name,
    children: children.length > 0 ? children : undefined,
    isLeaf: category.products === 0,
  };
}

/** Products of a category are read when it is opened: a brand may have thousands. */
function useProducts(): [Products, (categoryId: string) => Promise<void>] {
  const [products, setProducts] = useState<Products>({});
  const queries = useQueryClient();
  const load = async (categoryId: string): Promise<void> => {
    const query = { category: categoryId, pageSize: 100 };
    const page = await queries.fetchQuery({
      queryKey: ['goods-picker', categoryId],
      queryFn: () => call(adminListProducts, { query }),
      staleTime: 300_000,
    });
    const nodes = page.items.map(({ id, name }) => ({
      value: `p:${id}`,
      key: `p:${id}`,
      title: name,
      isLeaf: true,
    }));
    setProducts((last) => ({ ...last, [categoryId]: nodes }));
  };
  return [products, load];
}

export function GoodsPicker(props: {
  id?: string;
  value?: Chosen[];
  onChange?: (value: Chosen[]) => void;
  hint: string;
  label: string;
}): ReactElement {
  const categories = useRead(listCategories, {}, { freshMs: 300_000 });
  const [products, load] = useProducts();
  const tree = useMemo(
    () => (categories.data ?? []).map((category) => nodeOf(category, products)),
    [categories.data, products],
  );
  return (
    <TreeSelect
      id={props.id}
      aria-label={props.label}
      multiple
      treeCheckable
      treeCheckStrictly
      labelInValue
      treeData={tree}
      loading={categories.isPending}
      value={props.value}
      placeholder={props.hint}
      maxTagCount={6}
      allowClear
      style={{ width: '100%' }}
      styles={{ popup: { root: { maxHeight: 360 } } }}
      listHeight={320}
      treeNodeFilterProp="title"
      loadData={(node) => {
        const value = String(node.value);
        const known = value.startsWith('p:') || (node.children as unknown[] | undefined)?.length;
        return known ? Promise.resolve() : load(value.slice(2));
      }}
      onChange={(chosen: { value: string; label: unknown }[]) =>
        props.onChange?.(chosen.map(({ value, label }) => ({ value, label: String(label) })))
      }
    />
  );
}
