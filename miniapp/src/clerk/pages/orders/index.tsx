/** Paid orders that wait at this store. Handing over needs the buyer's code: the shelf alone proves nothing. */
import { useState } from 'react';
import { useDidShow } from '@tarojs/taro';
import { View } from '@tarojs/components';
import { listPickups, type PickupRow } from '@tongdian/shared/contract/verification.routes';
import { call } from '@kit/api';
import { useQuery } from '@kit/query';
import { Button } from '@kit/ui/button';
import { Empty } from '@kit/ui/empty';
import { Field } from '@kit/ui/field';
import { Press } from '@kit/ui/press';
import { Price } from '@kit/ui/price';
import { Sheet } from '@kit/ui/sheet';
import { momentOf } from '@kit/words';
import { ClerkPage } from '../../parts/clerk-page';
import { go } from '../../parts/go';
import { Loaded } from '../../parts/loaded';
import { ScanSheet, useScanDesk } from '../../parts/scan-desk';
import { useDesk } from '../../parts/use-desk';
import { foundIn } from './search-rules';
import './index.scss';

export default function Orders() {
  const desk = useDesk();
  const [search, setSearch] = useState('');
  const [open, setOpen] = useState<PickupRow | null>(null);
  const pickups = useQuery(
    desk ? `pickups.${desk.store.id}` : null,
    () => call(listPickups, { query: { storeId: desk!.store.id } }),
    { persist: true },
  );
  // Back from handing over: that order is not on the table any more.
  useDidShow(() => setOpen(null));
  return (
    <ClerkPage title="自取单" tab onRetry={() => void pickups.reload()}>
      <View className="orders-search">
        <Field value={search} onChange={setSearch} placeholder="手机尾号或订单号" maxlength={40} />
      </View>
      <Loaded query={pickups}>
        {(all) => {
          const found = foundIn(all, search);
          if (all.length === 0)
            return <Empty title="现在没有等着取的单" note="顾客选「到店自取」付了款，就会排在这里" />;
          if (found.length === 0)
            return (
              <Empty
                title={`没有「${search.trim()}」`}
                note="看看是不是在别的店取"
                act="清掉再找"
                onAct={() => setSearch('')}
              />
            );
          return (
            <View className="orders-list">
              <View className="c13 i3 orders-list__count">{`${found.length} 单等着取`}</View>
              {found.map((row) => (
                <OrderRow key={row.orderId} row={row} onOpen={() => setOpen(row)} />
              ))}
            </View>
          );
        }}
      </Loaded>
      <HandOver row={open} onClose={() => setOpen(null)} />
    </ClerkPage>
  );
}

function OrderRow({ row, onOpen }: { row: PickupRow; onOpen: () => void }) {
  return (
    <Press className="card orders-row" onPress={onOpen}>
      <View className="row sb g8">
        <View className="m f1 one">{row.phoneTail ? `尾号 ${row.phoneTail}` : row.memberMasked}</View>
        <Price fen={row.payableFen} size={16} what="已付" />
      </View>
      <View className="c14 i2 orders-row__goods two">{row.goods}</View>
      <View className="c12 i3">{`${row.orderNo} · ${momentOf(row.paidAt)} 付的款`}</View>
    </Press>
  );
}

function HandOver({ row, onClose }: { row: PickupRow | null; onClose: () => void }) {
  const scan = useScanDesk(row?.orderId ?? null);
  if (!row) return null;
  return (
    <>
      <Sheet
        title={row.phoneTail ? `尾号 ${row.phoneTail} 的单` : '自取单'}
        open={!scan.open}
        onClose={onClose}
      >
        <View className="orders-hand">
          <View>{row.goods}</View>
          <View className="c13 i3">{`${row.orderNo} · ${row.memberMasked} · ${momentOf(row.paidAt)} 付的款`}</View>
          <View className="ck-quiet">请顾客打开会员码，核对是本人的单再交货</View>
          <View className="row g12 orders-hand__acts">
            <Button
              look="s"
              onPress={() => {
                onClose();
                go.code(row.orderId);
              }}
            >
              输 12 位码
            </Button>
            <Button grow busy={scan.busy} onPress={scan.press}>
              扫会员码交货
            </Button>
          </View>
        </View>
      </Sheet>
      <ScanSheet desk={scan} />
    </>
  );
}
