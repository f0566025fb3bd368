/** Me: who I am, and the ways to what is mine. */
import { View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import type { IconName } from '@kit/icons/paths';
import { refreshMe, startSession, useSession } from '@kit/session';
import { Button } from '@kit/ui/button';
import { Icon } from '@kit/ui/icon';
import { Logo } from '@kit/ui/logo';
import { Page } from '@kit/ui/page';
import { Press } from '@kit/ui/press';
import { Tag } from '@kit/ui/tag';
import { PLATFORM_NAMES } from '@tongdian/shared/kernel/platforms';
import { count, dayOf } from '@kit/words';
import { go } from '../../parts/go';
import './index.scss';

const ORDERS: { icon: IconName; words: string; state?: string }[] = [
  { icon: 'lock', words: '待付款', state: 'awaiting_payment' },
  { icon: 'truck', words: '已付款', state: 'paid' },
  { icon: 'check', words: '已完成', state: 'completed' },
  { icon: 'order', words: '全部' },
];

export default function Me() {
  const { me, phase, problem } = useSession();
  useDidShow(() => {
    if (useSession.getState().phase === 'in') void refreshMe();
  });
  const rows: { icon: IconName; words: string; note: string; open: () => void }[] = [
    { icon: 'coupon', words: '我的券', note: me ? `${me.usableCoupons} 张可用` : '', open: go.coupons },
    {
      icon: 'points',
      words: '等级和积分',
      note: me ? `${count(me.points.available)} 积分` : '',
      open: go.levels,
    },
    { icon: 'cart', words: '购物车', note: '', open: go.cart },
    { icon: 'pin', words: '收货地址', note: '', open: () => go.addresses() },
    { icon: 'bag', words: '门店', note: '', open: () => go.stores() },
    { icon: 'phone', words: '手机号', note: me?.phoneMasked ?? '还没验证', open: go.join },
  ];
  return (
    <Page title="我的" tab>
      <View className="me-head row g16">
        <View className="me-head__mark">
          <Logo size={34} />
        </View>
        <View className="f1">
          <View className="row g8 wrap">
            <View className="t2">
              {me ? (me.nickname ?? me.phoneMasked ?? '灯屿会员') : phase === 'out' ? '还没登录上' : '在登录'}
            </View>
            {me ? <Tag tone="lamp">{me.level.level.name}</Tag> : null}
          </View>
          <View className="c13 i2">
            {me
              ? `${PLATFORM_NAMES[me.platform]} · ${dayOf(me.joinedAt)}加入 · 编号 ${me.memberNo}`
              : (problem?.words ?? '')}
          </View>
        </View>
        {phase === 'out' ? (
          <Button size={36} look="s" onPress={() => void startSession()}>
            再试一次
          </Button>
        ) : null}
      </View>
      {me && !me.phoneMasked ? (
        <View className="me-join row g12">
          <View className="f1">
            <View className="m">用手机号加入</View>
            <View className="c12 i2">积分和券在三个平台通用</View>
          </View>
          <Button size={36} onPress={go.join}>
            加入
          </Button>
        </View>
      ) : null}
      <View className="card me-orders">
        {ORDERS.map(({ icon, words, state }) => (
          <Press key={words} className="me-orders__one" onPress={() => go.orders(state)}>
            <Icon name={icon} />
            {words}
          </Press>
        ))}
      </View>
      <View className="card me-rows">
        {rows.map(({ icon, words, note, open }, index) => (
          <View key={words}>
            {index > 0 ? <View className="hr me-rows__hr" /> : null}
            <Press className="td-list-row" onPress={open}>
              <View className="i2">
                <Icon name={icon} />
              </View>
              <View className="f1">{words}</View>
              <View className="c13 i3">{note}</View>
              <View className="i3">
                <Icon name="right" size="s" />
              </View>
            </Press>
          </View>
        ))}
      </View>
      <View style={{ height: '32px' }} />
    </Page>
  );
}
