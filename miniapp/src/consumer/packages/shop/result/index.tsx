/** After the platform's payment: the phone's word is a hint, this page waits for the server's. */
import { useEffect, useState } from 'react';
import { useRouter } from '@tarojs/taro';
import { View } from '@tarojs/components';
import { getOrder, getPaymentState, type PaymentStateView } from '@tongdian/shared/contract/orders.routes';
import { useAct } from '@kit/act';
import { call } from '@kit/api';
import { stale, useQuery } from '@kit/query';
import { refreshMe } from '@kit/session';
import { Button } from '@kit/ui/button';
import { Page } from '@kit/ui/page';
import { Price } from '@kit/ui/price';
import { toast } from '@kit/ui/toast';
import { count, momentOf } from '@kit/words';
import { go } from '../../../parts/go';
import { pay, type PaidHint } from '../parts/pay';
import { Lamp } from './lamp';
import './index.scss';

type Stage = 'paid' | 'waiting' | 'unpaid' | 'over';

const ASK_EVERY_MS = 1_500;
const ASK_TIMES = 40;

function stageOf(state: PaymentStateView | null, hint: PaidHint): Stage {
  if (!state) return hint === 'cancelled' ? 'unpaid' : 'waiting';
  if (
    state.payment === 'paid' ||
    ['paid', 'ready_for_pickup', 'shipped', 'completed'].includes(state.orderState)
  )
    return 'paid';
  if (['closed', 'cancelled'].includes(state.orderState)) return 'over';
  if (state.payment === 'unknown') return 'waiting';
  return hint === 'cancelled' || state.payment === 'none' ? 'unpaid' : 'waiting';
}

export default function Result() {
  const { order: id = '', outcome } = useRouter().params;
  const [hint, setHint] = useState<PaidHint>((outcome as PaidHint) ?? 'unknown');
  const [state, setState] = useState<PaymentStateView | null>(null);
  const order = useQuery(`order.${id}`, () => call(getOrder, { params: { id } }));
  const stage = stageOf(state, hint);

  useEffect(() => {
    let asked = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let gone = false;
    const ask = async (): Promise<void> => {
      asked += 1;
      const found = await call(getPaymentState, { params: { id } }).catch(() => null);
      if (gone) return;
      if (found) setState(found);
      const stage = stageOf(found, hint);
      if (stage === 'paid' || stage === 'over') {
        stale('order');
        stale('coupons');
        void refreshMe();
      } else if (stage === 'waiting' && asked < ASK_TIMES) timer = setTimeout(() => void ask(), ASK_EVERY_MS);
    };
    void ask();
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [id, hint]);

  const again = useAct(
    async (key) => setHint(await pay(id, key)),
    (problem) => toast(problem.words),
  );
  const view = order.data;
  return (
    <Page title="付款结果">
      <View className="result">
        <Lamp on={stage === 'paid'} waiting={stage === 'waiting'} />
        <View className="t1">{TITLES[stage]}</View>
        {view ? (
          <Price fen={view.payableFen} size={28} full what="订单金额" className="result__price" />
        ) : null}
        <View className="c14 i2 result__note">
          {stage === 'paid' && view
            ? paidWords(view.delivery.kind, view.delivery.storeName, view.earnsPoints)
            : stage === 'unpaid' && view?.payBefore
              ? `订单留到 ${momentOf(view.payBefore)}，券和货都给你留着`
              : NOTES[stage]}
        </View>
        <View className="col g12 result__acts">
          {stage === 'unpaid' ? (
            <Button block busy={again.busy} onPress={() => void again.run()}>
              再付一次
            </Button>
          ) : null}
          {stage === 'paid' && view?.delivery.kind === 'pickup' ? (
            <Button block onPress={() => go.tab('code')}>
              看取货码
            </Button>
          ) : null}
          <Button block look="s" onPress={() => go.order(id)}>
            看订单
          </Button>
          <Button block look="o" onPress={() => go.tab('home')}>
            回首页
          </Button>
        </View>
      </View>
    </Page>
  );
}

const TITLES: Record<Stage, string> = {
  paid: '付好了',
  waiting: '在等银行的结果',
  unpaid: '还没付',
  over: '订单关了',
};
const NOTES: Record<Stage, string> = {
  paid: '',
  waiting: '别重复付，结果一到就告诉你',
  unpaid: '订单留 30 分钟',
  over: '超时没付，货和券都退回去了',
};

function paidWords(kind: 'ship' | 'pickup', store: string | null, points: number): string {
  const next = kind === 'pickup' ? `到${store ?? '店里'}出示会员码就能取` : '发货后在订单里能看到';
  return points > 0 ? `${next}，完成后得 ${count(points)} 积分` : next;
}
