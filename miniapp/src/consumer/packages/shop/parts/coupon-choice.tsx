/** The coupons of this basket: the one that is used, the ones that could be, and why the others cannot. */
import { View } from '@tarojs/components';
import type { QuoteCouponView, QuoteView } from '@tongdian/shared/contract/orders.routes';
import { Check } from '@kit/ui/check';
import { Icon } from '@kit/ui/icon';
import { Press } from '@kit/ui/press';
import { yuan } from '@kit/words';
import { go } from '../../../parts/go';
import type { Checkout } from './checkout-state';

const ORDER = { applied: 0, usable: 1, refused: 2 } as const;

function Row({ coupon, onPick }: { coupon: QuoteCouponView; onPick: () => void }) {
  const applied = coupon.verdict === 'applied';
  const can = coupon.verdict === 'usable';
  const almost = coupon.reason?.code === 'threshold';
  const classes = `td-coupon-pick${applied ? ' td-coupon-pick--on' : can ? ' td-coupon-pick--can' : ''}`;
  return (
    <Press className={classes} label={coupon.title} onPress={onPick}>
      <View className="td-coupon-pick__worth">{coupon.savesFen > 0 ? yuan(coupon.savesFen) : '券'}</View>
      <View className="f1">
        <View className="c14 m">{coupon.title}</View>
        <View className={`c12 ${almost ? 'lk m' : 'i2'}`}>
          {coupon.reason ? coupon.reason.text : coupon.says}
        </View>
      </View>
      {almost ? (
        <View className="c13 m row g4 no-shrink">
          凑单
          <Icon name="right" size="s" />
        </View>
      ) : applied || can ? (
        <Check on={applied} />
      ) : null}
    </Press>
  );
}

export function CouponChoice({ quote, checkout }: { quote: QuoteView; checkout: Checkout }) {
  const inStoreOnly = quote.coupons.filter((coupon) => coupon.reason?.code === 'channel');
  const shown = quote.coupons
    .filter((coupon) => coupon.reason?.code !== 'channel')
    .sort((a, b) => ORDER[a.verdict] - ORDER[b.verdict] || b.savesFen - a.savesFen);
  if (quote.coupons.length === 0) return null;
  const chosenByUs = checkout.couponId === undefined && quote.appliedCouponId !== null;
  return (
    <View className="coupon-choice">
      <View className="row base g6 coupon-choice__head">
        <View className="m">用券</View>
        <View className="c13 i3">{chosenByUs ? '一笔用一张，已选省得最多的' : '一笔用一张'}</View>
      </View>
      <View className="col g8">
        {shown.map((coupon) => (
          <Row
            key={coupon.couponId}
            coupon={coupon}
            onPick={() => {
              if (coupon.verdict === 'applied') checkout.setCoupon(null);
              else if (coupon.verdict === 'usable') checkout.setCoupon(coupon.couponId);
              else if (coupon.reason?.code === 'threshold') go.list({});
            }}
          />
        ))}
      </View>
      {inStoreOnly.length > 0 ? (
        <View className="c12 i3 coupon-choice__more">
          {`另有 ${inStoreOnly.length} 张${inStoreOnly.length === 1 ? inStoreOnly[0]!.title : '券'}，只在门店用`}
        </View>
      ) : null}
    </View>
  );
}
