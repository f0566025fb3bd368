/** A price: the yen sign at 0.68 of the size, even figures, read out as 「标价 3280 元」. */
import { Text, View } from '@tarojs/components';
import { yuan, yuanFull } from '../words';
import { aria } from '../platform/aria';

interface Props {
  fen: number;
  size?: 14 | 15 | 16 | 17 | 20 | 26 | 28 | 32;
  /** Always with two decimals. */
  full?: boolean;
  /** What kind of price, for assistive technology. */
  what?: string;
  className?: string;
}

export function Price({ fen, size = 16, full, what = '', className = '' }: Props) {
  const text = (full ? yuanFull(fen) : yuan(fen)).replace('¥', '');
  return (
    <View
      className={`td-price td-price--${size} ${className}`}
      {...aria({ label: `${what} ${fen / 100} 元`.trim() })}
    >
      <Text className="td-price__yen">¥</Text>
      <Text>{text}</Text>
    </View>
  );
}
