/**
 * The frame of every page: the bar (ours where the platform lets us, with the capsule's place left free), the
 * offline line, the toast. A page says what it is; which bar it gets is the platform's business.
 */
import type { ReactNode } from 'react';
import Taro from '@tarojs/taro';
import { View } from '@tarojs/components';
import { host } from '../platform';
import { useOnline } from '../hooks/use-online';
import { Icon } from './icon';
import { Press } from './press';
import { ToastPlace } from './toast';
import { aria } from '../platform/aria';

interface Props {
  title: string;
  /** own: the page is configured with a bar of its own. over: the bar floats over the page's picture. */
  bar?: 'system' | 'own' | 'over';
  tab?: boolean;
  look?: 'code';
  /** What still works without network; shown in the offline line. */
  offlineWords?: string;
  /** A second line below it, and a way to try again. */
  offlineNote?: string;
  onRetry?: () => void;
  /** Instead of the title, at the left. */
  lead?: ReactNode;
  children: ReactNode;
  foot?: ReactNode;
}

const HOME = TONGDIAN_APP === 'clerk' ? '/pages/today/index' : '/pages/home/index';

export function goBack(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
  else void Taro.switchTab({ url: HOME }).catch(() => Taro.reLaunch({ url: HOME }));
}

/** Height of our bar with the status bar: content under an `over` bar starts below it. */
export function barHeight(): number {
  const { statusBar, capsule } = host.insets();
  return capsule ? capsule.bottom + (capsule.top - statusBar) : statusBar + 44;
}

export function Page(props: Props) {
  const {
    title,
    bar = 'system',
    tab,
    look,
    offlineWords = '没连上网，会员码还能用',
    offlineNote,
    onRetry,
    lead,
    children,
    foot,
  } = props;
  const online = useOnline();
  const ours = bar === 'system' ? !host.can.systemBar : host.can.ownBar;
  return (
    <View className={`td-page${look ? ` td-page--${look}` : ''}`}>
      {ours ? <Bar title={title} over={bar === 'over'} see={look === 'code'} tab={tab} lead={lead} /> : null}
      {online ? null : (
        <View className="td-banner" {...aria({ role: 'alert' })}>
          <Icon name="offline" {...(offlineNote ? {} : { size: 's' as const })} />
          <View className="f1">
            <View>{offlineWords}</View>
            {offlineNote ? <View className="c12">{offlineNote}</View> : null}
          </View>
          {onRetry ? (
            <Press className="td-banner__act" onPress={onRetry}>
              重试
            </Press>
          ) : null}
        </View>
      )}
      {children}
      {foot ? <View className="td-foot-room" /> : null}
      {foot ? <View className="td-foot">{foot}</View> : null}
      <ToastPlace />
    </View>
  );
}

function Bar({
  title,
  over,
  see,
  tab,
  lead,
}: {
  title: string;
  over: boolean;
  see: boolean;
  tab?: boolean;
  lead?: ReactNode;
}) {
  const { statusBar, capsule, windowWidth } = host.insets();
  const height = barHeight() - statusBar;
  const room = capsule ? windowWidth - capsule.left + 12 : 16;
  const back = !tab && !host.can.platformBack;
  return (
    <View
      className={`td-nav${over ? (tab ? ' td-nav--over' : ' td-nav--over td-nav--stay') : see ? ' td-nav--see-through' : ''}`}
      style={{ paddingTop: `${statusBar}px` }}
    >
      <View className="td-nav__row" style={{ height: `${height}px`, paddingRight: `${room}px` }}>
        {back ? (
          <Press
            className={`td-nav__back${over ? ' td-nav__back--plate' : ''}`}
            label="返回"
            onPress={goBack}
          >
            <Icon name="back" {...(over ? { size: 's' as const } : {})} />
          </Press>
        ) : null}
        {lead ?? null}
        {over || lead ? null : <View className="td-nav__title one">{title}</View>}
      </View>
    </View>
  );
}
