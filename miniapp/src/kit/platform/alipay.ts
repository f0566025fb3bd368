/**
 * Alipay: payment is `tradePay` (Taro maps no requestPayment there), the phone number comes as a signed text
 * that only our server can open, and the platform keeps its own back arrow on see-through bars.
 */
import Taro from '@tarojs/taro';
import { attempt, common, readInsets } from './common';
import type { Host, PayOutcome } from './types';

interface TradeResult {
  resultCode?: string | number;
}

/** 9000 is "done" for the phone only; 8000 and 6004 mean that nobody knows yet. */
function outcomeOf(code: string): PayOutcome {
  if (code === '9000') return 'done';
  if (code === '6001') return 'cancelled';
  return 'unknown';
}

export const host: Host = {
  ...common,
  platform: () => 'alipay',
  can: {
    ownBar: true,
    systemBar: true,
    platformBack: true,
    phoneButton: true,
    scan: true,
    brightness: true,
    subscribe: true,
    openMap: true,
    screenshotNotice: true,
  },
  insets: readInsets,

  login() {
    return new Promise((resolve, reject) => {
      my.getAuthCode!({
        scopes: 'auth_base',
        success: (res: { authCode?: string }) =>
          res.authCode ? resolve(res.authCode) : reject(new Error('no auth code')),
        fail: reject,
      });
    });
  },

  phoneButton(done) {
    return {
      openType: 'getAuthorize',
      scope: 'phoneNumber',
      onGetAuthorize: () => {
        my.getPhoneNumber!({
          protocols: { isvAppId: '' },
          success: (res: { response?: string }) =>
            done(
              res.response
                ? { kind: 'proof', body: { proof: 'alipay', response: res.response } }
                : { kind: 'refused' },
            ),
          fail: () => done({ kind: 'refused' }),
        });
      },
      onError: () => done({ kind: 'refused' }),
    };
  },

  async pay(params): Promise<PayOutcome> {
    if (params.platform !== 'alipay') throw new Error(`payment for ${params.platform} inside Alipay`);
    const trade = (Taro as unknown as { tradePay(o: object): Promise<TradeResult> }).tradePay;
    try {
      const result = await trade({ tradeNO: params.tradeNO });
      return outcomeOf(String(result?.resultCode ?? ''));
    } catch (fault) {
      return outcomeOf(String((fault as TradeResult)?.resultCode ?? ''));
    }
  },

  async subscribe(templateIds) {
    if (typeof my.requestSubscribeMessage !== 'function' || templateIds.length === 0) return false;
    const answer = await attempt(
      () =>
        new Promise<{ behavior?: string }>((resolve, reject) => {
          my.requestSubscribeMessage!({ entityIds: templateIds, success: resolve, fail: reject });
        }),
    );
    return answer?.behavior === 'subscribe';
  },
};
