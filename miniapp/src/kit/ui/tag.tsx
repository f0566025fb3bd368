/** A small word on its own ground. */
import { View } from '@tarojs/components';

export type Tone = 'lamp' | 'ok' | 'bad' | 'info' | 'n';

export function Tag({ tone = 'n', children }: { tone?: Tone; children: string }) {
  return <View className={`td-tag td-tag--${tone}`}>{children}</View>;
}
