/** A store with what one does with it: call, find the way, choose it. */
import { View } from '@tarojs/components';
import { Image } from '@tarojs/components';
import type { StoreView } from '@tongdian/shared/contract/stores.routes';
import { pictureUrl } from '@kit/api';
import { host } from '@kit/platform';
import { Button } from '@kit/ui/button';
import { Icon } from '@kit/ui/icon';
import { Press } from '@kit/ui/press';
import { Tag } from '@kit/ui/tag';
import { distanceText, metres, openText, usePlace } from './place';

interface Props {
  store: StoreView;
  picture?: boolean;
  choose?: { words: string; onChoose: () => void };
}

export function StoreCard({ store, picture, choose }: Props) {
  const at = usePlace((state) => state.at);
  const opening = openText(store);
  const way = at ? `${distanceText(metres(at, store))} · ` : '';
  return (
    <View className="card store-card">
      {picture && store.picture ? (
        <Image className="store-card__pic" src={pictureUrl(store.picture)} mode="aspectFill" lazyLoad />
      ) : null}
      <View className="pad">
        <View className="row sb top g12">
          <View className="f1">
            <View className="t3">{store.name}</View>
            <View className="c13 i2 store-card__line">{`${way}${opening.words}`}</View>
          </View>
          <View className="row g8">
            <Press
              className="store-card__tel"
              label={`打给${store.name}`}
              onPress={() => void host.call(store.phone)}
            >
              <Icon name="phone" size="s" />
            </Press>
            {choose ? (
              <Button look="s" size={36} onPress={choose.onChoose}>
                {choose.words}
              </Button>
            ) : (
              <Press className="td-btn td-btn--s td-btn--36" onPress={() => void host.openMap(store)}>
                <Icon name="navigate" size="s" />
                导航
              </Press>
            )}
          </View>
        </View>
        <View className="hr store-card__hr" />
        <View className="row g8 c13">
          <Tag tone={opening.open ? 'ok' : 'n'}>{opening.open ? '营业中' : '休息中'}</Tag>
          <View className="i2 f1">{`${store.city}${store.district}${store.address}`}</View>
        </View>
      </View>
    </View>
  );
}
