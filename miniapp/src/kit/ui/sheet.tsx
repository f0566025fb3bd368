/** A sheet from below. It stops under the capsule, which floats over our mask; pressing the mask closes it. */
import type { ReactNode } from 'react';
import { ScrollView, View } from '@tarojs/components';
import { host } from '../platform';
import { Icon } from './icon';
import { Press } from './press';
import { aria } from '../platform/aria';

interface Props {
  title: string;
  open: boolean;
  onClose: () => void;
  children: ReactNode;
  foot?: ReactNode;
}

export function Sheet({ title, open, onClose, children, foot }: Props) {
  if (!open) return null;
  const { capsule, windowHeight, statusBar } = host.insets();
  const top = (host.can.ownBar && capsule ? capsule.bottom : statusBar) + 12;
  return (
    <View className="td-sheet" {...aria({ role: 'dialog', label: title })} catchMove>
      <View className="td-sheet__mask" onClick={onClose} />
      <View className="td-sheet__panel" style={{ maxHeight: `${windowHeight - top}px` }}>
        <View className="td-sheet__grab" />
        <View className="td-sheet__head">
          <View className="t2">{title}</View>
          <Press className="td-sheet__close" label="关闭" onPress={onClose}>
            <Icon name="close" />
          </Press>
        </View>
        <ScrollView
          className="td-sheet__body"
          scrollY
          style={{ maxHeight: `${windowHeight - top - (foot ? 136 : 64)}px` }}
        >
          {children}
        </ScrollView>
        {foot ? <View className="td-sheet__foot">{foot}</View> : null}
      </View>
    </View>
  );
}
