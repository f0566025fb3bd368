/** 「这笔钱怎么算的」: how it comes, what it costs and why, which coupon, and one button that pays. */
import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import type { OrderLineBody } from '@tongdian/shared/contract/orders.dto';
import { placeOrder, type OrderView, type QuoteView } from '@tongdian/shared/contract/orders.routes';
import { useAct } from '@kit/act';
import { call } from '@kit/api';
import { stale } from '@kit/query';
import { useSession } from '@kit/session';
import { Failed } from '@kit/ui/await';
import { Button } from '@kit/ui/button';
import { Price } from '@kit/ui/price';
import { PriceLines } from '@kit/ui/price-lines';
import { Logo } from '@kit/ui/logo';
import { Sheet } from '@kit/ui/sheet';
import { Skeleton } from '@kit/ui/skeleton';
import { toast } from '@kit/ui/toast';
import { count, yuan, yuanFull } from '@kit/words';
import { go } from '../../../parts/go';
import { useCheckout } from './checkout-state';
import { CouponChoice } from './coupon-choice';
import { DeliveryChoice } from './delivery-choice';
import { pay } from './pay';
import { PhoneFirst } from './phone-first';
import './checkout.scss';

interface Props {
  open: boolean;
  onClose: () => void;
  /** Null: what is ticked in the cart. */
  lines: OrderLineBody[] | null;
  pickupFirst?: boolean;
}

export function CheckoutSheet({ open, onClose, lines, pickupFirst = false }: Props) {
  const checkout = useCheckout(open, lines, pickupFirst);
  const [changed, setChanged] = useState<string | null>(null);
  const known = useSession((state) => !state.me || state.me.phoneMasked !== null);
  const { quote } = checkout;

  const buy = useAct(
    async (key, view: QuoteView) => {
      const order: OrderView = await call(placeOrder, {
        body: { ...checkout.body, payableFen: view.payableFen },
        key: `o-${key}`,
      });
      stale('cart');
      stale('coupons');
      stale('orders');
      const hint = await pay(order.id, `p-${key}`).catch(() => 'unknown' as const);
      go.result(order.id, hint);
    },
    (problem) => {
      if (problem.code === 'price_changed' || problem.code === 'out_of_stock') setChanged(problem.words);
      else toast(problem.words);
      void quote.reload();
    },
  );

  const payable = quote.data?.payableFen ?? null;
  return (
    <Sheet
      title="这笔钱怎么算的"
      open={open}
      onClose={onClose}
      foot={
        known ? (
          <Button
            block
            size={50}
            busy={buy.busy}
            blocked={quote.data && !quote.problem ? checkout.missing : quote.problem ? '再算一次' : '在算'}
            onBlockedPress={() => {
              if (quote.problem) void quote.reload();
              else if (checkout.missing === '先填收货地址') go.address();
              else toast(checkout.missing ?? '马上好');
            }}
            onPress={() => void buy.run(quote.data!)}
          >
            {payable === null ? '付' : payable === 0 ? '不用付，直接下单' : `付 ${yuanFull(payable)}`}
          </Button>
        ) : (
          <PhoneFirst onLater={onClose} />
        )
      }
    >
      <View className="checkout">
        <DeliveryChoice checkout={checkout} />
        {quote.data && quote.problem ? (
          <View className="td-banner td-banner--note checkout__changed">{quote.problem.words}</View>
        ) : null}
        {changed ? <View className="td-banner td-banner--note checkout__changed">{changed}</View> : null}
        {quote.data ? (
          <>
            <Sums quote={quote.data} />
            <CouponChoice quote={quote.data} checkout={checkout} />
            {quote.data.reachesLevel ? (
              <View className="row g12 lk checkout__level">
                <Logo size={22} />
                <View className="c13">
                  {`这单完成后成长值到 ${count(quote.data.reachesLevel.growth)}，升为${quote.data.reachesLevel.name}`}
                </View>
              </View>
            ) : null}
          </>
        ) : quote.problem ? (
          <Failed problem={quote.problem} onRetry={() => void quote.reload()} />
        ) : (
          <Skeleton height={180} />
        )}
      </View>
    </Sheet>
  );
}

function Sums({ quote }: { quote: QuoteView }) {
  const pieces = quote.lines.reduce((sum, line) => sum + line.quantity, 0);
  const steps = quote.steps.map((step) => ({
    label: step.label,
    note: step.detail,
    fen: step.amountFen,
    ...(step.kind === 'shipping' && step.amountFen === 0 ? { says: '免' } : {}),
  }));
  return (
    <View className="checkout__sums">
      <PriceLines full lines={[{ label: `商品标价 · ${pieces} 件`, fen: quote.listFen }, ...steps]} />
      <View className="hr checkout__hr" />
      <View className="row sb base">
        <Text className="m">应付</Text>
        <Price fen={quote.payableFen} size={26} full what="应付" />
      </View>
      <View className="row sb c13 g8">
        <Text className="i3">{quote.earnsPoints > 0 ? `完成后得 ${count(quote.earnsPoints)} 积分` : ''}</Text>
        {quote.savedFen > 0 ? <Text className="lk m no-shrink">{`共省 ${yuan(quote.savedFen)}`}</Text> : null}
      </View>
    </View>
  );
}
