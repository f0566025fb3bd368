/** One redemption: what was used, what stays, and, while there is time, the way back. */
import { useState } from 'react';
import { useRouter } from '@tarojs/taro';
import { View } from '@tarojs/components';
import { clerkToday, type RedemptionView } from '@tongdian/shared/contract/verification.routes';
import { call } from '@kit/api';
import { useQuery } from '@kit/query';
import { Button } from '@kit/ui/button';
import { Empty } from '@kit/ui/empty';
import { Icon } from '@kit/ui/icon';
import { PriceLines } from '@kit/ui/price-lines';
import { count, momentOf, yuan } from '@kit/words';
import { ClerkPage } from '../../../parts/clerk-page';
import { go } from '../../../parts/go';
import { Loaded } from '../../../parts/loaded';
import { memberText } from '../../../parts/redemption-words';
import { ScanSheet, useScanDesk } from '../../../parts/scan-desk';
import { useDesk } from '../../../parts/use-desk';
import { keptOutcome, type Outcome } from './outcome';
import { UndoBar } from './undo';
import './index.scss';

export default function Result() {
  const desk = useDesk();
  const { id = '', fresh } = useRouter().params;
  const [outcome] = useState(() => keptOutcome(id));
  // What was just confirmed is known; what is opened from the list is asked for with the list.
  const today = useQuery(desk ? `today.${desk.store.id}` : null, () =>
    call(clerkToday, { query: { storeId: desk!.store.id } }),
  );
  const [undone, setUndone] = useState<RedemptionView | null>(null);
  const listed = today.data?.rows.find((row) => row.id === id) ?? null;
  const row = undone ?? (listed?.undoneAt ? listed : (outcome?.done ?? listed));
  return (
    <ClerkPage title={fresh ? '核销结果' : '核销记录'}>
      {row ? (
        <Shown row={row} outcome={outcome} fresh={!!fresh} onUndone={setUndone} />
      ) : (
        <Loaded query={today}>
          {() => <Empty title="今天的记录里没有这一笔" note="可能是别的店，或者之前的" />}
        </Loaded>
      )}
    </ClerkPage>
  );
}

interface ShownProps {
  row: RedemptionView;
  outcome: Outcome | null;
  fresh: boolean;
  onUndone: (row: RedemptionView) => void;
}

function Shown({ row, outcome, fresh, onUndone }: ShownProps) {
  const scan = useScanDesk();
  const undone = row.undoneAt !== null;
  const stays = outcome && staysText(outcome);
  return (
    <View className="done">
      <View className={`done__mark${undone ? ' done__mark--back' : ''}`}>
        <Icon name={undone ? 'refresh' : 'check'} size="l" />
      </View>
      <View className="t1 ctr">{undone ? '撤回了' : fresh ? '核销好了' : '核销过了'}</View>
      <View className="c14 i2 ctr done__who">
        {undone
          ? `${momentOf(row.undoneAt!)} · ${row.undoReason}，券还给顾客了`
          : `${memberText(row.member)} · ${momentOf(row.at)} · ${row.storeName} ${row.clerkName}`}
      </View>
      <View className="card pad done__card">
        {row.coupons.map(({ couponId, title, offFen }) => (
          <View key={couponId} className="row sb g12 done__line">
            <View className={undone ? 'f1 del' : 'f1'}>{`核销${title}`}</View>
            <View className={`no-shrink b${undone ? ' del' : ''}`}>
              {offFen > 0 ? `−${yuan(offFen)}` : '一份'}
            </View>
          </View>
        ))}
        {row.orders.map(({ orderId, orderNo, goods }) => (
          <View key={orderId} className="done__line">
            <View className="row sb g12">
              <View className="f1">{`交出自取单 ${orderNo.slice(-4)}`}</View>
              <View className="no-shrink okc m">已取走</View>
            </View>
            <View className="c13 i2">{goods}</View>
          </View>
        ))}
        {row.billFen !== null ? <Bill row={row} dueFen={undone ? null : (outcome?.dueFen ?? null)} /> : null}
      </View>
      {stays && !undone ? <View className="ck-quiet">{stays}</View> : null}
      <UndoBar row={row} onUndone={onUndone} />
      <View className="col g12 done__acts">
        <Button block size={56} busy={scan.busy} onPress={scan.press}>
          {fresh ? '扫下一位' : '扫会员码'}
        </Button>
        <Button block look="s" onPress={() => go.tab('today')}>
          回到今天
        </Button>
      </View>
      <ScanSheet desk={scan} />
    </View>
  );
}

function Bill({ row, dueFen }: { row: RedemptionView; dueFen: number | null }) {
  return (
    <>
      {row.coupons.length + row.orders.length > 0 ? <View className="hr done__hr" /> : null}
      <PriceLines
        full
        lines={[{ label: '本单金额', fen: row.billFen! }]}
        {...(dueFen === null ? {} : { sum: { label: '应收', fen: dueFen } })}
      />
    </>
  );
}

/** What the member still has: 「顾客还有豆与耗材券、1 单没取、2,480 积分」; null when there is nothing. */
function staysText({ stays }: Outcome): string | null {
  const more = stays.coupons.length > 2 ? `等 ${stays.coupons.length} 张券` : '';
  const left = [
    stays.coupons.length > 0 ? `${stays.coupons.slice(0, 2).join('、')}${more}` : null,
    stays.pickups > 0 ? `${stays.pickups} 单没取` : null,
    stays.points > 0 ? `${count(stays.points)} 积分` : null,
  ].filter(Boolean);
  return left.length > 0 ? `顾客还有${left.join('、')}` : null;
}
