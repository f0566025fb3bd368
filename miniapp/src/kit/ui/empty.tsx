/** The one drawing for "nothing" and "not now": island, horizon, lamp. Lamp off = nothing yet, on = something still works. */
import { View } from '@tarojs/components';
import { Button } from './button';

interface Props {
  lamp?: boolean;
  title: string;
  note?: string;
  act?: string;
  onAct?: () => void;
}

export function Empty({ lamp, title, note, act, onAct }: Props) {
  return (
    <View className="td-empty">
      <View className="td-empty__art">
        {lamp ? <View className="td-empty__glow" /> : null}
        <View className={`td-empty__lamp${lamp ? ' td-empty__lamp--on' : ''}`} />
        <View className="td-empty__hill" />
        <View className="td-empty__sea" />
        <View className="td-empty__wave td-empty__wave--1" />
        <View className="td-empty__wave td-empty__wave--2" />
      </View>
      <View className="td-empty__title">{title}</View>
      {note ? <View className="td-empty__note">{note}</View> : null}
      {act ? (
        <View className="td-empty__act">
          <Button look="s" onPress={onAct}>
            {act}
          </Button>
        </View>
      ) : null}
    </View>
  );
}
