/**
 * One row of a product's options. Sold out and impossible never look alike: dashed can be had elsewhere, hatched
 * does not exist together with the rest, and pressing it tells the way out.
 */
import { Text, View } from '@tarojs/components';
import { Press } from './press';
import { signedYuan } from '../words';
import { aria } from '../platform/aria';

export type OptionState = 'free' | 'out' | 'none';

export interface OptionChoice {
  value: string;
  state: OptionState;
  /** What choosing it would add to the price (or take off). */
  addsFen?: number;
}

function says({ value, state, addsFen }: OptionChoice): string {
  if (state === 'out') return `${value} 缺货`;
  if (state === 'free' && addsFen) return `${value} ${addsFen > 0 ? '+' : ''}${signedYuan(addsFen)}`;
  return value;
}

interface Props {
  name: string;
  choices: OptionChoice[];
  chosen: string | null;
  onChoose: (value: string) => void;
  note?: { says: string; way?: string; onWay?: () => void } | null;
}

export function OptionGroup({ name, choices, chosen, onChoose, note }: Props) {
  return (
    <View className="td-option">
      <View className="td-option__head">
        <View className="m">{name}</View>
        <View className="c13 i2">{chosen ? `已选 ${chosen}` : `选一个${name}`}</View>
      </View>
      <View className="td-option__row" {...aria({ role: 'radiogroup', label: name })}>
        {choices.map((choice) => {
          const { value, state } = choice;
          const mark =
            state === 'out' ? ' td-option__one--out' : state === 'none' ? ' td-option__one--no' : '';
          const on = value === chosen ? ' td-option__one--on' : '';
          return (
            <Press key={value} className={`td-option__one${mark}${on}`} onPress={() => onChoose(value)}>
              {says(choice)}
            </Press>
          );
        })}
      </View>
      {note ? (
        <View className="td-option__note">
          <Text>{note.says}</Text>
          {note.way ? (
            <Text className="td-option__way" onClick={note.onWay}>
              {note.way}
            </Text>
          ) : null}
        </View>
      ) : null}
    </View>
  );
}
