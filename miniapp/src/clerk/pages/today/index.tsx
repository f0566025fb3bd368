/** Today at this counter: the three sums, the one big button, and what was done so far. */
import { Text, View } from '@tarojs/components';
import { clerkToday, type ClerkTodayView } from '@tongdian/shared/contract/verification.routes';
import { startOfBusinessDay } from '@tongdian/shared/kernel/time';
import { call } from '@kit/api';
import { host } from '@kit/platform';
import { useQuery } from '@kit/query';
import { Button } from '@kit/ui/button';
import { Empty } from '@kit/ui/empty';
import { Icon } from '@kit/ui/icon';
import { Press } from '@kit/ui/press';
import { Skeleton } from '@kit/ui/skeleton';
import { count, dayOf, yuan } from '@kit/words';
import { ClerkPage } from '../../parts/clerk-page';
import { go } from '../../parts/go';
import { Loaded } from '../../parts/loaded';
import { ScanSheet, useScanDesk } from '../../parts/scan-desk';
import type { Desk } from '../../parts/staff';
import { useDesk } from '../../parts/use-desk';
import { TodayRow } from './today-row';
import './index.scss';

const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'];

export default function Today() {
  const desk = useDesk();
  const key = desk ? `today.${desk.store.id}` : null;
  const today = useQuery(key, () => call(clerkToday, { query: { storeId: desk!.store.id } }), {
    persist: true,
  });
  const scan = useScanDesk();
  return (
    <ClerkPage
      title="核销"
      bar="own"
      tab
      lead={desk ? <Lead desk={desk} /> : undefined}
      onRetry={() => void today.reload()}
    >
      {desk && !host.can.ownBar ? (
        <View className="today-desk">
          <Lead desk={desk} />
        </View>
      ) : null}
      <Sums today={today.data} />
      <View className="today-acts">
        <Press className={`today-scan${scan.busy ? ' today-scan--busy' : ''}`} onPress={scan.press}>
          <Icon name="scan" size="l" />
          <Text>扫会员码</Text>
        </Press>
        <View className="row g8 today-acts__more">
          <Button look="s" grow onPress={() => go.code()}>
            输 12 位码
          </Button>
          <Button look="s" grow onPress={() => go.tab('orders')}>
            {today.data ? `自取单 ${today.data.waitingPickups}` : '自取单'}
          </Button>
        </View>
      </View>
      <View className="today-list">
        <Loaded query={today} skeleton={<RowsSkeleton />}>
          {({ day, rows }) => (
            <>
              <View className="row sb base today-list__head">
                <View className="t2 today-list__title">今天</View>
                <View className="c13 i3">{dayWords(day)}</View>
              </View>
              {rows.length === 0 ? (
                <Empty title="今天还没有核销" note="顾客打开会员码，扫一下就行" />
              ) : (
                rows.map((row) => <TodayRow key={row.id} row={row} onOpen={() => go.redemption(row.id)} />)
              )}
            </>
          )}
        </Loaded>
      </View>
      <ScanSheet desk={scan} />
    </ClerkPage>
  );
}

/** 「6 月 13 日 周六」 */
function dayWords(day: string): string {
  const start = startOfBusinessDay(day);
  return `${dayOf(start.toISOString())} ${WEEKDAYS[new Date(`${day}T00:00:00Z`).getUTCDay()]}`;
}

function Lead({ desk }: { desk: Desk }) {
  return (
    <View className="col today-lead">
      <Text className="m today-lead__store one">{desk.store.name}</Text>
      <Text className="c12 i3 today-lead__who one">{`${desk.staff.roleName} ${desk.staff.name}`}</Text>
    </View>
  );
}

function Sums({ today }: { today: ClerkTodayView | null }) {
  const sums = [
    { words: '今天核销', value: today ? count(today.redemptions) : '–' },
    { words: '会员成交', value: today ? yuan(today.billFen) : '–' },
    { words: '新会员', value: today ? count(today.newMembers) : '–' },
  ];
  return (
    <View className="today-sums">
      {sums.map(({ words, value }) => (
        <View key={words} className="today-sums__one">
          <View className="today-sums__n">{value}</View>
          <View className="c12 i2">{words}</View>
        </View>
      ))}
    </View>
  );
}

function RowsSkeleton() {
  return (
    <>
      {[0, 1, 2, 3].map((row) => (
        <Skeleton key={row} height={56} gap={16} />
      ))}
    </>
  );
}
