/** The stores that somebody works in, to press one of them. */
import { View } from '@tarojs/components';
import { Check } from '@kit/ui/check';
import { Icon } from '@kit/ui/icon';
import { Press } from '@kit/ui/press';

interface Props {
  stores: { id: string; name: string }[];
  value?: string;
  onChoose: (id: string) => void;
}

export function StoreList({ stores, value, onChoose }: Props) {
  return (
    <View className="card ck-stores">
      {stores.map(({ id, name }, index) => (
        <View key={id}>
          {index > 0 ? <View className="hr" /> : null}
          <Press className="td-list-row" onPress={() => onChoose(id)}>
            <View className="i2">
              <Icon name="store" />
            </View>
            <View className="f1 m">{name}</View>
            {value === undefined ? (
              <View className="i3">
                <Icon name="right" size="s" />
              </View>
            ) : (
              <Check on={id === value} />
            )}
          </Press>
        </View>
      ))}
    </View>
  );
}
