/** The white panel with the code: who, how long, the picture, the digits, and below it what goes along. */
import type { ReactNode } from 'react';
import { Text, View } from '@tarojs/components';
import { useSession } from '@kit/session';
import { Button } from '@kit/ui/button';
import { CodeRing } from '@kit/ui/code-ring';
import { Logo } from '@kit/ui/logo';
import { QrCode } from '@kit/ui/qr-code';
import { count } from '@kit/words';
import type { LiveCode } from './use-code';

interface Props {
  live: LiveCode;
  stub?: ReactNode;
}

export function CodePanel({ live, stub }: Props) {
  const me = useSession((state) => state.me);
  const { code, problem } = live;
  const left = code ? Math.ceil(code.leftMs / 1_000) : 0;
  return (
    <View className="td-code">
      <View className="td-code__head">
        <View className="row g12 f1">
          <View className="td-code__mark">
            <Logo />
          </View>
          <View className="f1">
            <View className="m one">{me?.nickname ?? me?.phoneMasked ?? '灯屿会员'}</View>
            <View className="td-code__note">
              {me ? `${me.level.level.name} · ${count(me.points.available)} 积分` : ''}
            </View>
          </View>
        </View>
        {code ? <CodeRing leftMs={code.leftMs} stepMs={code.stepMs} /> : null}
      </View>
      {code ? (
        <>
          <QrCode text={code.qr} />
          <Text className="td-code__digits ctr" style={{ display: 'block' }} userSelect>
            {code.spoken}
          </Text>
          <View className="td-code__note ctr">
            {live.reissued ? '你截了图，已经换成新码' : `${left} 秒后换新码，截图会失效`}
          </View>
        </>
      ) : (
        <View className="td-code__empty">
          {problem ? (
            <>
              <View className="td-code__note">
                {problem.code === 'offline' ? '没连上网，第一次要联网取码' : problem.words}
              </View>
              <Button look="s" size={36} onPress={live.retry}>
                再试一次
              </Button>
            </>
          ) : (
            <View className="td-code__note">在取码</View>
          )}
        </View>
      )}
      {stub ?? <View style={{ height: '22px' }} />}
    </View>
  );
}
