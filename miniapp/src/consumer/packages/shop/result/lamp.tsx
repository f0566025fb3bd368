/** The island with its lamp: on when paid, breathing while we wait, off when not. */
import { View } from '@tarojs/components';

export function Lamp({ on, waiting }: { on: boolean; waiting: boolean }) {
  return (
    <View className="td-empty__art result__art">
      {on || waiting ? <View className={`td-empty__glow${waiting ? ' result__glow--wait' : ''}`} /> : null}
      <View className={`td-empty__lamp${on || waiting ? ' td-empty__lamp--on' : ''}`} />
      <View className="td-empty__hill" />
      <View className="td-empty__sea" />
      <View className="td-empty__wave td-empty__wave--1" />
      <View className="td-empty__wave td-empty__wave--2" />
    </View>
  );
}
