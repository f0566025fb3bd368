/** A line icon in the colour of the words around it. With `label` it is read out, else it is decoration. */
import { View } from '@tarojs/components';
import type { IconName } from '../icons/paths';
import { aria } from '../platform/aria';

export function Icon({ name, size, label }: { name: IconName; size?: 'xs' | 's' | 'l'; label?: string }) {
  const classes = `td-icon td-icon--${name}${size ? ` td-icon--${size}` : ''}`;
  return label ? (
    <View className={classes} {...aria({ role: 'img', label })} />
  ) : (
    <View className={classes} />
  );
}
