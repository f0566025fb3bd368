/** How many: − 1 +. At the lower end it says so by fading; `atMost` is the stock. */
import { View } from '@tarojs/components';
import { Icon } from './icon';
import { Press } from './press';

interface Props {
  value: number;
  atLeast?: number;
  atMost: number;
  onChange: (value: number) => void;
}

export function Stepper({ value, atLeast = 1, atMost, onChange }: Props) {
  const less = value > atLeast;
  const more = value < atMost;
  return (
    <View className="td-stepper">
      <Press
        className={`td-stepper__btn${less ? '' : ' td-stepper__btn--off'}`}
        label="少一件"
        disabled={!less}
        onPress={() => onChange(value - 1)}
      >
        <Icon name="minus" size="s" />
      </Press>
      <View className="td-stepper__n">{value}</View>
      <Press
        className={`td-stepper__btn${more ? '' : ' td-stepper__btn--off'}`}
        label="多一件"
        disabled={!more}
        onPress={() => onChange(value + 1)}
      >
        <Icon name="plus" size="s" />
      </Press>
    </View>
  );
}
