/** The second step: what the confirmation will do, what it comes to, and one press. Nothing is used before. */
import { useState } from 'react';
import { useRouter } from '@tarojs/taro';
import { View } from '@tarojs/components';
import type { ScanCouponView } from '@tongdian/shared/contract/verification.routes';
import { Empty } from '@kit/ui/empty';
import { ClerkPage } from '../../../parts/clerk-page';
import { thingsText } from '../../../parts/counter-rules';
import { go } from '../../../parts/go';
import { RefusalNote } from '../../../parts/refusal-note';
import { dropScan, heldScan, type OpenScan } from '../../../parts/scan';
import { useDesk } from '../../../parts/use-desk';
import { BillField } from './bill-field';
import { Foot } from './foot';
import { MemberCard } from './member-card';
import { CouponThing, PickupThing, Things } from './things';
import { useConfirm, type Confirmation } from './use-confirm';
import './index.scss';

export default function Confirm() {
  useDesk();
  const { scan: scanId = '' } = useRouter().params;
  const [scan] = useState(() => heldScan(scanId));
  if (!scan)
    return (
      <ClerkPage title="核对一下">
        <Empty
          title="这次扫码已经办完了"
          note="看今天的记录，或者重新扫"
          act="回到核销"
          onAct={() => go.tab('today')}
        />
      </ClerkPage>
    );
  return <Check scan={scan} />;
}

function Check({ scan }: { scan: OpenScan }) {
  const it = useConfirm(scan);
  const { view, choice } = it;
  const done = view.coupons.filter(({ couponId }) => choice.couponIds.includes(couponId));
  const handed = view.pickups.filter(({ orderId }) => choice.orderIds.includes(orderId));
  const open = view.coupons.filter((one) => one.refusal === null && !done.includes(one));
  const kept = view.pickups.filter((one) => !handed.includes(one));
  const refused = view.coupons.filter((one) => one.refusal !== null);
  const nothing = view.coupons.length + view.pickups.length === refused.length;
  const missed =
    it.wantedOrderId !== null && !view.pickups.some(({ orderId }) => orderId === it.wantedOrderId);
  return (
    <ClerkPage title="核对一下" foot={<Foot it={it} onCancel={leave} />}>
      <View className="confirm">
        <MemberCard member={view.member} />
        {it.problem && it.problem.code !== 'session_over' ? (
          <View className="confirm__refusal">
            <RefusalNote
              problem={it.problem}
              busy={it.busy}
              ways={{ retry: it.confirm, rescan: leave, today: leave, store: () => go.tab('me') }}
            />
          </View>
        ) : null}
        {missed ? <View className="ck-quiet">等着交的那单不是这位会员的，核对一下再交货</View> : null}
        {view.coupons.some(({ refusal }) => refusal === null) || it.billText ? <BillField it={it} /> : null}
        {it.sum.count > 0 ? (
          <>
            <View className="ck-head">{`确认后会做这${thingsText(it.sum.count)}`}</View>
            <Things>
              {[
                ...done.map((one) => (
                  <CouponThing
                    key={one.couponId}
                    coupon={one}
                    on
                    onPress={() => it.toggleCoupon(one.couponId)}
                  />
                )),
                ...handed.map((one) => (
                  <PickupThing
                    key={one.orderId}
                    pickup={one}
                    on
                    onPress={() => it.toggleOrder(one.orderId)}
                  />
                )),
              ]}
            </Things>
          </>
        ) : null}
        {open.length + kept.length > 0 ? (
          <>
            <View className="ck-head">{openWords(it, open, kept.length)}</View>
            <Things>
              {[
                ...open.map((one) => (
                  <CouponThing
                    key={one.couponId}
                    coupon={one}
                    onPress={() => it.toggleCoupon(one.couponId)}
                  />
                )),
                ...kept.map((one) => (
                  <PickupThing key={one.orderId} pickup={one} onPress={() => it.toggleOrder(one.orderId)} />
                )),
              ]}
            </Things>
          </>
        ) : null}
        {nothing ? (
          <Empty lamp title="现在没有能核销的" note="码没问题；这家店没有等着取的单，券也用不上" />
        ) : null}
        {refused.map(({ couponId, title, refusal }) => (
          <View key={couponId} className="ck-quiet">{`${title}没选：${refusal}`}</View>
        ))}
      </View>
    </ClerkPage>
  );
}

/** Of coupons off the bill only one can be used: the others stand in its place, not beside it. */
function openWords(it: Confirmation, open: ScanCouponView[], pickups: number): string {
  if (it.sum.count === 0) return '点一下要办的';
  const isOff = ({ kind }: ScanCouponView): boolean => kind !== 'exchange';
  const chosen = it.view.coupons.some((one) => it.choice.couponIds.includes(one.couponId) && isOff(one));
  if (!chosen || pickups > 0 || !open.every(isOff)) return '还可以办';
  return it.chosenForClerk && it.bill.fen !== null ? '一笔用一张，已选省得最多的' : '一笔用一张，点一下换';
}

function leave(): void {
  dropScan();
  go.tab('today');
}
