/** Service: the stores with their hours and phones, and the orders that a question is usually about. */
import { View } from '@tarojs/components';
import { listOrders } from '@tongdian/shared/contract/orders.routes';
import { call } from '@kit/api';
import { host } from '@kit/platform';
import { useQuery } from '@kit/query';
import { useSession } from '@kit/session';
import { Await } from '@kit/ui/await';
import { Icon } from '@kit/ui/icon';
import { Page } from '@kit/ui/page';
import { Plate } from '@kit/ui/plate';
import { Press } from '@kit/ui/press';
import { dayOf } from '@kit/words';
import { go } from '../../parts/go';
import { openText, sorted, usePlace, useStores } from '../../parts/place';
import { Section } from '../../parts/section';
import { StoreCard } from '../../parts/store-card';
import './index.scss';

export default function Service() {
  const signedIn = useSession((state) => state.phase === 'in');
  const place = usePlace();
  const stores = useStores();
  const orders = useQuery('orders.service', () => call(listOrders, { query: { pageSize: 3 } }), {
    enabled: signedIn,
  });
  const recent = orders.data?.items ?? [];
  return (
    <Page title="服务" tab>
      <View className="service-head t1">要帮忙吗</View>
      <Await query={stores}>
        {(list) => {
          const [first, ...others] = sorted(list, place);
          return (
            <>
              {first ? (
                <View className="service-store">
                  <StoreCard store={first} picture />
                </View>
              ) : null}
              {recent.length > 0 ? (
                <Section title="最近的订单" more="全部" onMore={() => go.orders()}>
                  <View className="card service-rows">
                    {recent.map((order) => (
                      <Press
                        key={order.id}
                        className="row g12 td-list-row"
                        onPress={() => go.order(order.id)}
                      >
                        <Plate
                          picture={order.lines[0]?.picture ?? null}
                          plate={order.lines[0]?.plate}
                          size={56}
                        />
                        <View className="f1">
                          <View className="m one">{order.lines.map(({ name }) => name).join('、')}</View>
                          <View className="c12 i3">{`${dayOf(order.createdAt)} · ${order.stateName}`}</View>
                        </View>
                        <Icon name="right" size="s" />
                      </Press>
                    ))}
                  </View>
                </Section>
              ) : null}
              <Section title="打给别的店">
                <View className="card service-rows">
                  {others.map((store) => (
                    <Press
                      key={store.id}
                      className="row td-list-row"
                      label={`打给${store.name}`}
                      onPress={() => void host.call(store.phone)}
                    >
                      <View className="f1">
                        <View>{store.name}</View>
                        <View className="c12 i3">{`${store.city} · ${openText(store).words}`}</View>
                      </View>
                      <View className="c13 i2">{store.phone}</View>
                      <Icon name="phone" size="s" />
                    </Press>
                  ))}
                </View>
              </Section>
              <View style={{ height: '32px' }} />
            </>
          );
        }}
      </Await>
    </Page>
  );
}
