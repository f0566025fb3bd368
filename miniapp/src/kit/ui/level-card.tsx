/** One level as a card: sky, sea, and the lamp on its way. */
import { Text, View } from '@tarojs/components';
import type { LevelProgressView, LevelView } from '@tongdian/shared/contract/members.routes';
import { count } from '../words';

const LOOKS = ['silver', 'gold', 'black'] as const;

interface Props {
  level: LevelView;
  /** Place in the row of levels, from 0. */
  index: number;
  progress: LevelProgressView | null;
}

export function LevelCard({ level, index, progress }: Props) {
  const look = LOOKS[Math.min(index, LOOKS.length - 1)]!;
  const mine = progress?.level.id === level.id;
  const share = progress?.next ? Math.min(1, progress.growth / Math.max(1, progress.next.threshold)) : 1;
  const at = 20 + (mine ? share : look === 'black' ? 1 : 0.15) * 260;
  return (
    <View className={`td-level td-level--${look}`}>
      <View className="td-level__sky" />
      <View className="td-level__water" />
      {look === 'silver' ? <View className="td-level__moon" /> : null}
      {mine || look !== 'silver' ? (
        <View className="td-level__glow" style={{ left: `${(at / 318) * 100}%` }} />
      ) : null}
      <View className="td-level__hill td-level__hill--1" />
      <View className="td-level__hill td-level__hill--2" />
      <View className="td-level__horizon" />
      {mine ? <View className="td-level__path" style={{ width: `${((at - 20) / 318) * 100}%` }} /> : null}
      <View className="td-level__lamp" style={{ left: `${(at / 318) * 100}%` }} />
      <View className="td-level__in">
        <View className="row sb">
          <View className="t1">{level.name}</View>
          {mine ? <View className="td-level__now">当前等级</View> : null}
        </View>
        <View className="td-level__sub">{`成长值 ${count(level.threshold)} 起`}</View>
      </View>
      {mine && progress ? (
        <View className="td-level__foot">
          <View>
            <Text>成长值</Text>
            <Text className="td-level__n">{count(progress.growth)}</Text>
          </View>
          <View>
            {progress.next ? `再 ${count(progress.missing ?? 0)} 升${progress.next.name}` : '已经是最高等级'}
          </View>
        </View>
      ) : null}
    </View>
  );
}
