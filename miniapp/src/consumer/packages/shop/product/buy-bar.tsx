/** The bar that buys: cart, add, buy now. What cannot be done says why. */
import { View } from '@tarojs/components';
import type { SkuView } from '@tongdian/shared/contract/catalog.routes';
import { addToCart, getCart } from '@tongdian/shared/contract/orders.routes';
import { useAct } from '@kit/act';
import { call } from '@kit/api';
import { setHeard, useQuery } from '@kit/query';
import { useSession } from '@kit/session';
import { Button } from '@kit/ui/button';
import { Icon } from '@kit/ui/icon';
import { Press } from '@kit/ui/press';
import { toast } from '@kit/ui/toast';
import { go } from '../../../parts/go';

interface Props {
  sku: SkuView | null;
  /** What is still to choose: 「先选颜色」. */
  missing: string | null;
  onBuy: () => void;
}

export function BuyBar({ sku, missing, onBuy }: Props) {
  const signedIn = useSession((state) => state.phase === 'in');
  const cart = useQuery('cart', () => call(getCart), { enabled: signedIn });
  const pieces = cart.data?.lines.reduce((sum, line) => sum + line.quantity, 0) ?? 0;
  const add = useAct(
    async (key) => {
      const next = await call(addToCart, { body: { skuId: sku!.id, quantity: 1 }, key });
      setHeard('cart', next);
      toast('放进购物车了');
    },
    (problem) => toast(problem.words),
  );
  const nowhere = sku && sku.onlineStock === 0 && !sku.storeStock.some(({ available }) => available > 0);
  const blocked = missing ?? (nowhere ? '暂时没货' : null);
  const pickupOnly = sku && sku.onlineStock === 0 && !nowhere;
  return (
    <View className="td-foot__in row g8">
      <Press className="buy__side" label="首页" onPress={() => go.tab('home')}>
        <Icon name="home" />
        首页
      </Press>
      <Press className="buy__side" label={`购物车，${pieces} 件`} onPress={go.cart}>
        <Icon name="cart" />
        购物车
        {pieces > 0 ? <View className="buy__n">{pieces > 99 ? '99+' : pieces}</View> : null}
      </Press>
      {blocked ? (
        <Button grow blocked={blocked} onBlockedPress={() => toast(blocked)}>
          {blocked}
        </Button>
      ) : (
        <>
          <Button grow look="s" busy={add.busy} onPress={() => void add.run()}>
            加入购物车
          </Button>
          <Button grow onPress={onBuy}>
            {pickupOnly ? '到店取' : '现在买'}
          </Button>
        </>
      )}
    </View>
  );
}
