/** What a confirmation does, line by line; a press takes a line in or out. */
import { Fragment, type ReactNode } from 'react';
import { View } from '@tarojs/components';
import type { ScanCouponView, ScanPickupView } from '@tongdian/shared/contract/verification.routes';
import { Check } from '@kit/ui/check';
import { Icon } from '@kit/ui/icon';
import { Press } from '@kit/ui/press';
import { endsToday, optionsText, untilText, yuan } from '@kit/words';

export function Things({ children }: { children: ReactNode[] }) {
  return (
    <View className="card">
      {children.map((child, index) => (
        <Fragment key={index}>
          {index > 0 ? <View className="hr ck-thing__hr" /> : null}
          {child}
        </Fragment>
      ))}
    </View>
  );
}

interface CouponProps {
  coupon: ScanCouponView;
  on?: boolean;
  onPress: () => void;
}

export function CouponThing({ coupon, on = false, onPress }: CouponProps) {
  const { title, says, where, validUntil, kind, offFen } = coupon;
  const until = endsToday(validUntil) ? '今天到期' : `${untilText(validUntil)}有效`;
  const gift = kind === 'exchange';
  return (
    <Press className="ck-thing" label={`${on ? '不用' : '用'}${title}`} onPress={onPress}>
      <View className="ck-thing__icon">
        <Icon name={gift ? 'gift' : 'coupon'} />
      </View>
      <View className="f1">
        <View className="m">{on ? `核销${title}` : title}</View>
        <View className="c13 i2">{`${says}，${until}`}</View>
        <View className="c13 i2">{where}</View>
      </View>
      <View className="row g8 no-shrink">
        <View className="ck-thing__num">{gift ? '送一份' : offFen === null ? '' : `−${yuan(offFen)}`}</View>
        <Check on={on} />
      </View>
    </Press>
  );
}

interface PickupProps {
  pickup: ScanPickupView;
  on?: boolean;
  onPress: () => void;
}

export function PickupThing({ pickup, on = false, onPress }: PickupProps) {
  const tail = pickup.orderNo.slice(-4);
  return (
    <Press className="ck-thing" label={`${on ? '先不交' : '交'}订单 ${tail}`} onPress={onPress}>
      <View className="ck-thing__icon">
        <Icon name="pickup" />
      </View>
      <View className="f1">
        <View className="m">{on ? `交出自取单 ${tail}` : `自取单 ${tail}`}</View>
        {pickup.lines.map(({ id, name, options, quantity }) => (
          <View key={id} className="c13 i2">
            {[name, optionsText(options), `× ${quantity}`].filter(Boolean).join(' ')}
          </View>
        ))}
      </View>
      <View className="row g8 no-shrink">
        <View className="c13 i2">{`已付 ${yuan(pickup.payableFen)}`}</View>
        <Check on={on} />
      </View>
    </Press>
  );
}
