/** What can be claimed now, as one sentence on lamplight. Nothing to claim: nothing here. */
import { Text, View } from '@tarojs/components';
import type { ClaimableView } from '@tongdian/shared/contract/coupons.routes';
import { worthOf } from '@kit/ui/coupon-card';
import { Press } from '@kit/ui/press';
import { untilText } from '@kit/words';
import { go } from '../../parts/go';

function best(list: ClaimableView[]): ClaimableView | null {
  return list.reduce<ClaimableView | null>(
    (top, next) => (!top || next.amountFen > top.amountFen ? next : top),
    null,
  );
}

export function ClaimBanner({ claimable }: { claimable: ClaimableView[] }) {
  const open = claimable.filter((template) => template.refusal === null && template.left > 0);
  const first = best(open);
  if (!first) return null;
  const worth = worthOf(first) ?? ['', '礼', ''];
  return (
    <Press className="home-claim" label={`有 ${open.length} 种券可以领`} onPress={go.claim}>
      <View className="home-claim__glow" />
      <View className="home-claim__worth">
        <Text className="home-claim__unit">{worth[0]}</Text>
        <Text>{worth[1]}</Text>
        <Text className="home-claim__unit">{worth[2]}</Text>
      </View>
      <View className="home-claim__sea" />
      <View className="home-claim__wave home-claim__wave--1" />
      <View className="home-claim__wave home-claim__wave--2" />
      <View className="home-claim__words">
        <View className="c12 m lk">
          {open.length > 1 ? `有 ${open.length} 种券可以领` : '有一种券可以领'}
        </View>
        <View className="t2 home-claim__title">{first.title}</View>
        <View className="t2 one">{first.says}</View>
        <View className="c13 i2 home-claim__until">{`${untilText(first.claimUntil)}领`}</View>
      </View>
    </Press>
  );
}
