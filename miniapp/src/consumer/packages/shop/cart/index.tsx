/** The cart: every change is priced by the server; the bar says what it comes to and opens to why. */
import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { getCart, setCartLine, type CartView, type QuoteView } from '@tongdian/shared/contract/orders.routes';
import { useAct } from '@kit/act';
import { call } from '@kit/api';
import { setHeard, useQuery } from '@kit/query';
import { useSession } from '@kit/session';
import { Await } from '@kit/ui/await';
import { Button } from '@kit/ui/button';
import { Check } from '@kit/ui/check';
import { Empty } from '@kit/ui/empty';
import { Icon } from '@kit/ui/icon';
import { Page } from '@kit/ui/page';
import { Press } from '@kit/ui/press';
import { Price } from '@kit/ui/price';
import { toast } from '@kit/ui/toast';
import { yuan } from '@kit/words';
import { go } from '../../../parts/go';
import { CheckoutSheet } from '../parts/checkout-sheet';
import { usePicked } from '../../../parts/picked';
import { CartLine } from './cart-line';
import './index.scss';

interface Change {
  skuId: string;
  quantity: number;
  selected?: boolean;
}

export default function Cart() {
  const level = useSession((state) => state.me?.level.level.name ?? '会员');
  const cart = useQuery('cart', () => call(getCart));
  const [paying, setPaying] = useState<null | { pickup: { skuId: string; quantity: number } | null }>(null);
  const change = useAct(
    async (key, changes: Change[]) => {
      for (const [index, { skuId, quantity, selected }] of changes.entries()) {
        const next = await call(setCartLine, {
          params: { skuId },
          body: { quantity, ...(selected === undefined ? {} : { selected }) },
          key: `${key}-${index}`,
        });
        setHeard('cart', next);
      }
    },
    (problem) => {
      toast(problem.words);
      void cart.reload();
    },
  );
  const view = cart.data;
  return (
    <Page
      title="购物车"
      foot={
        view && view.lines.length > 0 ? (
          <CartBar
            view={view}
            onAll={(changes) => void change.run(changes)}
            onPay={() => setPaying({ pickup: null })}
          />
        ) : undefined
      }
    >
      <Await query={cart}>
        {({ lines, quote }) =>
          lines.length === 0 ? (
            <Empty
              title="购物车是空的"
              note="看看大家常买的豆和机器"
              act="去选购"
              onAct={() => go.tab('shop')}
            />
          ) : (
            <>
              <View className="card cart-lines">
                {lines.map((line, index) => (
                  <View key={line.skuId}>
                    {index > 0 ? <View className="hr cart-lines__hr" /> : null}
                    <CartLine
                      line={line}
                      priced={quote?.lines.find(({ skuId }) => skuId === line.skuId) ?? null}
                      memberWord={`${level}价`}
                      busy={change.busy}
                      onSet={(quantity, selected) =>
                        void change.run([
                          { skuId: line.skuId, quantity, ...(selected === undefined ? {} : { selected }) },
                        ])
                      }
                      onPickup={() => {
                        usePicked.setState({ storeId: line.storesWithStock[0]!.storeId });
                        setPaying({ pickup: { skuId: line.skuId, quantity: line.quantity } });
                      }}
                    />
                  </View>
                ))}
              </View>
              {quote ? <CouponNote quote={quote} /> : null}
            </>
          )
        }
      </Await>
      <CheckoutSheet
        open={paying !== null}
        onClose={() => setPaying(null)}
        lines={paying?.pickup ? [paying.pickup] : null}
        pickupFirst={!!paying?.pickup}
      />
    </Page>
  );
}

/** Which coupon is in the price, and which one is almost. */
function CouponNote({ quote }: { quote: QuoteView }) {
  const applied = quote.coupons.find(({ couponId }) => couponId === quote.appliedCouponId);
  const almost = quote.coupons.find(({ reason }) => reason?.code === 'threshold');
  if (!applied && !almost) return null;
  return (
    <View className="card row g12 cart-note">
      <View className="lk">
        <Icon name="coupon" />
      </View>
      <View className="f1">
        {applied ? (
          <View className="c14">{`已选${applied.title}，这单省 ${yuan(applied.savesFen)}`}</View>
        ) : null}
        {almost ? (
          <View className={applied ? 'c12 i3' : 'c14'}>{`${almost.title}${almost.reason!.text}`}</View>
        ) : null}
      </View>
    </View>
  );
}

function CartBar({
  view,
  onAll,
  onPay,
}: {
  view: CartView;
  onAll: (changes: Change[]) => void;
  onPay: () => void;
}) {
  const open = view.lines.filter((line) => line.onSale && line.onlineStock > 0);
  const all = open.length > 0 && open.every((line) => line.selected);
  const { quote } = view;
  return (
    <View className="td-foot__in row sb g8">
      <Press
        className="row g8 c14"
        label={all ? '全不选' : '全选'}
        onPress={() => onAll(open.map(({ skuId, quantity }) => ({ skuId, quantity, selected: !all })))}
      >
        <Check on={all} />
        全选
      </Press>
      <View className="row g12">
        <Press className="cart-bar__sum" onPress={quote ? onPay : undefined}>
          <View className="row base g4 cart-bar__line">
            <Text className="c13">应付</Text>
            <Price fen={quote?.payableFen ?? 0} size={20} what="应付" />
          </View>
          {quote && quote.savedFen > 0 ? (
            <View className="row g4 c12 lk cart-bar__line">
              {`已省 ${yuan(quote.savedFen)} · 明细`}
              <Icon name="down" size="xs" />
            </View>
          ) : null}
        </Press>
        <Button
          blocked={quote ? null : '先选商品'}
          onBlockedPress={() => toast('先选要买的东西')}
          onPress={onPay}
        >
          去结算
        </Button>
      </View>
    </View>
  );
}
