/** In a preview: who can be tried out here. One press fills the form; production has none of these. */
import { View } from '@tarojs/components';
import type { DemoLoginsView } from '@tongdian/shared/contract/staff.routes';
import { Check } from '@kit/ui/check';
import { Press } from '@kit/ui/press';

type DemoLogin = DemoLoginsView['logins'][number];

interface Props {
  logins: DemoLogin[];
  chosen: string;
  onChoose: (login: DemoLogin) => void;
}

export function DemoLogins({ logins, chosen, onChoose }: Props) {
  // The office works in the panel: here are only the people of a store.
  const ofStores = logins.filter(({ store }) => store !== null);
  if (ofStores.length === 0) return null;
  return (
    <View className="sign-in__demo">
      <View className="c13 i2">演示账号，点一下填好</View>
      <View className="card sign-in__logins">
        {ofStores.map((one, index) => (
          <View key={one.login}>
            {index > 0 ? <View className="hr" /> : null}
            <Press className="td-list-row" onPress={() => onChoose(one)}>
              <View className="f1">
                <View className="m">{one.store}</View>
                <View className="c13 i2">{`${one.role} ${one.name} · ${one.login}`}</View>
              </View>
              <Check on={one.login === chosen} />
            </Press>
          </View>
        ))}
      </View>
    </View>
  );
}
