/** A coupon as it lies in the wallet or in the claim centre. What it says of itself comes from the server. */
import type { ReactNode } from 'react';
import { Text, View } from '@tarojs/components';
import type { CouponFace } from '@tongdian/shared/contract/coupons.routes';
import { yuan } from '../words';
import { Icon } from './icon';
import { Tag, type Tone } from './tag';

interface Props {
  face: CouponFace;
  /** Not usable (yet, or any more). */
  off?: boolean;
  tag?: { tone: Tone; words: string } | null;
  /** A second line in lamp ink: 「购物车里还差 ¥12 可用」, with how far it is (0 to 1). */
  almost?: { words: string; share: number } | null;
  /** In place of where it works. */
  reason?: string | null;
  foot: ReactNode;
  act?: ReactNode;
}

/** What stands large on the stub: [before, number, after]. */
export function worthOf(
  face: Pick<CouponFace, 'kind' | 'amountFen' | 'percentBp'>,
): [string, string, string] | null {
  if (face.kind === 'money_off') return ['¥', yuan(face.amountFen).replace('¥', ''), ''];
  if (face.kind === 'percent_off') {
    const fold = (10_000 - face.percentBp) / 100;
    return ['', fold % 10 === 0 ? String(fold / 10) : String(fold), '折'];
  }
  if (face.kind === 'shipping') return ['', '免', '运费'];
  return null;
}

export function CouponCard({ face, off, tag, almost, reason, foot, act }: Props) {
  const worth = worthOf(face);
  const storeOnly = face.channels.length === 1 && face.channels[0] === 'store';
  const classes = `td-coupon${off ? ' td-coupon--off' : storeOnly ? ' td-coupon--store' : ''}`;
  return (
    <View className={classes}>
      <View className="td-coupon__stub">
        {worth ? (
          <View className={`td-coupon__worth${worth[1].length > 3 ? ' td-coupon__worth--long' : ''}`}>
            {worth[0] ? <Text className="td-coupon__unit">{worth[0]}</Text> : null}
            <Text>{worth[1]}</Text>
            {worth[2] ? <Text className="td-coupon__unit">{worth[2]}</Text> : null}
          </View>
        ) : (
          <Icon name="gift" size="l" />
        )}
        <View className="td-coupon__from">
          {worth
            ? face.thresholdFen > 0
              ? `满 ${yuan(face.thresholdFen).replace('¥', '')}`
              : '没有门槛'
            : '到店兑换'}
        </View>
      </View>
      <View className="td-coupon__body">
        <View className="row sb g8 top">
          <View className="m f1 td-coupon__title">{face.title}</View>
          {tag ? <Tag tone={tag.tone}>{tag.words}</Tag> : null}
        </View>
        {almost ? (
          <>
            <View className="c13 lk m" style={{ marginTop: '2px' }}>
              {almost.words}
            </View>
            <View className="td-bar" style={{ marginTop: '10px' }}>
              <View className="td-bar__fill" style={{ width: `${Math.round(almost.share * 100)}%` }} />
            </View>
          </>
        ) : (
          <View className="c13 i2 two" style={{ marginTop: '2px' }}>
            {reason ?? face.where}
          </View>
        )}
        <View className="td-coupon__foot">
          <View className="c12 i3 f1">{foot}</View>
          {act ?? null}
        </View>
      </View>
    </View>
  );
}
