/** An order in the list: where it stands, what is in it, what to do next. */
import { View } from '@tarojs/components';
import type { OrderView } from '@tongdian/shared/contract/orders.routes';
import { Plate } from '@kit/ui/plate';
import { Press } from '@kit/ui/press';
import { Price } from '@kit/ui/price';
import { Tag, type Tone } from '@kit/ui/tag';
import { dayOf, momentOf } from '@kit/words';
import { go } from '../../../parts/go';

export const STATE_TONES: Record<OrderView['state'], Tone> = {
  awaiting_payment: 'lamp',
  paid: 'info',
  ready_for_pickup: 'lamp',
  shipped: 'info',
  completed: 'ok',
  cancelled: 'n',
  closed: 'n',
};

export function OrderCard({ order }: { order: OrderView }) {
  const pieces = order.lines.reduce((sum, line) => sum + line.quantity, 0);
  const first = order.lines[0];
  const where = order.delivery.kind === 'pickup' ? `到${order.delivery.storeName ?? '店'}取` : '快递到家';
  return (
    <Press className="card pad order-card" label={`订单 ${order.orderNo}`} onPress={() => go.order(order.id)}>
      <View className="row sb c13">
        <View className="i2">{`${dayOf(order.createdAt)} · ${where}`}</View>
        <Tag tone={STATE_TONES[order.state]}>{order.stateName}</Tag>
      </View>
      <View className="row g12 order-card__goods">
        {order.lines.slice(0, 4).map((line) => (
          <Plate key={line.id} picture={line.picture} plate={line.plate} size={56} label={line.name} />
        ))}
        {order.lines.length === 1 && first ? <View className="f1 m two">{first.name}</View> : null}
      </View>
      <View className="row sb">
        <View className="c13 i3">
          {order.state === 'awaiting_payment' && order.payBefore
            ? `留到 ${momentOf(order.payBefore)}`
            : `共 ${pieces} 件`}
        </View>
        <Price fen={order.payableFen} size={17} what="订单金额" />
      </View>
    </Press>
  );
}
