/** My orders on all platforms, newest first. */
import { useState } from 'react';
import { useReachBottom, useRouter } from '@tarojs/taro';
import { View } from '@tarojs/components';
import type { OrderState } from '@tongdian/shared/rules/order-states';
import { listOrders } from '@tongdian/shared/contract/orders.routes';
import { call } from '@kit/api';
import { useQuery } from '@kit/query';
import { Await } from '@kit/ui/await';
import { Empty } from '@kit/ui/empty';
import { Page } from '@kit/ui/page';
import { Tabs } from '@kit/ui/segments';
import { go } from '../../../parts/go';
import { OrderCard } from '../parts/order-card';
import './index.scss';

const TABS = [
  { key: 'all', words: '全部' },
  { key: 'awaiting_payment', words: '待付款' },
  { key: 'paid', words: '已付款' },
  { key: 'completed', words: '已完成' },
] as const;
type Tab = (typeof TABS)[number]['key'];
const STEP = 20;

export default function Orders() {
  const asked = useRouter().params.state;
  const [tab, setTab] = useState<Tab>(TABS.find(({ key }) => key === asked)?.key ?? 'all');
  const [shown, setShown] = useState(STEP);
  const state = tab === 'all' ? undefined : (tab as OrderState);
  const orders = useQuery(`orders.${tab}.${shown}`, () =>
    call(listOrders, { query: { pageSize: Math.min(100, shown), ...(state ? { state } : {}) } }),
  );
  useReachBottom(() => {
    if (orders.data && orders.data.total > shown && shown < 100) setShown(shown + STEP);
  });
  return (
    <Page title="我的订单">
      <Tabs
        items={TABS}
        value={tab}
        onChange={(key) => {
          setTab(key);
          setShown(STEP);
        }}
      />
      <Await query={orders}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty
              title="这里还没有订单"
              note="三个平台下的单都在这里"
              act="去选购"
              onAct={() => go.tab('shop')}
            />
          ) : (
            <View className="orders">
              {items.map((order) => (
                <OrderCard key={order.id} order={order} />
              ))}
            </View>
          )
        }
      </Await>
    </Page>
  );
}
