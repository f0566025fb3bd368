/** A list of products: of a category, or of what was searched for; sorted as wished. */
import { useState } from 'react';
import { useRouter } from '@tarojs/taro';
import { View } from '@tarojs/components';
import type { ProductSort } from '@tongdian/shared/contract/catalog.dto';
import { Field } from '@kit/ui/field';
import { Page } from '@kit/ui/page';
import { Chips } from '@kit/ui/segments';
import { ProductGrid } from '../../../parts/product-grid';
import { useProductPages } from '../../../parts/product-pages';
import './index.scss';

const SORTS: { key: ProductSort; words: string }[] = [
  { key: 'default', words: '综合' },
  { key: 'popular', words: '大家常买' },
  { key: 'newest', words: '新到' },
  { key: 'price-up', words: '价格从低' },
  { key: 'price-down', words: '价格从高' },
];

export default function List() {
  const { category, search: first = '', title } = useRouter().params;
  const [typed, setTyped] = useState(decodeURIComponent(first));
  const [search, setSearch] = useState(decodeURIComponent(first));
  const [sort, setSort] = useState<ProductSort>('default');
  const pages = useProductPages({ sort, ...(category ? { category } : {}), ...(search ? { search } : {}) });
  return (
    <Page title={title ? decodeURIComponent(title) : search ? '找到的' : '全部商品'}>
      <View className="list-search">
        <Field
          value={typed}
          onChange={setTyped}
          placeholder="找机器、豆子、滤芯"
          maxlength={40}
          onDone={() => setSearch(typed.trim())}
        />
      </View>
      <Chips items={SORTS} value={sort} onChange={setSort} />
      <ProductGrid
        pages={pages}
        none={{
          title: search ? `没找到「${search}」` : '这一类还没有商品',
          note: '换个词，或看看全部',
          ...(search
            ? {
                act: '看全部',
                onAct: () => {
                  setTyped('');
                  setSearch('');
                },
              }
            : {}),
        }}
      />
    </Page>
  );
}
