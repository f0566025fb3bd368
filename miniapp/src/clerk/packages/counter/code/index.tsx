/** The twelve digits below a member's code, for when the scanner does not read it. The twelfth sends them. */
import { useState } from 'react';
import { useRouter } from '@tarojs/taro';
import { View } from '@tarojs/components';
import { readCode } from '@tongdian/shared/rules/code-rules';
import { useAct } from '@kit/act';
import { host } from '@kit/platform';
import { aria } from '@kit/platform/aria';
import { Press } from '@kit/ui/press';
import { toast } from '@kit/ui/toast';
import { ClerkPage } from '../../../parts/clerk-page';
import { groupsOf } from '../../../parts/counter-rules';
import { go } from '../../../parts/go';
import { RefusalNote } from '../../../parts/refusal-note';
import { readAtCounter } from '../../../parts/scan';
import { useDesk } from '../../../parts/use-desk';
import './index.scss';

const LENGTH = 12;
const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', 'paste', '0', 'back'] as const;
const WORDS: Record<string, string> = { paste: '粘贴', back: '退格' };

export default function TypeCode() {
  const desk = useDesk();
  const wanted = useRouter().params.order ?? null;
  const [digits, setDigits] = useState('');
  const scan = useAct(async (_key, text: string) => {
    if (!desk) return;
    const { scanId } = await readAtCounter(desk, text, wanted);
    go.confirm(scanId, wanted, true);
  });
  const { problem } = scan;

  const bring = (text: string): void => {
    setDigits(text);
    if (text.length === LENGTH) void scan.run(text);
  };
  const paste = async (): Promise<void> => {
    const text = await host.paste();
    const read = text ? readCode(text) : null;
    if (!read) return toast(text ? '剪贴板里不是会员码' : '没读到剪贴板');
    setDigits(`${read.handle}${read.digits}`);
    void scan.run(text!);
  };
  const press = (key: (typeof KEYS)[number]): void => {
    if (scan.busy) return;
    scan.clear();
    if (key === 'paste') return void paste();
    if (key === 'back') return bring(digits.slice(0, -1));
    // What was refused is answered for: the next digit begins a new code.
    const full = digits.length === LENGTH;
    bring(`${full ? '' : digits}${key}`);
  };

  return (
    <ClerkPage title="输 12 位码">
      <View className="code">
        <View className="c14 i2 ctr">在顾客会员码的下面，20 秒换一次</View>
        <Digits digits={digits} busy={scan.busy} bad={problem !== null} />
        <View className="code__says">
          {scan.busy ? <View className="c14 i2 ctr">在查这个码</View> : null}
          {problem && problem.code !== 'session_over' ? (
            <RefusalNote
              problem={problem}
              busy={scan.busy}
              ways={{ retry: () => void scan.run(digits), store: () => go.tab('me') }}
            />
          ) : null}
        </View>
      </View>
      <View className="code-keys">
        {KEYS.map((key) => (
          <Press
            key={key}
            className={`code-keys__one${key in WORDS ? ' code-keys__one--word' : ''}`}
            onPress={() => press(key)}
          >
            {WORDS[key] ?? key}
          </Press>
        ))}
      </View>
    </ClerkPage>
  );
}

function Digits({ digits, busy, bad }: { digits: string; busy: boolean; bad: boolean }) {
  const now = Math.min(2, Math.floor(digits.length / 4));
  const look = (index: number): string =>
    bad ? ' code__group--bad' : !busy && index === now ? ' code__group--now' : '';
  return (
    <View className="row g8 code__groups" {...aria({ role: 'img', label: `已输 ${digits.length} 位` })}>
      {groupsOf(digits).map((group, index) => (
        <View key={index} className={`code__group${look(index)}`}>
          {group}
        </View>
      ))}
    </View>
  );
}
