/** WeChat: every act by its own API; the payment fields come signed from our server. */
import Taro from '@tarojs/taro';
import { ask, attempt, common, has, readInsets } from './common';
import type { Host, PayOutcome } from './types';

interface PhoneEvent {
  detail?: { code?: string; errMsg?: string };
}

export const host: Host = {
  ...common,
  platform: () => 'wechat',
  can: {
    ownBar: true,
    systemBar: true,
    platformBack: false,
    phoneButton: true,
    scan: true,
    brightness: true,
    subscribe: true,
    openMap: true,
    screenshotNotice: true,
  },
  insets: readInsets,

  async login() {
    return (await Taro.login()).code;
  },

  phoneButton(done) {
    return {
      openType: 'getPhoneNumber',
      onGetPhoneNumber: (event: PhoneEvent) => {
        const code = event.detail?.code;
        done(code ? { kind: 'proof', body: { proof: 'wechat', code } } : { kind: 'refused' });
      },
    };
  },

  async pay(params): Promise<PayOutcome> {
    if (params.platform !== 'wechat') throw new Error(`payment for ${params.platform} inside WeChat`);
    const { timeStamp, nonceStr, package: prepay, signType, paySign } = params;
    try {
      await ask(wx, 'requestPayment', { timeStamp, nonceStr, package: prepay, signType, paySign });
      return 'done';
    } catch (fault) {
      const said = String((fault as { errMsg?: string })?.errMsg ?? '');
      return said.includes('cancel') ? 'cancelled' : 'unknown';
    }
  },

  async subscribe(templateIds) {
    if (!has('requestSubscribeMessage') || templateIds.length === 0) return false;
    const answer = await attempt(() => Taro.requestSubscribeMessage({ tmplIds: templateIds, entityIds: [] }));
    return templateIds.some((id) => (answer as Record<string, unknown> | null)?.[id] === 'accept');
  },
};
