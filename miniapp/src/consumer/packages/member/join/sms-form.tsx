/** The phone by an SMS code, where the platform has no phone button. */
import { useEffect, useState } from 'react';
import { View } from '@tarojs/components';
import type { BindPhoneBody } from '@tongdian/shared/contract/members.dto';
import { sendPhoneSms } from '@tongdian/shared/contract/members.routes';
import { useAct } from '@kit/act';
import { call } from '@kit/api';
import { host } from '@kit/platform';
import { Button } from '@kit/ui/button';
import { Field } from '@kit/ui/field';
import { toast } from '@kit/ui/toast';

interface Props {
  busy: boolean;
  onProof: (body: BindPhoneBody) => void;
  onLater: () => void;
}

export function SmsForm({ busy, onProof, onLater }: Props) {
  const [phone, setPhone] = useState('');
  const [code, setCode] = useState('');
  const [wait, setWait] = useState(0);
  const [preview, setPreview] = useState<string | null>(null);
  useEffect(() => {
    if (wait <= 0) return undefined;
    const timer = setTimeout(() => setWait(wait - 1), 1_000);
    return () => clearTimeout(timer);
  }, [wait]);
  const send = useAct(
    async (key) => {
      const { retryAfter } = await call(sendPhoneSms, { body: { phone }, key });
      setWait(retryAfter);
      setPreview(await host.peekSms(phone));
    },
    (problem) => toast(problem.words),
  );
  const missing = 11 - phone.length;
  const whole = /^1[3-9]\d{9}$/.test(phone);
  const ready = whole && /^\d{4,8}$/.test(code);
  return (
    <View className="col g12 join__sms">
      <Field
        value={phone}
        onChange={setPhone}
        placeholder="手机号"
        type="number"
        maxlength={11}
        fault={missing === 0 && !whole ? '手机号不对' : null}
      />
      <View className="row g8">
        <View className="f1">
          <Field value={code} onChange={setCode} placeholder="短信验证码" type="number" maxlength={8} />
        </View>
        <Button
          look="s"
          busy={send.busy}
          blocked={wait > 0 ? `${wait} 秒` : missing > 0 ? '发验证码' : null}
          onBlockedPress={() => toast(wait > 0 ? `${wait} 秒后再发` : `手机号少 ${missing} 位`)}
          onPress={() => void send.run()}
        >
          发验证码
        </Button>
      </View>
      {preview ? <View className="c12 i3">{`预览里收到的短信：${preview}`}</View> : null}
      <View className="row g12 join__acts">
        <Button look="o" onPress={onLater}>
          先看看
        </Button>
        <Button
          grow
          busy={busy}
          blocked={ready ? null : '先填验证码'}
          onPress={() => onProof({ proof: 'sms', phone, code })}
        >
          用手机号加入
        </Button>
      </View>
    </View>
  );
}
