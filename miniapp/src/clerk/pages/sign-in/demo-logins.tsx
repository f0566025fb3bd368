/** In a preview: who can be tried out here, by store. One press fills the form; production has none of these. */
import { View } from '@tarojs/components';
import type { DemoLoginsView } from '@tongdian/shared/contract/staff.routes';
import { Press } from '@kit/ui/press';

type DemoLogin = DemoLoginsView['logins'][number];

interface Props {
  logins: DemoLogin[];
  chosen: string;
  onChoose: (login: DemoLogin) => void;
}

export function DemoLogins({ logins, chosen, onChoose }: Props) {
  // The office works in the panel: here are only the people of a store.
  const stores = [...new Set(logins.map(({ store }) => store).filter((store) => store !== null))];
  if (stores.length === 0) return null;
  return (
    <View className="sign-in__demo">
      <View className="c13 i2">演示账号，点一下填好</View>
      <View className="card sign-in__logins">
        {stores.map((store, index) => (
          <View key={store}>
            {index > 0 ? <View className="hr" /> : null}
            <View className="sign-in__store">
              <View className="c13 i2">{store}</View>
              <View className="sign-in__people">
                {logins
                  .filter((one) => one.store === store)
                  .map((one) => (
                    <Press
                      key={one.login}
                      className={`sign-in__one${one.login === chosen ? ' sign-in__one--on' : ''}`}
                      label={`${one.role} ${one.name} ${one.login}`}
                      onPress={() => onChoose(one)}
                    >
                      {`${one.role} ${one.name}`}
                    </Press>
                  ))}
              </View>
            </View>
          </View>
        ))}
      </View>
    </View>
  );
}
