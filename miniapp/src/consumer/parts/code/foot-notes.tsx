/** What to do with the code, and what to know about it. */
import { View } from '@tarojs/components';
import { host } from '@kit/platform';
import { Icon } from '@kit/ui/icon';

export function FootNotes({ says, clockWrong }: { says: string; clockWrong: boolean }) {
  return (
    <View className="code-notes">
      <View className="c14 ctr">{says}</View>
      <View className="row g16 wrap c12 i2 code-notes__row">
        {host.can.brightness ? (
          <View className="row g4">
            <Icon name="sun" size="s" />
            屏幕已调亮
          </View>
        ) : null}
        <View className="row g4">
          <Icon name="offline" size="s" />
          没有网络也能用
        </View>
      </View>
      {clockWrong ? (
        <View className="c12 i2 ctr code-notes__row">这台手机的时间不准，已按店里的时间出码</View>
      ) : null}
    </View>
  );
}
