/** What signing in and binding a phone have in common on the platforms. */
import type { Platform } from '@tongdian/shared/kernel/platforms';

export type IdentityKind =
  'openid' | 'unionid' | 'open_id' | 'user_id' | 'jd_open_id' | 'jd_xid' | 'phone' | 'card';

export interface PlatformIdentity {
  kind: IdentityKind;
  appId: string;
  value: string;
}

export interface PlatformLogin {
  readonly platform: Platform;
  /** The first identity is the one of this app; others (unionid, xid) are further evidence. Refuses with a Problem. */
  exchange(code: string): Promise<PlatformIdentity[]>;
}

export interface PlatformPhones {
  /** WeChat's phone button: code to number. */
  wechat(code: string): Promise<string>;
  /** Alipay's phone button: verify the signature over the ciphertext, then decrypt. */
  alipay(response: string): Promise<string>;
  /** Sends a text message; the port JD members bind by. */
  sendCode(phone: string, code: string): Promise<void>;
}

export const PLATFORM_LOGINS = Symbol('platform-logins');
export const PLATFORM_PHONES = Symbol('platform-phones');
