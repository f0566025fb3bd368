/**
 * The browser preview: acts as WeChat, Alipay or JD, as the person chosen in the preview bar. What a phone
 * does (hand out a login code, a phone number, pay) is done by the sandbox's device API. Without a sandbox
 * there is nobody to sign in, and the shop can only be looked at.
 */
import type { BindPhoneBody } from '@tongdian/shared/contract/members.dto';
import type { PaymentParams } from '@tongdian/shared/contract/orders.routes';
import { attempt, common } from './common';
import { askPerson, chosen, device, hasPreview, mountPreviewBar } from './preview';
import type { Host, PayOutcome } from './types';

mountPreviewBar();

async function login(): Promise<string> {
  const { platform, user } = chosen();
  if (platform === 'wechat') return (await device<{ code: string }>('/wechat/login', { user })).code;
  if (platform === 'alipay')
    return (await device<{ authCode: string }>('/alipay/auth-code', { user })).authCode;
  await device('/jd/login', { user });
  return (await device<{ token: string }>('/jd/isv-token', { user })).token;
}

async function phoneProof(): Promise<BindPhoneBody> {
  const { platform, user } = chosen();
  if (platform === 'wechat') {
    const { code } = await device<{ code: string }>('/wechat/phone', { user });
    return { proof: 'wechat', code };
  }
  const { response } = await device<{ response: string }>('/alipay/phone', { user });
  return { proof: 'alipay', response };
}

async function payOnDevice(params: PaymentParams, act: 'pay' | 'refuse'): Promise<PayOutcome> {
  const { user } = chosen();
  if (params.platform === 'wechat') {
    const { platform: _, ...signed } = params;
    const { errMsg } = await device<{ errMsg: string }>('/wechat/pay', { user, act, ...signed });
    return errMsg === 'requestPayment:ok' ? 'done' : errMsg.includes('cancel') ? 'cancelled' : 'unknown';
  }
  if (params.platform === 'alipay') {
    const { resultCode } = await device<{ resultCode: string }>('/alipay/pay', {
      user,
      act,
      tradeNO: params.tradeNO,
    });
    return resultCode === '9000' ? 'done' : resultCode === '6001' ? 'cancelled' : 'unknown';
  }
  const { status } = await device<{ status: string }>('/jd/pay', {
    user,
    act,
    bankRequest: params.bankRequest,
  });
  return status === 'success' ? 'done' : 'cancelled';
}

export const host: Host = {
  ...common,
  platform: () => chosen().platform,
  // A clerk stays who he is, whoever the chosen customer is.
  scope: () => (TONGDIAN_APP === 'clerk' ? '.clerk' : `.${chosen().platform}.${chosen().user}`),
  can: {
    ownBar: true,
    systemBar: false,
    platformBack: false,
    get phoneButton() {
      return chosen().platform !== 'jd';
    },
    scan: false,
    brightness: false,
    subscribe: false,
    openMap: true,
    screenshotNotice: false,
  },

  insets: () => ({
    statusBar: hasPreview() ? 40 : 0,
    capsule: hasPreview() ? { left: window.innerWidth - 94, top: 46, bottom: 78, height: 32 } : null,
    windowWidth: window.innerWidth,
    windowHeight: window.innerHeight,
  }),

  login,

  phoneButton(done) {
    return {
      onClick: () => {
        void askPerson('把这台手机的号码交给商家？', ['不给', '允许']).then(async (answer) => {
          if (answer !== '允许') return done({ kind: 'refused' });
          try {
            done({ kind: 'proof', body: await phoneProof() });
          } catch {
            done({ kind: 'refused' });
          }
        });
      },
    };
  },

  async pay(params) {
    const answer = await askPerson('平台的付款页（预览）', ['不付了', '付款']);
    try {
      return await payOnDevice(params, answer === '付款' ? 'pay' : 'refuse');
    } catch {
      return 'unknown';
    }
  },

  scan: () => Promise.resolve(null),
  setBrightness: () => undefined,
  keepScreenOn: () => undefined,
  tick: () => undefined,
  subscribe: () => Promise.resolve(false),

  async call(phone) {
    await askPerson(`拨打 ${phone}`, ['好']);
  },
  async copy(text) {
    await navigator.clipboard?.writeText(text).catch(() => undefined);
  },
  async paste() {
    return (await attempt(() => navigator.clipboard?.readText())) || null;
  },
  locate() {
    return new Promise((resolve) => {
      if (!navigator.geolocation) return resolve(null);
      navigator.geolocation.getCurrentPosition(
        ({ coords }) => resolve({ lat: coords.latitude, lng: coords.longitude }),
        () => resolve(null),
        { timeout: 5_000 },
      );
    });
  },
  async openMap(place) {
    await askPerson(`${place.name}　${place.address}`, ['好']);
  },
  online: () => Promise.resolve(navigator.onLine),
  onOnline(listener) {
    const up = (): void => listener(true);
    const down = (): void => listener(false);
    window.addEventListener('online', up);
    window.addEventListener('offline', down);
    return () => {
      window.removeEventListener('online', up);
      window.removeEventListener('offline', down);
    };
  },
  async peekSms(phone) {
    const answer = await device<{ code?: string }>(`/sms?phone=${phone}`).catch(() => null);
    return answer?.code ?? null;
  },
};
