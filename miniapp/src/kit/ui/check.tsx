/** A tick in a circle, and a switch. */
import { View } from '@tarojs/components';
import { Icon } from './icon';

export function Check({ on, off }: { on: boolean; off?: boolean }) {
  return (
    <View
      className={`td-check${on ? ' td-check--on' : ''}${off ? ' td-check--off' : ''}`}
      ariaRole="checkbox"
      ariaChecked={on}
    >
      <Icon name="check" size="s" />
    </View>
  );
}

export function Switch({ on }: { on: boolean }) {
  return (
    <View className={`td-switch${on ? ' td-switch--on' : ''}`} ariaRole="switch" ariaChecked={on}>
      <View className="td-switch__knob" />
    </View>
  );
}
