/** How long the code is good for: a ring that empties, and always the number as well. */
import { View } from '@tarojs/components';
import { aria } from '../platform/aria';

export function CodeRing({ leftMs, stepMs }: { leftMs: number; stepMs: number }) {
  const degrees = Math.round((leftMs / stepMs) * 360);
  return (
    <View
      className="td-ring"
      style={{ background: `conic-gradient(var(--s-code-ring) ${degrees}deg, var(--s-code-ring-track) 0)` }}
      {...aria({ label: `${Math.ceil(leftMs / 1_000)} 秒后换新码` })}
    >
      <View className="td-ring__hole">{Math.ceil(leftMs / 1_000)}</View>
    </View>
  );
}
