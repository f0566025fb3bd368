/** Choosing one of a few: segments (two views of one thing), tabs (lists), chips (filters). */
import { ScrollView, View } from '@tarojs/components';
import { Press } from './press';

interface Props<K extends string> {
  items: readonly { key: K; words: string }[];
  value: K;
  onChange: (key: K) => void;
}

function choices<K extends string>(base: string, { items, value, onChange }: Props<K>) {
  return items.map(({ key, words }) => (
    <Press
      key={key}
      className={`${base}${key === value ? ` ${base}--on` : ''}`}
      onPress={() => onChange(key)}
    >
      {words}
    </Press>
  ));
}

export function Segments<K extends string>(props: Props<K>) {
  return <View className="td-seg">{choices('td-seg__one', props)}</View>;
}

export function Tabs<K extends string>(props: Props<K>) {
  return <View className="td-tabs">{choices('td-tabs__one', props)}</View>;
}

export function Chips<K extends string>(props: Props<K>) {
  return (
    <ScrollView scrollX showScrollbar={false} enhanced>
      <View className="td-chips">{choices('td-chip', props)}</View>
    </ScrollView>
  );
}
