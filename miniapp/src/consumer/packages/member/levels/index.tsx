/** Levels and points: where I stand, what each level gives, and where every point came from. */
import { ScrollView, Text, View } from '@tarojs/components';
import { listLevels, type LevelView } from '@tongdian/shared/contract/members.routes';
import { getPoints } from '@tongdian/shared/contract/points.routes';
import { call } from '@kit/api';
import { host } from '@kit/platform';
import { useQuery } from '@kit/query';
import { useSession } from '@kit/session';
import { Await } from '@kit/ui/await';
import { LevelCard } from '@kit/ui/level-card';
import { Page } from '@kit/ui/page';
import { count, foldText } from '@kit/words';
import { Points } from './points';
import './index.scss';

export default function Levels() {
  const me = useSession((state) => state.me);
  const levels = useQuery('levels', () => call(listLevels), { persist: true, freshMs: 600_000 });
  const points = useQuery('points', () => call(getPoints, { query: { pageSize: 30 } }), { enabled: !!me });
  return (
    <Page title="会员等级">
      <Await query={levels}>
        {(list) => (
          <>
            <ScrollView scrollX showScrollbar={false} enhanced scrollLeft={startOf(list, me?.level.level.id)}>
              <View className="levels">
                {list.map((level, index) => (
                  <View key={level.id} className="levels__one">
                    <LevelCard level={level} index={index} progress={me?.level ?? null} />
                  </View>
                ))}
              </View>
            </ScrollView>
            <View className="sec levels__table-place">
              <Table levels={list} mineId={me?.level.level.id ?? null} />
              <View className="c12 i3 levels__note">
                {`实付 1 元记 1 成长值，退款会扣回。${list.map(({ name, threshold }) => `${name} ${count(threshold)}${threshold === 0 ? ' 起' : ''}`).join('，')}。`}
              </View>
            </View>
          </>
        )}
      </Await>
      {points.data ? <Points points={points.data} /> : null}
    </Page>
  );
}

/** A card and its gap are 330 wide at 375: the current one stands in front. */
function startOf(levels: LevelView[], mineId: string | undefined): number {
  const index = Math.max(
    0,
    levels.findIndex(({ id }) => id === mineId),
  );
  return Math.round((index * 330 * host.insets().windowWidth) / 375);
}

function rowsOf(levels: LevelView[]): { name: string; values: string[] }[] {
  return [
    {
      name: '会员价商品',
      values: levels.map(({ memberPriceBp }) => (memberPriceBp < 10_000 ? foldText(memberPriceBp) : '原价')),
    },
    {
      name: '每 1 元积分',
      values: levels.map(({ pointsMultiplierBp }) => String(pointsMultiplierBp / 10_000)),
    },
    { name: '成长值', values: levels.map(({ threshold }) => `${count(threshold)} 起`) },
  ];
}

function Table({ levels, mineId }: { levels: LevelView[]; mineId: string | null }) {
  const mark = (level: LevelView): string => (level.id === mineId ? ' levels__cell--on' : '');
  return (
    <View className="card levels__table">
      <View className="levels__row">
        <View className="levels__name levels__th">权益</View>
        {levels.map((level) => (
          <View key={level.id} className={`levels__cell levels__th${mark(level)}`}>
            {level.name}
          </View>
        ))}
      </View>
      {rowsOf(levels).map(({ name, values }) => (
        <View key={name} className="levels__row levels__row--line">
          <View className="levels__name">{name}</View>
          {levels.map((level, index) => (
            <View key={level.id} className={`levels__cell${mark(level)}`}>
              <Text>{values[index]}</Text>
            </View>
          ))}
        </View>
      ))}
    </View>
  );
}
