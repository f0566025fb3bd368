/** The store on home: the nearest once the person lets us look, the chosen one or the first before. */
import { View } from '@tarojs/components';
import { host } from '@kit/platform';
import { Press } from '@kit/ui/press';
import { toast } from '@kit/ui/toast';
import { Section } from '../../parts/section';
import { StoreCard } from '../../parts/store-card';
import { go } from '../../parts/go';
import { sorted, usePlace, useStores } from '../../parts/place';

export function HomeStore() {
  const place = usePlace();
  const stores = useStores();
  const first = stores.data ? sorted(stores.data, place)[0] : undefined;
  if (!first) return null;
  const locate = async (): Promise<void> => {
    const at = await host.locate();
    if (at) usePlace.setState({ at });
    else toast('不开位置也行，自己选店');
  };
  const title = place.at ? '最近的店' : first.id === place.chosenId ? '你选的店' : '门店';
  return (
    <Section title={title} more={`全部 ${stores.data!.length} 家`} onMore={() => go.stores()}>
      <StoreCard store={first} picture />
      {place.at ? null : (
        <Press className="c13 home-locate" onPress={() => void locate()}>
          <View className="lk m">用一次位置，找最近的店</View>
          <View className="c12 i3">只在这一次算距离，不保存</View>
        </Press>
      )}
    </Section>
  );
}
