/** The first order asks for a phone number: why, the platform's button, and 「先看看」 beside it. */
import { View } from '@tarojs/components';
import { host } from '@kit/platform';
import { PhoneButton } from '@kit/ui/phone-button';
import { toast } from '@kit/ui/toast';
import { go } from '../../../parts/go';
import { useJoin } from '../../../parts/use-join';

export function PhoneFirst({ onLater }: { onLater: () => void }) {
  const join = useJoin((outcome) => {
    if (outcome === 'joined') toast('认出你了，积分和券都在');
    else if (outcome === 'review') go.join();
  });
  return (
    <View>
      <View className="c13 i2 ctr phone-first">
        {host.can.phoneButton
          ? '第一次下单，用手机号认出你，取货和售后都靠它'
          : '第一次下单，先用短信验证手机号'}
      </View>
      <PhoneButton
        words="用手机号下单"
        busy={join.busy}
        onOutcome={(outcome) => {
          if (outcome.kind === 'proof') void join.run(outcome.body);
          else toast('不给也行，别的都能看');
        }}
        onNoButton={go.join}
        onLater={onLater}
      />
    </View>
  );
}
