/** The bill as the till says it. Needed by coupons with a threshold or a percentage, welcome with all. */
import { useState } from 'react';
import { Input, View } from '@tarojs/components';
import { aria } from '@kit/platform/aria';
import { Button } from '@kit/ui/button';
import { Icon } from '@kit/ui/icon';
import type { Confirmation } from './use-confirm';

export function BillField({ it }: { it: Confirmation }) {
  const needed = it.view.coupons.some(
    ({ couponId, needsBill, refusal }) =>
      needsBill && (it.choice.couponIds.includes(couponId) || (refusal !== null && it.billText !== '')),
  );
  const [focus, setFocus] = useState(false);
  const { fault } = it.bill;
  const says = fault ?? it.pricing.problem?.words ?? null;
  return (
    <>
      <View className="ck-head">本单金额</View>
      <View
        className={`card confirm-bill${focus ? ' confirm-bill--now' : ''}${fault ? ' confirm-bill--bad' : ''}`}
      >
        <View className="c13 i2 confirm-bill__hint">
          {needed ? '收银机上的合计' : '收银机上的合计，可不填'}
        </View>
        <View className="confirm-bill__in">
          {it.billText ? <View className="confirm-bill__yen">¥</View> : null}
          <Input
            className="confirm-bill__input"
            type="digit"
            value={it.billText}
            maxlength={12}
            placeholder="0.00"
            placeholderClass="confirm-bill__hold"
            style={{ width: `${Math.max(4, it.billText.length) * 0.61 + 0.1}em` }}
            focus={needed && it.billText === ''}
            {...aria({ label: '本单金额' })}
            onInput={(event) => it.typeBill(event.detail.value)}
            onFocus={() => setFocus(true)}
            onBlur={() => setFocus(false)}
          />
        </View>
      </View>
      {says ? (
        <View className="td-field__fault confirm-bill__fault">
          <Icon name="question" size="xs" />
          <View className="f1">{says}</View>
          {it.pricing.problem ? (
            <Button look="o" size={32} onPress={it.pricing.again}>
              再算一次
            </Button>
          ) : null}
        </View>
      ) : null}
    </>
  );
}
