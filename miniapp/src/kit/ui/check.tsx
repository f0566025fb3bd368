/** A tick in a circle, and a switch. */
import { View } from '@tarojs/components';
import { Icon } from './icon';
import { aria } from '../platform/aria';

export function Check({ on, off }: { on: boolean; off?: boolean }) {
  return (
    <View
      className={`td-check${on ? ' td-check--on' : ''}${off ? ' td-check--off' : ''}`}
      {...aria({ role: 'checkbox', checked: on })}
    >
      <Icon name="check" size="s" />
    </View>
  );
}

export function Switch({ on }: { on: boolean }) {
  return (
    <View className={`td-switch${on ? ' td-switch--on' : ''}`} {...aria({ role: 'switch', checked: on })}>
      <View className="td-switch__knob" />
    </View>
  );
}
