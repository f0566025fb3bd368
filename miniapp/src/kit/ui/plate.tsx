/** A product's picture on its plate, drawn lazily, the same size before and after it has come. */
import { Image, View } from '@tarojs/components';
import { pictureUrl } from '../api';
import { aria } from '../platform/aria';

interface Props {
  picture: string | null;
  plate?: string;
  size: 56 | 64 | 88 | 156 | 'wide' | 'square';
  faint?: boolean;
  label?: string;
}

export function Plate({ picture, plate = 'plate', size, faint, label }: Props) {
  return (
    <View className={`td-plate td-plate--${plate} td-plate--${size}${faint ? ' td-plate--faint' : ''}`}>
      {picture ? (
        <Image
          className="td-plate__img"
          src={pictureUrl(picture)}
          mode="aspectFit"
          lazyLoad
          {...aria({ label: label ?? '' })}
        />
      ) : null}
    </View>
  );
}
