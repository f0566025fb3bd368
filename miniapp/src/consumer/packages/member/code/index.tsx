/** The code of one coupon: scanned at the till, previewed there, used only when the clerk confirms. */
import { useEffect } from 'react';
import { useRouter } from '@tarojs/taro';
import { View } from '@tarojs/components';
import { getCoupon } from '@tongdian/shared/contract/coupons.routes';
import { call } from '@kit/api';
import { stale, useQuery } from '@kit/query';
import { refreshMe } from '@kit/session';
import { Empty } from '@kit/ui/empty';
import { Icon } from '@kit/ui/icon';
import { Page } from '@kit/ui/page';
import { momentOf, untilText } from '@kit/words';
import { CodePanel } from '../../../parts/code/code-panel';
import { FootNotes } from '../../../parts/code/foot-notes';
import { useCode } from '../../../parts/code/use-code';
import { go } from '../../../parts/go';
import '../../../parts/code/code.scss';

const LOOK_EVERY_MS = 3_000;

export default function CouponCode() {
  const id = useRouter().params.id ?? '';
  const query = useQuery(`coupon.${id}`, () => call(getCoupon, { params: { id } }), {
    persist: true,
    freshMs: 1_000,
  });
  const coupon = query.data;
  const used = coupon?.state === 'used';
  const live = useCode(id, !!id && !used);
  const { reload } = query;

  useEffect(() => {
    if (used) {
      stale('coupons');
      void refreshMe();
      return undefined;
    }
    const timer = setInterval(() => void reload(), LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [used, reload]);

  return (
    <Page title="券码" bar="own" look="code" offlineWords="没连上网，这张券的码还能用">
      {used ? (
        <Empty
          title={`${momentOf(coupon.usedAt ?? Date.now())} 在${coupon.usedWhere ?? '店里'}用过了`}
          note={coupon.title}
          act="看别的券"
          onAct={go.coupons}
        />
      ) : (
        <>
          <CodePanel
            live={live}
            stub={
              coupon ? (
                <View className="td-code__stub">
                  <View className="td-code__link">
                    <Icon name="coupon" />
                  </View>
                  <View className="f1">
                    <View className="c14 m">{`${coupon.title} · ${coupon.says}`}</View>
                    <View className="td-code__note">{`${untilText(coupon.validUntil)} · ${coupon.where}`}</View>
                  </View>
                </View>
              ) : undefined
            }
          />
          <FootNotes says="请店员扫一次，确认后才会用掉" clockWrong={live.clockWrong} />
        </>
      )}
    </Page>
  );
}
