/** Who I am here, which store, what today comes to by clerk and by coupon, and the way out. */
import { useState } from 'react';
import { View } from '@tarojs/components';
import { clerkToday, type ClerkTodayView } from '@tongdian/shared/contract/verification.routes';
import { useAct } from '@kit/act';
import { call } from '@kit/api';
import { useQuery } from '@kit/query';
import { Button } from '@kit/ui/button';
import { Icon } from '@kit/ui/icon';
import { Logo } from '@kit/ui/logo';
import { Press } from '@kit/ui/press';
import { Sheet } from '@kit/ui/sheet';
import { Tag } from '@kit/ui/tag';
import { toast } from '@kit/ui/toast';
import { yuan } from '@kit/words';
import { ClerkPage } from '../../parts/clerk-page';
import { Loaded } from '../../parts/loaded';
import { chooseStore, signOutStaff, type Desk } from '../../parts/staff';
import { StoreList } from '../../parts/store-list';
import { useDesk } from '../../parts/use-desk';
import './index.scss';

export default function Me() {
  const desk = useDesk();
  const today = useQuery(
    desk ? `today.${desk.store.id}` : null,
    () => call(clerkToday, { query: { storeId: desk!.store.id } }),
    { persist: true },
  );
  const [sheet, setSheet] = useState<'store' | 'out' | null>(null);
  const out = useAct(async () => signOutStaff());
  return (
    <ClerkPage title="我" tab onRetry={() => void today.reload()}>
      {desk ? (
        <View className="me">
          <Who desk={desk} onStore={() => setSheet('store')} />
          <Loaded query={today}>{(view) => <Sums view={view} me={desk.staff.name} />}</Loaded>
          <View className="me__out">
            <Button block look="o" onPress={() => setSheet('out')}>
              退出登录
            </Button>
          </View>
          <Sheet title="换门店" open={sheet === 'store'} onClose={() => setSheet(null)}>
            <View className="me-sheet">
              <View className="c13 i2">之后的核销记在选的这家店</View>
              <StoreList
                stores={desk.staff.stores}
                value={desk.store.id}
                onChoose={(id) => {
                  chooseStore(id);
                  setSheet(null);
                  toast(`现在是${desk.staff.stores.find((store) => store.id === id)!.name}`);
                }}
              />
            </View>
          </Sheet>
          <Sheet title="退出登录" open={sheet === 'out'} onClose={() => setSheet(null)}>
            <View className="me-sheet">
              <View className="c14 i2">今天的记录都在店里的账上，退出不会丢</View>
              <View className="row g12 me-sheet__acts">
                <Button look="o" onPress={() => setSheet(null)}>
                  先不退
                </Button>
                <Button grow busy={out.busy} onPress={() => void out.run()}>
                  退出
                </Button>
              </View>
            </View>
          </Sheet>
        </View>
      ) : null}
    </ClerkPage>
  );
}

function Who({ desk, onStore }: { desk: Desk; onStore: () => void }) {
  const several = desk.staff.stores.length > 1;
  return (
    <View className="card me-who">
      <View className="row g12">
        <View className="ck-mark">
          <Logo size={32} />
        </View>
        <View className="f1">
          <View className="row g8 wrap">
            <View className="t3">{desk.staff.name}</View>
            <Tag>{desk.staff.roleName}</Tag>
          </View>
          <View className="c13 i2">{desk.staff.login}</View>
        </View>
      </View>
      <View className="hr me-who__hr" />
      <Press className="td-list-row" {...(several ? { onPress: onStore } : {})}>
        <View className="i2">
          <Icon name="store" />
        </View>
        <View className="f1 m">{desk.store.name}</View>
        {several ? (
          <>
            <View className="c13 i3">换门店</View>
            <View className="i3">
              <Icon name="right" size="s" />
            </View>
          </>
        ) : null}
      </Press>
    </View>
  );
}

function Sums({ view, me }: { view: ClerkTodayView; me: string }) {
  const clerks = view.byClerk.map(({ clerkName, redemptions, offFen }) => ({
    name: clerkName === me ? `${clerkName}（你）` : clerkName,
    times: `${redemptions} 笔`,
    offFen,
  }));
  const coupons = view.byCoupon.map(({ title, used, offFen }) => ({
    name: title,
    times: `${used} 张`,
    offFen,
  }));
  return (
    <>
      <Table title="今天谁核销的" empty="今天还没有人核销" rows={clerks} />
      <Table title="今天用了哪些券" empty="今天还没有用掉的券" rows={coupons} />
      <View className="c12 i3 me__note">撤回的不算在内</View>
    </>
  );
}

interface TableProps {
  title: string;
  empty: string;
  rows: { name: string; times: string; offFen: number }[];
}

function Table({ title, empty, rows }: TableProps) {
  return (
    <>
      <View className="ck-head">{title}</View>
      <View className="card me-table">
        {rows.length === 0 ? <View className="c14 i2 me-table__empty">{empty}</View> : null}
        {rows.map(({ name, times, offFen }, index) => (
          <View key={name}>
            {index > 0 ? <View className="hr" /> : null}
            <View className="row g12 me-table__row">
              <View className="f1">{name}</View>
              <View className="c13 i2 no-shrink">{times}</View>
              <View className="b me-table__num">{offFen > 0 ? `−${yuan(offFen)}` : yuan(0)}</View>
            </View>
          </View>
        ))}
      </View>
    </>
  );
}
