/** Anything that can be pressed and is not drawn as a button: named for assistive technology, darkens on touch. */
import type { PropsWithChildren } from 'react';
import { View } from '@tarojs/components';
import { aria } from '../platform/aria';

interface Props {
  onPress?: () => void;
  className?: string;
  label?: string;
  disabled?: boolean;
}

export function Press({ onPress, className = '', label, disabled, children }: PropsWithChildren<Props>) {
  return (
    <View
      className={className}
      hoverClass={disabled || !onPress ? 'none' : 'pressed'}
      hoverStayTime={120}
      {...aria({ role: 'button', ...(label ? { label } : {}) })}
      onClick={(event) => {
        event.stopPropagation?.();
        if (!disabled) onPress?.();
      }}
    >
      {children}
    </View>
  );
}
