// The phone in a person's hand: what the host app of each platform does for a mini-program, played by the
// sandbox, and the rotating code that the app makes by itself.
import { createHmac } from 'node:crypto';
import type { BindPhoneBody } from '@tongdian/shared/contract/members.dto';
import type { PaymentParams } from '@tongdian/shared/contract/orders.routes';
import type { CodeSeedView } from '@tongdian/shared/contract/verification.routes';
import type { Platform } from '@tongdian/shared/kernel/platforms';
import { digitsFrom, messageFor, qrText, stepAt } from '@tongdian/shared/rules/code-rules';

export interface Phone {
  user: string;
  /** A login code of the platform, good for one use. */
  loginCode(platform: Platform): Promise<string>;
  /** The number of this person; the platforms without a phone button send a message to it. */
  number(): Promise<string>;
  phoneProof(platform: Platform): Promise<BindPhoneBody>;
  smsCode(phone: string): Promise<string>;
  pay(params: PaymentParams): Promise<void>;
}

async function ask<T>(sandbox: string, path: string, body?: object): Promise<T> {
  const response = await fetch(`${sandbox}${path}`, {
    method: body ? 'POST' : 'GET',
    ...(body ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {}),
    signal: AbortSignal.timeout(20_000),
  });
  if (!response.ok) throw new Error(`the phone's ${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}

export function phoneOf(sandbox: string, user: string, number: string): Phone {
  const post = <T>(path: string, body: object): Promise<T> => ask<T>(sandbox, path, { user, ...body });
  return {
    user,
    number: () => Promise.resolve(number),
    loginCode: async (platform) => {
      if (platform === 'wechat') return (await post<{ code: string }>('/device/wechat/login', {})).code;
      if (platform === 'alipay')
        return (await post<{ authCode: string }>('/device/alipay/auth-code', {})).authCode;
      await post('/device/jd/login', {});
      return (await post<{ token: string }>('/device/jd/isv-token', {})).token;
    },
    phoneProof: async (platform) => {
      if (platform === 'wechat') {
        const { code } = await post<{ code: string }>('/device/wechat/phone', { phone: number });
        return { proof: 'wechat', code };
      }
      if (platform === 'alipay') {
        const { response } = await post<{ response: string }>('/device/alipay/phone', { phone: number });
        return { proof: 'alipay', response };
      }
      return { proof: 'sms', phone: number };
    },
    smsCode: async (phone) => (await ask<{ code: string }>(sandbox, `/device/sms?phone=${phone}`)).code,
    pay: async (params) => {
      if (params.platform === 'wechat')
        await post('/device/wechat/pay', { ...params, platform: undefined, act: 'pay' });
      else if (params.platform === 'alipay')
        await post('/device/alipay/pay', { tradeNO: params.tradeNO, act: 'pay' });
      else await post('/device/jd/pay', { bankRequest: params.bankRequest, act: 'pay' });
    },
  };
}

function macOf(seed: CodeSeedView): Buffer {
  const step = stepAt(Date.now());
  return createHmac('sha256', Buffer.from(seed.secret, 'base64url'))
    .update(messageFor(seed.handle, step))
    .digest();
}

/** The twelve digits that the phone shows now. */
export function shownDigits(seed: CodeSeedView): string {
  return `${seed.handle}${digitsFrom(macOf(seed))}`;
}

/** What the QR on the phone says now. */
export function shownQr(seed: CodeSeedView): string {
  return qrText(seed.handle, macOf(seed));
}
