/** The wallet: what can be used, what was used, what is over; and how far a coupon is from the cart. */
import { useState } from 'react';
import { View } from '@tarojs/components';
import type { WalletTab } from '@tongdian/shared/contract/coupons.dto';
import { listWallet, type CouponView } from '@tongdian/shared/contract/coupons.routes';
import { getCart } from '@tongdian/shared/contract/orders.routes';
import { call } from '@kit/api';
import { useQuery } from '@kit/query';
import { Await } from '@kit/ui/await';
import { Empty } from '@kit/ui/empty';
import { Page } from '@kit/ui/page';
import { Chips, Tabs } from '@kit/ui/segments';
import { go } from '../../../parts/go';
import { WalletCoupon } from './wallet-coupon';
import './index.scss';

const FILTERS = [
  { key: 'all', words: '全部' },
  { key: 'online', words: '网上可用' },
  { key: 'store', words: '门店可用' },
] as const;
type Filter = (typeof FILTERS)[number]['key'];

const NONE: Record<WalletTab, { title: string; note: string; act?: string; onAct?: () => void }> = {
  usable: { title: '还没有券', note: '看看现在能领什么', act: '去领券', onAct: go.claim },
  used: { title: '还没用过券', note: '用过的会留在这里' },
  expired: { title: '没有过期的券', note: '快到期时会排在最前面' },
};

function isLater(coupon: CouponView): boolean {
  return Date.parse(coupon.validFrom) > Date.now();
}

export default function Coupons() {
  const [tab, setTab] = useState<WalletTab>('usable');
  const [filter, setFilter] = useState<Filter>('all');
  const wallet = useQuery(`coupons.${tab}`, () => call(listWallet, { query: { tab, pageSize: 100 } }), {
    persist: tab === 'usable',
  });
  const cart = useQuery('cart', () => call(getCart), { enabled: tab === 'usable' });
  const total = tab === 'usable' && wallet.data ? ` ${wallet.data.total}` : '';
  return (
    <Page title="我的券">
      <Tabs
        items={[
          { key: 'usable', words: `可用${total}` },
          { key: 'used', words: '已用' },
          { key: 'expired', words: '已过期' },
        ]}
        value={tab}
        onChange={setTab}
      />
      <Chips items={FILTERS} value={filter} onChange={setFilter} />
      <Await query={wallet}>
        {({ items }) => {
          const shown = items.filter(({ channels }) => filter === 'all' || channels.includes(filter));
          const now = shown.filter((coupon) => !isLater(coupon));
          const later = shown.filter(isLater);
          if (shown.length === 0) return <Empty {...NONE[tab]} />;
          const card = (coupon: CouponView) => (
            <WalletCoupon
              key={coupon.id}
              coupon={coupon}
              later={isLater(coupon)}
              verdict={cart.data?.quote?.coupons.find(({ couponId }) => couponId === coupon.id) ?? null}
            />
          );
          return (
            <View className="wallet">
              {now.map(card)}
              {later.length > 0 ? (
                <>
                  <View className="row sb wallet__later">
                    <View className="t3">还不能用</View>
                    <View className="c12 i3">{`${later.length} 张`}</View>
                  </View>
                  {later.map(card)}
                </>
              ) : null}
              {tab === 'usable' ? (
                <View className="c12 i3 ctr wallet__end">一笔订单用一张券，结算时自动选省得多的</View>
              ) : null}
            </View>
          );
        }}
      </Await>
    </Page>
  );
}
