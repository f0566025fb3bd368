/** One line of the cart: normal, few left, sold out on line but in a store, off the shelf. */
import { View } from '@tarojs/components';
import type { CartLineView, QuoteLineView } from '@tongdian/shared/contract/orders.routes';
import { Button } from '@kit/ui/button';
import { Check } from '@kit/ui/check';
import { Plate } from '@kit/ui/plate';
import { Press } from '@kit/ui/press';
import { Price } from '@kit/ui/price';
import { Stepper } from '@kit/ui/stepper';
import { optionsText } from '@kit/words';
import { go } from '../../../parts/go';

interface Props {
  line: CartLineView;
  priced: QuoteLineView | null;
  memberWord: string;
  busy: boolean;
  onSet: (quantity: number, selected?: boolean) => void;
  onPickup: () => void;
}

export function CartLine({ line, priced, memberWord, busy, onSet, onPickup }: Props) {
  const store = line.storesWithStock[0];
  const soldOut = line.onlineStock <= 0;
  const dead = !line.onSale || (soldOut && !store);
  const member = line.unitMemberFen < line.unitListFen;
  const few = !soldOut && line.onlineStock <= 5;
  const says = !line.onSale
    ? '这件下架了'
    : soldOut
      ? store
        ? `网上暂时没货，${store.storeName}有 ${store.available} 件`
        : '暂时没货'
      : null;
  return (
    <View className={`cart-line${says ? ' cart-line--off' : ''}`}>
      <Press
        className="cart-line__check"
        label={`${line.selected ? '不买' : '买'}${line.name}`}
        disabled={dead || busy}
        onPress={() => onSet(line.quantity, !line.selected)}
      >
        <Check on={line.selected && !says} off={!!says} />
      </Press>
      <Press onPress={() => go.product(line.productId)} label={line.name}>
        <Plate picture={line.picture} plate={line.plate} size={88} faint={!!says} />
      </Press>
      <View className="f1">
        <View className="m two">{line.name}</View>
        <View className={`${says ? 'c13 i2' : 'c12 i3'} cart-line__note`}>
          {says ??
            [optionsText(line.options), few ? `只剩 ${line.onlineStock} 件` : ''].filter(Boolean).join(' · ')}
        </View>
        {says ? (
          <View className="row g8 cart-line__ways">
            {store && line.onSale ? (
              <Button look="s" size={32} onPress={onPickup}>
                改为到店取
              </Button>
            ) : null}
            <Button look="o" size={32} onPress={() => onSet(0)}>
              移走
            </Button>
          </View>
        ) : (
          <View className="row sb g8 wrap cart-line__foot">
            <View className="row base g6">
              <Price
                fen={priced ? priced.listFen - priced.memberOffFen : line.unitMemberFen * line.quantity}
                size={17}
              />
              {member ? <View className="c12 lk">{memberWord}</View> : null}
            </View>
            <Stepper
              value={line.quantity}
              atLeast={0}
              atMost={Math.min(99, line.onlineStock)}
              onChange={(n) => onSet(n)}
            />
          </View>
        )}
      </View>
    </View>
  );
}
