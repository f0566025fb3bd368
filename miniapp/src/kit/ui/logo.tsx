/** The brand's mark: lamp, island, sea; drawn so that it takes the colour around it. */
import { View } from '@tarojs/components';

export function Logo({ size = 26 }: { size?: number }) {
  return (
    <View className="td-logo" style={{ width: `${size}px`, height: `${size}px` }}>
      <View className="td-logo__lamp" />
      <View className="td-logo__hill" />
      <View className="td-logo__sea" />
      <View className="td-logo__wave" />
    </View>
  );
}
