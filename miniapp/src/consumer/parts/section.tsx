/** A section with its title and, where there is one, a way to more. */
import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { Icon } from '@kit/ui/icon';
import { Press } from '@kit/ui/press';

interface Props {
  title: string;
  more?: string;
  onMore?: () => void;
  /** The content runs to the screen's edges (a rail). */
  wide?: boolean;
  children: ReactNode;
}

export function Section({ title, more, onMore, wide, children }: Props) {
  return (
    <View className={wide ? 'sec sec--wide' : 'sec'}>
      <View className="sec-head">
        <View className="t3">{title}</View>
        {more ? (
          <Press className="row g4 c12 i3" onPress={onMore}>
            {more}
            <Icon name="right" size="s" />
          </Press>
        ) : null}
      </View>
      {children}
    </View>
  );
}
