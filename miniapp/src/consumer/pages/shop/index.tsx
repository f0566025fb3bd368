/** Shopping: search on top, the tree of categories, the products under the chosen one. */
import { useState } from 'react';
import { View } from '@tarojs/components';
import { listCategories, type CategoryView } from '@tongdian/shared/contract/catalog.routes';
import { getCart } from '@tongdian/shared/contract/orders.routes';
import { call } from '@kit/api';
import { useQuery } from '@kit/query';
import { useSession } from '@kit/session';
import { Await } from '@kit/ui/await';
import { Icon } from '@kit/ui/icon';
import { Page } from '@kit/ui/page';
import { Press } from '@kit/ui/press';
import { Chips, Tabs } from '@kit/ui/segments';
import { go } from '../../parts/go';
import { ProductGrid } from '../../parts/product-grid';
import { useProductPages } from '../../parts/product-pages';
import './index.scss';

export default function Shop() {
  const tree = useQuery('categories', () => call(listCategories), { persist: true, freshMs: 300_000 });
  const signedIn = useSession((state) => state.phase === 'in');
  const cart = useQuery('cart', () => call(getCart), { enabled: signedIn });
  const pieces = cart.data?.lines.reduce((sum, line) => sum + line.quantity, 0) ?? 0;
  return (
    <Page title="选购" tab>
      <View className="row g12 shop-top">
        <Press className="shop-search f1" label="搜索" onPress={() => go.list({})}>
          <Icon name="search" size="s" />
          <View className="i3">找机器、豆子、滤芯</View>
        </Press>
        <Press className="shop-cart" label={`购物车，${pieces} 件`} onPress={go.cart}>
          <Icon name="cart" />
          {pieces > 0 ? <View className="shop-cart__n">{pieces > 99 ? '99+' : pieces}</View> : null}
        </Press>
      </View>
      <Await query={tree}>{(categories) => <Shelves categories={categories} />}</Await>
    </Page>
  );
}

const ALL = 'all';

function Shelves({ categories }: { categories: CategoryView[] }) {
  const [top, setTop] = useState(ALL);
  const [below, setBelow] = useState(ALL);
  const chosen = categories.find(({ id }) => id === top);
  const children = chosen?.children.filter(({ products }) => products > 0) ?? [];
  const category = below !== ALL ? below : top !== ALL ? top : undefined;
  const pages = useProductPages({ ...(category ? { category } : { sort: 'popular' as const }) });
  return (
    <>
      <View className="shop-tabs">
        <Tabs
          items={[
            { key: ALL, words: '全部' },
            ...categories
              .filter(({ products }) => products > 0)
              .map(({ id, name }) => ({ key: id, words: name })),
          ]}
          value={top}
          onChange={(key) => {
            setTop(key);
            setBelow(ALL);
          }}
        />
      </View>
      {children.length > 1 ? (
        <Chips
          items={[
            { key: ALL, words: '全部' },
            ...children.map(({ id, name, products }) => ({ key: id, words: `${name} ${products}` })),
          ]}
          value={below}
          onChange={setBelow}
        />
      ) : (
        <View style={{ height: '14px' }} />
      )}
      <ProductGrid
        pages={pages}
        none={{ title: '这一类还没有商品', note: '看看别的', act: '看全部', onAct: () => setTop(ALL) }}
      />
    </>
  );
}
