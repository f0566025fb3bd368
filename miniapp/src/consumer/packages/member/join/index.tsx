/** Joining with a phone number: what it is for first, then the platform's button or an SMS; never a gate. */
import { useState } from 'react';
import { View } from '@tarojs/components';
import { host } from '@kit/platform';
import { useSession } from '@kit/session';
import { Empty } from '@kit/ui/empty';
import { Icon } from '@kit/ui/icon';
import { Logo } from '@kit/ui/logo';
import { Page } from '@kit/ui/page';
import { PhoneButton } from '@kit/ui/phone-button';
import { toast } from '@kit/ui/toast';
import { go } from '../../../parts/go';
import { useJoin } from '../../../parts/use-join';
import { SmsForm } from './sms-form';
import './index.scss';

const GAINS = [
  { icon: 'points', words: '积分、等级、券，三个平台通用' },
  { icon: 'coupon', words: '到店报手机号也能用券' },
  { icon: 'shield', words: '只用来认出你，不打电话推销' },
] as const;

export default function Join() {
  const me = useSession((state) => state.me);
  const [sms, setSms] = useState(!host.can.phoneButton);
  const [review, setReview] = useState(false);
  const bind = useJoin((outcome) => {
    if (outcome === 'review') return setReview(true);
    toast(outcome === 'joined' ? '认出你了，积分和券都在' : '加入好了');
    go.back();
  });
  if (review)
    return (
      <Page title="加入会员">
        <Empty
          title="这个手机号在另一个会员名下"
          note="两边都验证过，要人工核对才能合在一起；现在什么都没变"
          act="先看看"
          onAct={go.back}
        />
      </Page>
    );
  if (me?.phoneMasked)
    return (
      <Page title="加入会员">
        <Empty
          lamp
          title={`你已经用 ${me.phoneMasked} 加入了`}
          note="三个平台都认得你"
          act="好"
          onAct={go.back}
        />
      </Page>
    );
  return (
    <Page title="加入会员">
      <View className="join">
        <View className="join__mark">
          <Logo size={56} />
        </View>
        <View className="t1">用手机号加入灯屿</View>
        <View className="join__gains">
          {GAINS.map(({ icon, words }) => (
            <View key={icon} className="row g12 join__gain">
              <View className="lk">
                <Icon name={icon} />
              </View>
              <View>{words}</View>
            </View>
          ))}
        </View>
        {sms ? (
          <SmsForm busy={bind.busy} onProof={(body) => void bind.run(body)} onLater={go.back} />
        ) : (
          <PhoneButton
            busy={bind.busy}
            onOutcome={(outcome) => {
              if (outcome.kind === 'proof') void bind.run(outcome.body);
              else toast('不给也行，别的都能看');
            }}
            onNoButton={() => setSms(true)}
            onLater={go.back}
          />
        )}
      </View>
    </Page>
  );
}
