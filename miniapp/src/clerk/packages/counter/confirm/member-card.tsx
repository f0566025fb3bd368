/** Whose code it was: masked, with level and points. That it stands here means that the code is good. */
import { View } from '@tarojs/components';
import type { ScanView } from '@tongdian/shared/contract/verification.routes';
import { Icon } from '@kit/ui/icon';
import { Logo } from '@kit/ui/logo';
import { Tag } from '@kit/ui/tag';
import { count } from '@kit/words';

export function MemberCard({ member }: { member: ScanView['member'] }) {
  const facts = [member.phoneMasked, `积分 ${count(member.points)}`].filter(Boolean).join(' · ');
  return (
    <View className="card pad row g12">
      <View className="ck-mark">
        <Logo size={32} />
      </View>
      <View className="f1">
        <View className="row g8 wrap">
          <View className="t3">{member.nameMasked}</View>
          <Tag tone="lamp">{member.level}</Tag>
        </View>
        <View className="c13 i2">{facts}</View>
      </View>
      <View className="row g4 c12 okc no-shrink">
        <Icon name="check" size="s" />
        码有效
      </View>
    </View>
  );
}
