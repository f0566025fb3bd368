/** All stores: nearest first once the position was given; to look, or to choose where to fetch. */
import { useRouter } from '@tarojs/taro';
import { View } from '@tarojs/components';
import { host } from '@kit/platform';
import { Await } from '@kit/ui/await';
import { Button } from '@kit/ui/button';
import { Page } from '@kit/ui/page';
import { toast } from '@kit/ui/toast';
import { chooseStore, sorted, usePlace, useStores } from '../../../parts/place';
import { StoreCard } from '../../../parts/store-card';
import { go } from '../../../parts/go';
import { usePicked } from '../../../parts/picked';
import './index.scss';

export default function Stores() {
  const picking = useRouter().params.pick === '1';
  const place = usePlace();
  const stores = useStores();
  const locate = async (): Promise<void> => {
    const at = await host.locate();
    if (at) usePlace.setState({ at });
    else toast('不开位置也行，自己选店');
  };
  return (
    <Page title={picking ? '到哪家店取' : '门店'}>
      {place.at ? null : (
        <View className="card pad row g12 stores__locate">
          <View className="f1">
            <View className="m">用你的位置找最近的店</View>
            <View className="c12 i3">只在这一次算距离，不保存</View>
          </View>
          <Button look="s" size={36} onPress={() => void locate()}>
            用一次
          </Button>
        </View>
      )}
      <Await query={stores}>
        {(list) => (
          <View className="stores">
            {sorted(list, place).map((store) => (
              <View key={store.id} className="stores__one">
                <StoreCard
                  store={store}
                  choose={
                    picking
                      ? {
                          words: '到这取',
                          onChoose: () => {
                            chooseStore(store.id);
                            usePicked.setState({ storeId: store.id });
                            go.back();
                          },
                        }
                      : undefined
                  }
                />
              </View>
            ))}
          </View>
        )}
      </Await>
    </Page>
  );
}
