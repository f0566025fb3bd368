/** One coupon of the wallet in whatever state it is, with the one thing to press. */
import { View } from '@tarojs/components';
import type { CouponView } from '@tongdian/shared/contract/coupons.routes';
import type { QuoteCouponView } from '@tongdian/shared/contract/orders.routes';
import { Button } from '@kit/ui/button';
import { CouponCard } from '@kit/ui/coupon-card';
import { Icon } from '@kit/ui/icon';
import { Press } from '@kit/ui/press';
import { dayOf, endsToday, momentOf, untilText, yuan } from '@kit/words';
import { go } from '../../../parts/go';

interface Props {
  coupon: CouponView;
  later: boolean;
  /** What the cart says about it. */
  verdict: QuoteCouponView | null;
}

const PLACES = { online: '网上', store: '门店' };

export function WalletCoupon({ coupon, later, verdict }: Props) {
  if (coupon.state === 'used')
    return (
      <CouponCard
        face={coupon}
        off
        tag={{ tone: 'n', words: '已用' }}
        foot={`${coupon.usedAt ? momentOf(coupon.usedAt) : ''}${coupon.usedWhere ? ` 在${coupon.usedWhere}用过了` : ' 用过了'}`}
      />
    );
  if (coupon.state === 'expired' || coupon.state === 'revoked')
    return (
      <CouponCard
        face={coupon}
        off
        tag={{ tone: 'n', words: coupon.state === 'expired' ? '已过期' : '已收回' }}
        foot={`到 ${dayOf(coupon.validUntil)}为止`}
      />
    );
  if (coupon.state === 'locked')
    return (
      <CouponCard
        face={coupon}
        tag={{ tone: 'info', words: '订单里' }}
        reason="在一笔没付的订单里，取消订单就退回来"
        foot={untilText(coupon.validUntil)}
        act={
          coupon.lockedByOrderId ? (
            <Press className="row g4 c13 m no-shrink" onPress={() => go.order(coupon.lockedByOrderId!)}>
              看订单
              <Icon name="right" size="s" />
            </Press>
          ) : undefined
        }
      />
    );
  if (later)
    return (
      <CouponCard
        face={coupon}
        off
        reason={`${dayOf(coupon.validFrom)}开始能用`}
        foot={untilText(coupon.validUntil)}
      />
    );
  return <Usable coupon={coupon} verdict={verdict} />;
}

function Usable({ coupon, verdict }: { coupon: CouponView; verdict: QuoteCouponView | null }) {
  const online = coupon.channels.includes('online');
  const storeOnly = !online;
  const missing = verdict?.reason?.code === 'threshold' ? verdict.reason.missingFen : null;
  const almost =
    missing && coupon.thresholdFen > 0
      ? { words: `购物车里还差 ${yuan(missing)} 可用`, share: 1 - missing / coupon.thresholdFen }
      : null;
  const places = coupon.channels.map((channel) => PLACES[channel]).join('和');
  const tag = endsToday(coupon.validUntil)
    ? { tone: 'lamp' as const, words: '今天到期' }
    : storeOnly
      ? { tone: 'n' as const, words: '仅门店' }
      : null;
  return (
    <CouponCard
      face={coupon}
      tag={tag}
      almost={almost}
      foot={`${untilText(coupon.validUntil)} · ${places}`}
      act={
        almost ? (
          <Press className="row g4 c13 m no-shrink" onPress={() => go.tab('shop')}>
            看看凑什么
            <Icon name="right" size="s" />
          </Press>
        ) : (
          <View className="row g8">
            {storeOnly ? null : (
              <Press
                className="c13 m lk wallet__code"
                label={`出示${coupon.title}的码`}
                onPress={() => go.couponCode(coupon.id)}
              >
                出码
              </Press>
            )}
            <Button
              size={32}
              look={storeOnly ? 's' : 'p'}
              onPress={() => (storeOnly ? go.couponCode(coupon.id) : go.tab('shop'))}
            >
              {storeOnly ? '出示码' : '去用'}
            </Button>
          </View>
        )
      }
    />
  );
}
