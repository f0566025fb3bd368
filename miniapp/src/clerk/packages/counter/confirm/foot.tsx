/** The bar below: what the customer pays, and the two ways out. It says what is missing when it cannot be pressed. */
import { View } from '@tarojs/components';
import { Button } from '@kit/ui/button';
import { toast } from '@kit/ui/toast';
import { yuanFull } from '@kit/words';
import type { Confirmation } from './use-confirm';

export function Foot({ it, onCancel }: { it: Confirmation; onCancel: () => void }) {
  const missing = missingOf(it);
  const due = dueOf(it);
  return (
    <View className="confirm-foot">
      <View className="row sb base g12 confirm-foot__due">
        <View className="i2 no-shrink">{due.label}</View>
        {due.fen === null ? (
          <View className="i3">{due.says}</View>
        ) : (
          <View className="confirm-foot__sum">
            <View className="confirm-foot__yen">{due.fen < 0 ? '−¥' : '¥'}</View>
            <View>{yuanFull(Math.abs(due.fen)).replace('¥', '')}</View>
          </View>
        )}
      </View>
      <View className="row g12">
        <View className="confirm-foot__cancel">
          <Button look="o" block size={50} onPress={onCancel}>
            取消
          </Button>
        </View>
        <Button
          grow
          size={56}
          busy={it.busy}
          blocked={missing}
          onBlockedPress={() => toast(missing!)}
          onPress={it.confirm}
        >
          确认核销
        </Button>
      </View>
      <View className="c12 i3 ctr confirm-foot__note">
        {it.choice.orderIds.length > 0 ? '货交出去就不能撤回，要走退货' : '10 分钟内能撤回，店长当天都能'}
      </View>
    </View>
  );
}

/** Why it cannot be pressed yet, in a few words; null when it can. */
function missingOf(it: Confirmation): string | null {
  if (it.bill.fault) return '先改对金额';
  if (it.pricing.pricing) return it.pricing.problem ? '金额还没算' : '在算金额';
  if (it.sum.missing === 'nothing') return '先选要办的';
  return it.sum.missing === 'bill' ? '先输金额' : null;
}

/** Never a sum that is not the one of the bill on the screen. */
function dueOf(it: Confirmation): { label: string; fen: number | null; says: string } {
  const { sum, choice } = it;
  if (it.bill.fault || it.pricing.pricing || sum.missing === 'bill')
    return { label: '应收', fen: null, says: '输了金额就算' };
  if (sum.dueFen !== null) return { label: '应收', fen: sum.dueFen, says: '' };
  if (sum.offFen) return { label: '收款时减', fen: -sum.offFen, says: '' };
  if (choice.orderIds.length > 0) return { label: '应收', fen: null, says: '网上付过了' };
  return { label: '应收', fen: null, says: sum.count > 0 ? '不用收钱' : '–' };
}
