/** The points: how many, how many on the way, and each entry with its reason. */
import { Text, View } from '@tarojs/components';
import type { PointsEntryView, PointsView } from '@tongdian/shared/contract/points.routes';
import { Icon } from '@kit/ui/icon';
import { Empty } from '@kit/ui/empty';
import { count, dayOf } from '@kit/words';

function noteOf(entry: PointsEntryView): string {
  const parts = [dayOf(entry.at)];
  if (entry.usableAt && Date.parse(entry.usableAt) > Date.now()) parts.push(`${dayOf(entry.usableAt)}到账`);
  else if (entry.expiresAt && entry.delta > 0) parts.push(`${dayOf(entry.expiresAt)}前用`);
  return parts.join(' · ');
}

export function Points({ points }: { points: PointsView }) {
  const { items } = points.entries;
  return (
    <View className="sec">
      <View className="card points">
        <View className="points__head">
          <View className="c13 i2">积分</View>
          <View className="points__n">{count(points.available)}</View>
        </View>
        {points.pending > 0 ? (
          <View className="row g8 c13 points__pending">
            <Icon name="calendar" size="s" />
            <View className="f1">{`${count(points.pending)} 积分在路上，订单完成后到账`}</View>
          </View>
        ) : null}
        {items.length === 0 ? (
          <Empty title="还没有积分" note="下一单完成后就有" />
        ) : (
          <View className="points__list">
            {items.map((entry, index) => (
              <View key={entry.id}>
                {index > 0 ? <View className="hr" /> : null}
                <View className="row sb g12 points__row">
                  <View className="f1">
                    <View className="two">{entry.reason}</View>
                    <View className="c12 i3">{noteOf(entry)}</View>
                  </View>
                  <Text className={`b no-shrink${entry.delta > 0 ? ' okc' : ''}`}>
                    {entry.delta > 0 ? `+${count(entry.delta)}` : `−${count(-entry.delta)}`}
                  </Text>
                </View>
              </View>
            ))}
          </View>
        )}
      </View>
      <View style={{ height: '32px' }} />
    </View>
  );
}
