/**
 * The member card at the top of home. The horizon is the progress bar: the lamp stands at the growth value on
 * its way to the island, and on the highest level it stands on the island.
 */
import { Text, View } from '@tarojs/components';
import type { MeView } from '@tongdian/shared/contract/members.routes';
import { count, greeting, momentOf } from '../words';
import { Icon } from './icon';
import { barHeight } from './page';
import { Press } from './press';
import { host } from '../platform';
import { Logo } from './logo';
import { aria } from '../platform/aria';

interface Props {
  me: MeView | null;
  /** Set when the card shows what was known earlier (no network). */
  knownAt: number | null;
  onCode: () => void;
  onLevel: () => void;
  onPoints: () => void;
  onCoupons: () => void;
  onJoin: () => void;
}

const ISLAND = 92.8;
const START = 5.2;

/** 0 to 100: where the lamp stands. */
export function lampAt(me: MeView | null): number {
  if (!me) return START;
  const { growth, next } = me.level;
  const share = next ? Math.min(1, growth / Math.max(1, next.threshold)) : 1;
  return START + share * (ISLAND - START);
}

function Scene({ at }: { at: number }) {
  const left = `${at}%`;
  return (
    <>
      <View className="td-hero__sky" />
      <View className="td-hero__stars">
        {[
          [5, 96],
          [48, 24],
          [54, 70],
          [44, 98],
          [90, 84],
          [67, 32],
        ].map(([x, y]) => (
          <View key={x} className="td-hero__star" style={{ left: `${x}%`, top: `${y}px` }} />
        ))}
      </View>
      <View className="td-hero__glow" style={{ left }} />
      <View className="td-hero__water">
        <View className="td-hero__shade" />
        {[
          [-12, 24, 8, 0.75],
          [-18, 30, 16, 0.5],
          [-8, 26, 25, 0.36],
          [-16, 24, 34, 0.18],
        ].map(([dx, width, top, opacity]) => (
          <View
            key={top}
            className="td-hero__ripple"
            style={{ left, marginLeft: `${dx}px`, width: `${width}px`, top: `${top}px`, opacity: opacity! }}
          />
        ))}
      </View>
      <View className="td-hero__island">
        <View className="td-hero__hill td-hero__hill--1" />
        <View className="td-hero__hill td-hero__hill--2" />
        <View className="td-hero__tower" />
        <View className="td-hero__beacon" />
      </View>
      <View className="td-hero__horizon" />
      <View className="td-hero__path" style={{ width: `calc(${at}% - 20px)` }} />
      <View className="td-hero__lamp" style={{ left }} />
    </>
  );
}

function Sum({ n, words, onPress }: { n: string; words: string; onPress: () => void }) {
  return (
    <Press className="td-hero__sum" onPress={onPress}>
      <View className="td-hero__sum-n">{n}</View>
      <View className="td-hero__sum-w">{words}</View>
    </Press>
  );
}

export function MemberCard({ me, knownAt, onCode, onLevel, onPoints, onCoupons, onJoin }: Props) {
  const joined = !!me?.phoneMasked;
  return (
    <View className="td-hero">
      <Scene at={lampAt(me)} />
      <View className="td-hero__in" style={{ paddingTop: `${host.can.ownBar ? barHeight() : 0}px` }}>
        <View className="td-hero__top">
          <Press className="f1" onPress={onLevel}>
            <View className="td-hero__hello">{`${me?.nickname ? `${me.nickname}，` : ''}${greeting()}`}</View>
            <View className="td-hero__level">{me ? me.level.level.name : '灯屿会员'}</View>
          </Press>
          <Press className="td-hero__code" onPress={onCode}>
            <Icon name="qr" />
            <Text>会员码</Text>
          </Press>
        </View>
        {me ? (
          <View className="td-hero__growth">
            <View>
              <Text>成长值</Text>
              <Text className="td-hero__growth-n">{count(me.level.growth)}</Text>
            </View>
            {me.level.next ? (
              <View className="td-hero__missing">{`再 ${count(me.level.missing ?? 0)} 到${me.level.next.name}`}</View>
            ) : null}
          </View>
        ) : (
          <View className="td-hero__growth">登录后看积分和券</View>
        )}
        {knownAt ? <View className="td-hero__known">{`${momentOf(knownAt)} 的数，没连上网`}</View> : null}
        <View className="td-hero__room" />
        <View className="td-hero__sums">
          <Sum n={me ? count(me.points.available) : '—'} words="积分" onPress={onPoints} />
          <Sum n={me ? count(me.usableCoupons) : '—'} words="可用的券" onPress={onCoupons} />
          {me && !joined ? (
            <Press className="td-hero__sum" onPress={onJoin}>
              <View className="td-hero__sum-n">加入</View>
              <View className="td-hero__sum-w">用手机号</View>
            </Press>
          ) : (
            <View className="td-hero__sum">
              <View className="td-hero__sum-n">
                {me && me.points.pending > 0 ? count(me.points.pending) : ''}
              </View>
              <View className="td-hero__sum-w">{me && me.points.pending > 0 ? '积分在路上' : ''}</View>
            </View>
          )}
        </View>
      </View>
    </View>
  );
}

/** The bar's left side on home. */
export function Wordmark() {
  return (
    <View className="row g8" style={{ color: 'var(--s-text)' }} {...aria({ label: '灯屿 LAMPISLE' })}>
      <Logo size={32} />
      <View>
        <View className="td-word">灯屿</View>
        <View className="td-word2">LAMPISLE</View>
      </View>
    </View>
  );
}
