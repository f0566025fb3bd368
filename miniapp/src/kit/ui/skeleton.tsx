/** Grey blocks of the size of what is coming; shown only after 300 ms (the query decides). */
import { View } from '@tarojs/components';
import { aria } from '../platform/aria';

export function Skeleton({
  height,
  width,
  radius = 8,
  gap = 12,
}: {
  height: number;
  width?: string;
  radius?: number;
  gap?: number;
}) {
  return (
    <View
      className="td-skeleton"
      style={{
        height: `${height}px`,
        width: width ?? '100%',
        borderRadius: `${radius}px`,
        marginBottom: `${gap}px`,
      }}
      {...aria({ label: '正在加载' })}
    />
  );
}

/** The usual list: a picture and three lines, a few times over. */
export function ListSkeleton({ rows = 3, height = 96 }: { rows?: number; height?: number }) {
  return (
    <View style={{ padding: '12px 16px' }}>
      {Array.from({ length: rows }, (_, index) => (
        <Skeleton key={index} height={height} radius={16} />
      ))}
    </View>
  );
}
