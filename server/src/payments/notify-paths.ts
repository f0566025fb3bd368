/** Where the platforms send their messages. */
import type { Platform } from '@tongdian/shared/kernel/platforms';
import type { Config } from '../platform/config.js';

export const NOTIFY_PATHS: Record<Platform, string> = {
  wechat: '/notify/wechat-pay',
  alipay: '/notify/alipay',
  jd: '/notify/jd-pay',
};

/** No query: WeChat Pay refuses one. */
export function notifyUrl(config: Pick<Config, 'publicUrl'>, platform: Platform): string {
  return `${config.publicUrl}${NOTIFY_PATHS[platform]}`;
}
