/** The member code: one scan for points, coupons and orders to fetch. */
import { useState } from 'react';
import { View } from '@tarojs/components';
import { listWallet } from '@tongdian/shared/contract/coupons.routes';
import { listOrders, type OrderView } from '@tongdian/shared/contract/orders.routes';
import { call } from '@kit/api';
import { useQuery } from '@kit/query';
import { useSession } from '@kit/session';
import { Empty } from '@kit/ui/empty';
import { Icon } from '@kit/ui/icon';
import { Page } from '@kit/ui/page';
import { Plate } from '@kit/ui/plate';
import { Press } from '@kit/ui/press';
import { Segments } from '@kit/ui/segments';
import { untilText } from '@kit/words';
import { CodePanel } from '../../parts/code/code-panel';
import { FootNotes } from '../../parts/code/foot-notes';
import { useCode } from '../../parts/code/use-code';
import { go } from '../../parts/go';
import '../../parts/code/code.scss';

type Side = 'member' | 'pickup';

export default function Code() {
  const [side, setSide] = useState<Side>('member');
  const { phase, problem } = useSession();
  const signedIn = phase === 'in';
  const live = useCode(null, signedIn);
  const wallet = useQuery(
    'coupons.usable',
    () => call(listWallet, { query: { tab: 'usable', pageSize: 100 } }),
    { enabled: signedIn, persist: true },
  );
  const orders = useQuery('orders.pickup', () => call(listOrders, { query: { pageSize: 50 } }), {
    enabled: signedIn,
  });
  const pickups = (orders.data?.items ?? []).filter(
    ({ delivery, state }) => delivery.kind === 'pickup' && (state === 'paid' || state === 'ready_for_pickup'),
  );
  const coupon = wallet.data?.items.find(({ channels }) => channels.includes('store'));
  return (
    <Page title="会员码" bar="own" look="code" tab>
      {phase === 'out' ? (
        <Empty
          lamp
          title="还没登录上"
          note={problem?.words ?? '等一下再试'}
          act="再试一次"
          onAct={live.retry}
        />
      ) : (
        <>
          <View className="code-seg">
            <Segments
              items={[
                { key: 'member', words: '会员码' },
                { key: 'pickup', words: pickups.length > 0 ? `取货码 ${pickups.length}` : '取货码' },
              ]}
              value={side}
              onChange={setSide}
            />
          </View>
          <CodePanel
            live={live}
            stub={
              side === 'member' && coupon ? (
                <View className="td-code__stub">
                  <View className="td-code__link">
                    <Icon name="coupon" />
                  </View>
                  <View className="f1">
                    <View className="c14 m one">{coupon.title}</View>
                    <View className="td-code__note one">{`${coupon.says} · ${untilText(coupon.validUntil)}`}</View>
                  </View>
                  <Press className="td-code__link" label="只出示这张券" onPress={go.coupons}>
                    {wallet.data!.total > 1 ? '看全部' : '看看'}
                  </Press>
                </View>
              ) : undefined
            }
          />
          {side === 'pickup' ? <Pickups orders={pickups} /> : null}
          <FootNotes
            says={side === 'pickup' ? '请店员扫一次，这些都能取走' : '请店员扫一次，积分和用券一起完成'}
            clockWrong={live.clockWrong}
          />
        </>
      )}
    </Page>
  );
}

function Pickups({ orders }: { orders: OrderView[] }) {
  if (orders.length === 0) return <View className="c13 i2 ctr code-pickups">没有等着取的东西</View>;
  return (
    <View className="card pad code-pickups">
      {orders.map((order) => (
        <Press key={order.id} className="row g12 code-pickups__one" onPress={() => go.order(order.id)}>
          <Plate picture={order.lines[0]?.picture ?? null} plate={order.lines[0]?.plate} size={56} />
          <View className="f1">
            <View className="m one">{order.lines.map(({ name }) => name).join('、')}</View>
            <View className="c12 i3">{`${order.delivery.storeName ?? ''} · ${order.stateName}`}</View>
          </View>
          <Icon name="right" size="s" />
        </Press>
      ))}
    </View>
  );
}
