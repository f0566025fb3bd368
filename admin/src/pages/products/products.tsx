/** Goods with what is left of them, on line and in the stores. */
import {
  adminListProducts,
  listCategories,
  type AdminProductRow,
  type CategoryView,
} from '@tongdian/shared/contract/catalog.routes';
import type { ListProductsQuery } from '@tongdian/shared/contract/catalog.dto';
import { Button, Select, TreeSelect, type TableProps } from 'antd';
import type { ReactElement } from 'react';
import { Link } from 'react-router-dom';
import { useRead } from '../../api/hooks';
import { List, PAGE_SIZE, useListState, type ListState } from '../../kit/list';
import { Empty } from '../../kit/notice';
import { Page, Panel, Tag } from '../../kit/page';
import { Goods } from '../../kit/plate';
import { SearchBox } from '../../kit/search-box';
import { count, yuan } from '../../kit/words';

export function priceRange(fromFen: number, toFen: number): string {
  return fromFen === toFen ? yuan(fromFen) : `${yuan(fromFen)} 到 ${yuan(toFen)}`;
}

function Stock({ left }: { left: number }): ReactElement {
  return left > 0 ? <>{count(left)}</> : <Tag tone="bad">没货</Tag>;
}

const COLUMNS: TableProps<AdminProductRow>['columns'] = [
  {
    title: '商品',
    render: (_, row) => (
      <Goods
        picture={row.picture}
        plate={row.plate}
        name={
          <Link to={`/products/${row.id}`} className="strong">
            {row.name}
          </Link>
        }
        under={row.category}
      />
    ),
  },
  { title: '规格', className: 'num', render: (_, row) => `${row.skus} 种` },
  { title: '标价', className: 'num', render: (_, row) => priceRange(row.fromFen, row.toFen) },
  { title: '网上', className: 'num', render: (_, row) => <Stock left={row.onlineStock} /> },
  { title: '门店合计', className: 'num', render: (_, row) => <Stock left={row.storeStock} /> },
];

interface TreeNode {
  value: string;
  title: string;
  children: TreeNode[];
}

function treeOf(categories: readonly CategoryView[]): TreeNode[] {
  return categories.map(({ id, name, products, children }) => ({
    value: id,
    title: `${name}（${products}）`,
    children: treeOf(children),
  }));
}

const SORTS: { value: NonNullable<ListProductsQuery['sort']>; label: string }[] = [
  { value: 'default', label: '按货架' },
  { value: 'newest', label: '新上的在前' },
  { value: 'popular', label: '卖得多的在前' },
  { value: 'price-up', label: '便宜的在前' },
  { value: 'price-down', label: '贵的在前' },
];

function NoGoods({ state }: { state: ListState }): ReactElement {
  if (!state.get('search') && !state.get('category'))
    return <Empty title="还没有商品" hint="上了货架就在这里" />;
  return (
    <Empty
      title="没找到这样的商品"
      act={<Button onClick={() => state.set({ search: undefined, category: undefined })}>看全部商品</Button>}
    />
  );
}

export default function Products(): ReactElement {
  const state = useListState();
  const categories = useRead(listCategories, {}, { freshMs: 300_000 });
  const sort = (state.get('sort') || 'default') as NonNullable<ListProductsQuery['sort']>;
  const products = useRead(adminListProducts, {
    query: {
      page: state.page,
      pageSize: PAGE_SIZE,
      search: state.get('search') || undefined,
      category: state.get('category') || undefined,
      sort: sort === 'default' ? undefined : sort,
    },
  });
  return (
    <Page title="商品库存">
      <Panel>
        <div className="tools">
          <SearchBox
            value={state.get('search')}
            hint="商品名"
            onSearch={(value) => state.set({ search: value })}
          />
          <TreeSelect
            aria-label="分类"
            style={{ width: 200 }}
            allowClear
            placeholder="全部分类"
            treeData={treeOf(categories.data ?? [])}
            value={state.get('category') || undefined}
            onChange={(value?: string) => state.set({ category: value })}
          />
          <Select
            aria-label="顺序"
            style={{ width: 140 }}
            value={sort}
            options={SORTS}
            onChange={(value) => state.set({ sort: value === 'default' ? undefined : value })}
          />
        </div>
        <List
          of={products}
          state={state}
          label="商品"
          unit="件"
          rowKey="id"
          columns={COLUMNS}
          empty={<NoGoods state={state} />}
        />
      </Panel>
    </Page>
  );
}
