/** Two columns of products with every state a list has. */
import { View } from '@tarojs/components';
import { Failed } from '@kit/ui/await';
import { Empty } from '@kit/ui/empty';
import { Skeleton } from '@kit/ui/skeleton';
import { ProductCard } from './product-card';
import type { ProductPages } from './product-pages';

interface Props {
  pages: ProductPages;
  none: { title: string; note: string; act?: string; onAct?: () => void };
}

export function ProductGrid({ pages, none }: Props) {
  if (pages.items.length === 0 && pages.problem)
    return <Failed problem={pages.problem} onRetry={pages.retry} />;
  if (pages.total === 0) return <Empty {...none} />;
  if (pages.total === null && pages.items.length === 0) {
    if (!pages.waiting) return null;
    return (
      <View className="goods-two">
        {[0, 1, 2, 3].map((index) => (
          <View key={index} className="goods-two__one">
            <Skeleton height={168} radius={12} />
            <Skeleton height={16} width="80%" />
            <Skeleton height={16} width="40%" />
          </View>
        ))}
      </View>
    );
  }
  return (
    <>
      <View className="goods-two">
        {pages.items.map((product) => (
          <View key={product.id} className="goods-two__one">
            <ProductCard product={product} />
          </View>
        ))}
      </View>
      <View className="c12 i3 ctr list-end">{pages.more ? '再往下还有' : '就这些了'}</View>
    </>
  );
}
