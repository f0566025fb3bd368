/** Home: the member card, four ways in, what can be claimed, what people buy, the store. What is empty is not there. */
import { useDidShow } from '@tarojs/taro';
import { ScrollView, View } from '@tarojs/components';
import { listProducts } from '@tongdian/shared/contract/catalog.routes';
import { listClaimable } from '@tongdian/shared/contract/coupons.routes';
import { call } from '@kit/api';
import type { IconName } from '@kit/icons/paths';
import { useQuery } from '@kit/query';
import { refreshMe, useSession } from '@kit/session';
import { Icon } from '@kit/ui/icon';
import { MemberCard, Wordmark } from '@kit/ui/member-card';
import { Page } from '@kit/ui/page';
import { Press } from '@kit/ui/press';
import { go } from '../../parts/go';
import { ProductCard } from '../../parts/product-card';
import { Section } from '../../parts/section';
import { ClaimBanner } from './claim-banner';
import { HomeStore } from './home-store';
import './index.scss';

const ENTRIES: { icon: IconName; words: string; open: () => void }[] = [
  { icon: 'coupon', words: '领券', open: go.claim },
  { icon: 'order', words: '订单', open: () => go.orders() },
  { icon: 'pickup', words: '到店自取', open: () => go.stores() },
  { icon: 'points', words: '等级积分', open: go.levels },
];

export default function Home() {
  const { me, meAt, phase, problem } = useSession();
  useDidShow(() => {
    if (useSession.getState().phase !== 'starting') void refreshMe();
  });
  const popular = useQuery(
    'home.popular',
    () => call(listProducts, { query: { sort: 'popular', pageSize: 8 } }),
    {
      persist: true,
      freshMs: 60_000,
    },
  );
  const claimable = useQuery('claimable', () => call(listClaimable), { enabled: phase === 'in' });
  return (
    <Page title="首页" bar="over" tab lead={<Wordmark />}>
      <MemberCard
        me={me}
        knownAt={problem && me ? meAt : null}
        onCode={() => go.tab('code')}
        onLevel={go.levels}
        onPoints={go.levels}
        onCoupons={go.coupons}
        onJoin={go.join}
      />
      <View className="home-body">
        <View className="home-entries">
          {ENTRIES.map(({ icon, words, open }) => (
            <Press key={words} className="home-entries__one" onPress={open}>
              <View className="home-entries__disc">
                <Icon name={icon} />
              </View>
              {words}
            </Press>
          ))}
        </View>
        <ClaimBanner claimable={claimable.data ?? []} />
        {popular.data && popular.data.items.length > 0 ? (
          <Section title="大家常买" more="全部" onMore={() => go.tab('shop')} wide>
            <ScrollView scrollX showScrollbar={false} enhanced>
              <View className="rail">
                {popular.data.items.map((product) => (
                  <ProductCard key={product.id} product={product} rail />
                ))}
                <View className="rail__end" />
              </View>
            </ScrollView>
          </Section>
        ) : null}
        <HomeStore />
        <View style={{ height: '32px' }} />
      </View>
    </Page>
  );
}
