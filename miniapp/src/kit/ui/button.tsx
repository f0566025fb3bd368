/**
 * The button: at rest, pressed, busy (keeps its width) and blocked. A blocked button says what is missing in
 * its own words, and still tells it when pressed.
 */
import type { ReactNode } from 'react';
import { Text, View } from '@tarojs/components';
import { aria } from '../platform/aria';

export type ButtonLook = 'p' | 's' | 'o' | 'lamp';

interface Props {
  children: ReactNode;
  look?: ButtonLook;
  /** 56 for the clerk's main act. */
  size?: 32 | 36 | 44 | 50 | 56;
  block?: boolean;
  grow?: boolean;
  busy?: boolean;
  /** What is missing; shown instead of the words. */
  blocked?: string | null;
  label?: string;
  onPress?: () => void;
  onBlockedPress?: () => void;
}

export function buttonClass(look: ButtonLook, size: number, extra: string): string {
  return `td-btn td-btn--${look}${size === 44 ? '' : ` td-btn--${size}`}${extra}`;
}

export function Button(props: Props) {
  const {
    children,
    look = 'p',
    size = 44,
    block,
    grow,
    busy,
    blocked,
    label,
    onPress,
    onBlockedPress,
  } = props;
  const extra = `${block ? ' td-btn--block' : ''}${grow ? ' td-btn--grow' : ''}${blocked ? ' td-btn--off' : ''}`;
  return (
    <View
      className={buttonClass(look, size, extra)}
      hoverClass={busy || blocked ? 'none' : 'td-btn--pressed'}
      hoverStayTime={120}
      {...aria({ role: 'button', ...(label ? { label } : {}) })}
      onClick={(event) => {
        event.stopPropagation?.();
        if (busy) return;
        if (blocked) onBlockedPress?.();
        else onPress?.();
      }}
    >
      {busy ? <View className="td-btn__spin" {...aria({ label: '正在办' })} /> : null}
      <Text className={`one${busy ? ' td-btn__words--away' : ''}`}>{blocked || children}</Text>
    </View>
  );
}
