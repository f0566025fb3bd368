/** A refusal where it happened: what is the matter, what stays as it was, and the one thing to press. */
import { View } from '@tarojs/components';
import type { Problem } from '@kit/problem';
import { aria } from '@kit/platform/aria';
import { Button } from '@kit/ui/button';
import { Icon } from '@kit/ui/icon';
import { nextStepOf, type Way } from './refusals';

interface Props {
  problem: Problem;
  /** Ways that this page cannot go are left out. */
  ways: Partial<Record<Exclude<Way, null>, () => void>>;
  busy?: boolean;
}

export function RefusalNote({ problem, ways, busy }: Props) {
  const { says, note, way, act } = nextStepOf(problem);
  const go = way ? ways[way] : undefined;
  return (
    <View className="ck-refusal" {...aria({ role: 'alert' })}>
      <View className="row g8 top">
        <View className="ck-refusal__icon">
          <Icon name="question" size="s" />
        </View>
        <View className="f1">
          <View className="m badc">{says}</View>
          {note ? <View className="c13 i2">{note}</View> : null}
        </View>
        {go && act ? (
          <Button size={32} look="o" busy={!!busy} onPress={go}>
            {act}
          </Button>
        ) : null}
      </View>
    </View>
  );
}
