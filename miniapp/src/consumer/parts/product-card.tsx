/** A product in a list: picture, name, price, and the member's price where there is one. */
import { Text, View } from '@tarojs/components';
import type { ProductCardView } from '@tongdian/shared/contract/catalog.routes';
import type { Fen } from '@tongdian/shared/kernel/money';
import { unitMemberPrice } from '@tongdian/shared/rules/pricing';
import { useSession } from '@kit/session';
import { Plate } from '@kit/ui/plate';
import { Press } from '@kit/ui/press';
import { Price } from '@kit/ui/price';
import { yuan } from '@kit/words';
import { go } from './go';

export function ProductCard({ product, rail }: { product: ProductCardView; rail?: boolean }) {
  const level = useSession((state) => state.me?.level.level ?? null);
  const member = product.memberPriced && level && level.memberPriceBp < 10_000;
  const note = product.soldOut
    ? '网上暂时没货'
    : member
      ? `${level.name} ${yuan(unitMemberPrice(product.fromFen as Fen, level.memberPriceBp))}`
      : null;
  return (
    <Press
      className={rail ? 'product-card product-card--rail' : 'product-card'}
      label={`${product.name} ${product.fromFen / 100} 元`}
      onPress={() => go.product(product.id)}
    >
      <Plate
        picture={product.picture}
        plate={product.plate}
        size={rail ? 156 : 'square'}
        faint={product.soldOut}
      />
      <View className="c14 m two product-card__name">{product.name}</View>
      {product.subtitle ? <View className="c12 i3 one">{product.subtitle}</View> : null}
      <View className="row base g6 wrap product-card__price">
        <View className="row base">
          <Price fen={product.fromFen} size={16} />
          {product.toFen > product.fromFen ? <Text className="c12 i3"> 起</Text> : null}
        </View>
        {note ? <Text className={`c12 ${product.soldOut ? 'i3' : 'lk'}`}>{note}</Text> : null}
      </View>
    </Press>
  );
}
