/**
 * The button that hands over the phone number, in each platform's own way; where there is none the caller gets
 * `onNoButton` and shows the SMS form. Always stands beside 「先看看」: refusing closes nothing.
 */
import { Button as NativeButton, View } from '@tarojs/components';
import { host, type PhoneOutcome } from '../platform';
import { Button, buttonClass } from './button';

interface Props {
  words?: string;
  busy?: boolean;
  onOutcome: (outcome: PhoneOutcome) => void;
  onNoButton: () => void;
  onLater: () => void;
}

export function PhoneButton({ words = '用手机号加入', busy, onOutcome, onNoButton, onLater }: Props) {
  return (
    <View className="row g12">
      <Button look="o" onPress={onLater}>
        先看看
      </Button>
      {host.can.phoneButton && !busy ? (
        <NativeButton className={buttonClass('p', 44, ' td-btn--grow')} {...host.phoneButton(onOutcome)}>
          {words}
        </NativeButton>
      ) : (
        <Button grow busy={!!busy} onPress={onNoButton}>
          {words}
        </Button>
      )}
    </View>
  );
}
