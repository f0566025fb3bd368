/** How a sum adds up: each line with the rule behind it, then the sum. */
import { Text, View } from '@tarojs/components';
import { signedYuan, yuan, yuanFull } from '../words';
import { aria } from '../platform/aria';

export interface PriceLine {
  label: string;
  note?: string | null;
  fen: number;
  /** Instead of the amount: 「免」. */
  says?: string;
}

interface Props {
  lines: PriceLine[];
  sum?: { label: string; fen: number };
  full?: boolean;
}

export function PriceLines({ lines, sum, full }: Props) {
  return (
    <View className="td-lines">
      {lines.map((line) => (
        <View
          key={line.label}
          className="td-lines__row"
          {...aria({ label: `${line.label} ${line.fen / 100} 元` })}
        >
          <View className="i2 f1">
            <Text>{line.label}</Text>
            {line.note ? <Text className="td-lines__note">{line.note}</Text> : null}
          </View>
          <Text className="no-shrink">{line.says ?? signedYuan(line.fen, full)}</Text>
        </View>
      ))}
      {sum ? (
        <>
          <View className="hr td-lines__hr" />
          <View className="td-lines__row td-lines__row--sum">
            <Text>{sum.label}</Text>
            <Text>{full ? yuanFull(sum.fen) : yuan(sum.fen)}</Text>
          </View>
        </>
      ) : null}
    </View>
  );
}
