/** To the door, or fetched at a store; with the address or the store below it. */
import { View } from '@tarojs/components';
import { Icon } from '@kit/ui/icon';
import { Press } from '@kit/ui/press';
import { Segments } from '@kit/ui/segments';
import { go } from '../../../parts/go';
import { openText } from '../../../parts/place';
import type { Checkout } from './checkout-state';

const KINDS = [
  { key: 'ship', words: '快递到家' },
  { key: 'pickup', words: '到店自取' },
] as const;

export function DeliveryChoice({ checkout }: { checkout: Checkout }) {
  const { delivery, address, store } = checkout;
  return (
    <View className="delivery">
      <Segments items={KINDS} value={delivery} onChange={checkout.setDelivery} />
      {delivery === 'ship' ? (
        <Press
          className="row g12 delivery__row"
          onPress={() => (address ? go.addresses(true) : go.address())}
        >
          <View className="i2">
            <Icon name="truck" />
          </View>
          <View className="f1">
            <View className="m one">
              {address ? `${address.city}${address.district}${address.detail}` : '填一个收货地址'}
            </View>
            <View className="c13 i2">{address ? `${address.recipient} ${address.phone}` : '只用来送货'}</View>
          </View>
          <Icon name="right" size="s" />
        </Press>
      ) : (
        <Press className="row g12 delivery__row" onPress={() => go.stores(true)}>
          <View className="i2">
            <Icon name="pin" />
          </View>
          <View className="f1">
            <View className="m one">{store ? `到${store.name}取` : '选一家店'}</View>
            <View className="c13 i2">
              {store ? `${store.district}${store.address} · ${openText(store).words}` : ''}
            </View>
          </View>
          <Icon name="right" size="s" />
        </Press>
      )}
    </View>
  );
}
