/** One order: where it stands and what to do, what is in it, how the money adds up, what has happened. */
import { useRouter } from '@tarojs/taro';
import { View } from '@tarojs/components';
import { cancelOrder, getOrder, type OrderView } from '@tongdian/shared/contract/orders.routes';
import { ORDER_STATE_NAMES } from '@tongdian/shared/rules/order-states';
import { useAct } from '@kit/act';
import { call } from '@kit/api';
import { host } from '@kit/platform';
import { setHeard, stale, useQuery } from '@kit/query';
import { refreshMe } from '@kit/session';
import { Await } from '@kit/ui/await';
import { Button } from '@kit/ui/button';
import { Icon } from '@kit/ui/icon';
import { Page } from '@kit/ui/page';
import { Plate } from '@kit/ui/plate';
import { Press } from '@kit/ui/press';
import { PriceLines } from '@kit/ui/price-lines';
import { Price } from '@kit/ui/price';
import { toast } from '@kit/ui/toast';
import { count, momentOf, optionsText } from '@kit/words';
import { go } from '../../../parts/go';
import { pay } from '../parts/pay';
import './index.scss';

export default function Order() {
  const id = useRouter().params.id ?? '';
  const order = useQuery(`order.${id}`, () => call(getOrder, { params: { id } }));
  const payNow = useAct(
    async (key) => go.result(id, await pay(id, key)),
    (problem) => {
      toast(problem.words);
      void order.reload();
    },
  );
  const cancel = useAct(
    async (key) => {
      setHeard(`order.${id}`, await call(cancelOrder, { params: { id }, key }));
      for (const changed of ['orders', 'coupons', 'product']) stale(changed);
      void refreshMe();
    },
    (problem) => {
      toast(problem.words);
      void order.reload();
    },
  );
  const view = order.data;
  return (
    <Page
      title="订单"
      foot={
        view?.state === 'awaiting_payment' ? (
          <View className="td-foot__in row g8">
            <Button look="o" busy={cancel.busy} onPress={() => void cancel.run()}>
              不要了
            </Button>
            <Button grow busy={payNow.busy} onPress={() => void payNow.run()}>
              {`付 ${(view.payableFen / 100).toFixed(2)} 元`}
            </Button>
          </View>
        ) : undefined
      }
    >
      <Await query={order}>{(found) => <Body order={found} />}</Await>
    </Page>
  );
}

function nextWords(order: OrderView): string {
  const at = order.delivery.storeName ?? '店里';
  switch (order.state) {
    case 'awaiting_payment':
      return order.payBefore ? `货和券留到 ${momentOf(order.payBefore)}` : '等你付款';
    case 'paid':
      return order.delivery.kind === 'pickup' ? `到${at}出示会员码就能取` : '在准备发货';
    case 'ready_for_pickup':
      return `${at}备好了，出示会员码取`;
    case 'shipped':
      return '在路上';
    case 'completed':
      return order.earnsPoints > 0 ? `得 ${count(order.earnsPoints)} 积分` : '完成了';
    default:
      return '货和券都退回去了';
  }
}

function Body({ order }: { order: OrderView }) {
  const pickup = order.delivery.kind === 'pickup';
  const showCode = pickup && (order.state === 'paid' || order.state === 'ready_for_pickup');
  return (
    <View className="order">
      <View className="order__head">
        <View className="t1">{order.stateName}</View>
        <View className="c14 i2">{nextWords(order)}</View>
      </View>
      {showCode ? (
        <View className="order__code">
          <Button block look="s" onPress={() => go.tab('code')}>
            看取货码
          </Button>
        </View>
      ) : null}
      <View className="blk row g12">
        <View className="i2">
          <Icon name={pickup ? 'pin' : 'truck'} />
        </View>
        <View className="f1">
          <View className="m">
            {pickup
              ? `到${order.delivery.storeName ?? '店'}取`
              : `${order.delivery.recipient ?? ''} ${order.delivery.phoneMasked ?? ''}`}
          </View>
          {order.delivery.address ? <View className="c13 i2">{order.delivery.address}</View> : null}
        </View>
      </View>
      <View className="blk">
        {order.lines.map((line) => (
          <Press key={line.id} className="row g12 order__line" onPress={() => go.product(line.productId)}>
            <Plate picture={line.picture} plate={line.plate} size={64} />
            <View className="f1">
              <View className="m two">{line.name}</View>
              <View className="c12 i3">
                {[optionsText(line.options), `${line.quantity} 件`].filter(Boolean).join(' · ')}
              </View>
            </View>
            <Price fen={line.payableFen} size={15} />
          </Press>
        ))}
      </View>
      <View className="blk">
        <PriceLines
          full
          lines={[
            { label: '商品标价', fen: order.listFen },
            ...order.steps.map((step) => ({
              label: step.label,
              note: step.detail,
              fen: step.amountFen,
              ...(step.kind === 'shipping' && step.amountFen === 0 ? { says: '免' } : {}),
            })),
          ]}
          sum={{ label: order.paidAt ? '实付' : '应付', fen: order.payableFen }}
        />
      </View>
      <View className="blk">
        <View className="m order__h">经过</View>
        {[...order.history].reverse().map((step) => (
          <View key={`${step.at}${step.to}`} className="row sb c13 order__step">
            <View>{ORDER_STATE_NAMES[step.to]}</View>
            <View className="i3">{momentOf(step.at)}</View>
          </View>
        ))}
        <View className="row sb c13 order__step">
          <View className="i3">{`订单号 ${order.orderNo}`}</View>
          <Press className="lk m" onPress={() => void host.copy(order.orderNo).then(() => toast('复制好了'))}>
            复制
          </Press>
        </View>
      </View>
    </View>
  );
}
