/** One redemption of today; what was undone stays, struck through, with its reason. */
import { View } from '@tarojs/components';
import type { RedemptionView } from '@tongdian/shared/contract/verification.routes';
import { Press } from '@kit/ui/press';
import { Tag } from '@kit/ui/tag';
import { momentOf, yuan } from '@kit/words';
import { whatOf, whoOf } from '../../parts/redemption-words';

export function TodayRow({ row, onOpen }: { row: RedemptionView; onOpen: () => void }) {
  const undone = row.undoneAt !== null;
  return (
    <Press className="today-row" onPress={onOpen}>
      <View className="c13 i3 today-row__at">{momentOf(row.at)}</View>
      <View className="f1">
        <View className={`m${undone ? ' del' : ''}`}>{whoOf(row)}</View>
        <View className={`c13 ${undone ? 'del' : 'i2'}`}>{whatOf(row)}</View>
        {undone ? <View className="c13 i2">{`撤回了：${row.undoReason ?? ''}`}</View> : null}
      </View>
      <View className="today-row__end">
        {row.billFen !== null ? (
          <View className={`b${undone ? ' del' : ''}`}>{yuan(row.billFen)}</View>
        ) : null}
        {undone ? <Tag>已撤回</Tag> : <Done row={row} />}
      </View>
    </Press>
  );
}

function Done({ row }: { row: RedemptionView }) {
  if (row.offFen > 0) return <View className="c13 lk m">{`−${yuan(row.offFen)}`}</View>;
  return row.orders.length > 0 ? <Tag tone="ok">已取走</Tag> : <Tag tone="ok">已核销</Tag>;
}
