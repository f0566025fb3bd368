/** Where it is, how it comes, what is promised: only what the server says. */
import { View } from '@tarojs/components';
import type { ProductView, SkuView } from '@tongdian/shared/contract/catalog.routes';
import type { IconName } from '@kit/icons/paths';
import { Icon } from '@kit/ui/icon';
import { Press } from '@kit/ui/press';
import { go } from '../../../parts/go';
import { openText, sorted, usePlace, useStores } from '../../../parts/place';

interface Fact {
  icon: IconName;
  title: string;
  note: string;
  open?: () => void;
}

export function Facts({ product, sku }: { product: ProductView; sku: SkuView }) {
  const place = usePlace();
  const stores = useStores();
  const stocked = sku.storeStock.filter(({ available }) => available > 0);
  const near = sorted(stores.data ?? [], place).find(({ id }) =>
    stocked.some(({ storeId }) => storeId === id),
  );
  const there = near ? stocked.find(({ storeId }) => storeId === near.id) : undefined;
  const facts: Fact[] = [];
  if (near && there) {
    const others = stocked.length > 1 ? `；另有 ${stocked.length - 1} 家店有货` : '';
    facts.push({
      icon: 'pin',
      title: `${near.name} 还有 ${there.available} 件`,
      note: `${openText(near).words}，可到店取${others}`,
      open: () => go.stores(),
    });
  }
  if (sku.onlineStock > 0) {
    facts.push({
      icon: 'truck',
      title: sku.onlineStock <= 5 ? `快递到家，只剩 ${sku.onlineStock} 件` : '快递到家，网上有货',
      note: product.needsInstallation ? '送到后可约上门安装' : '结算时选地址',
    });
  }
  if (product.warrantyMonths) {
    const years = product.warrantyMonths / 12;
    facts.push({
      icon: 'shield',
      title: `整机保修 ${Number.isInteger(years) ? `${years} 年` : `${product.warrantyMonths} 个月`}`,
      note: '从收货那天算起，三个平台买的都一样',
    });
  }
  if (facts.length === 0) return null;
  return (
    <View className="blk blk--tight">
      {facts.map(({ icon, title, note, open }, index) => (
        <View key={icon}>
          {index > 0 ? <View className="hr facts__hr" /> : null}
          <Press className="row g12 facts__row" {...(open ? { onPress: open } : {})}>
            <View className="i2">
              <Icon name={icon} />
            </View>
            <View className="f1">
              <View className="m">{title}</View>
              <View className="c13 i2">{note}</View>
            </View>
            {open ? <Icon name="right" size="s" /> : null}
          </Press>
        </View>
      ))}
    </View>
  );
}
