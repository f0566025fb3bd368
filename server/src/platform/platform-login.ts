/** What signing in and binding a phone have in common on the platforms. */
import type { Platform } from '@tongdian/shared/kernel/platforms';

export type IdentityKind =
  'openid' | 'unionid' | 'open_id' | 'user_id' | 'jd_open_id' | 'jd_xid' | 'phone' | 'card';

/** The "app" of an identity that holds over all apps of one owner: WeChat's unionid, JD's xid. */
export const ALL_APPS = '*';

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

/** A mobile number that a platform vouches for, and what may count only once as its proof. */
export interface VerifiedPhone {
  phone: string;
  proof: string;
}

export interface PlatformPhones {
  /** WeChat's phone button: code to number; a code of another person than `openid` is refused. */
  wechat(code: string, openid: string): Promise<VerifiedPhone>;
  /** Alipay's phone button: verify the signature over the ciphertext, then decrypt. */
  alipay(response: string): Promise<VerifiedPhone>;
  /** Sends a text message; the port JD members bind by. */
  sendCode(phone: string, code: string): Promise<void>;
}

export const PLATFORM_LOGINS = Symbol('platform-logins');
export const PLATFORM_PHONES = Symbol('platform-phones');

/** Mainland mobile numbers only; a platform may also know numbers of other countries. */
export function isMobile(phone: unknown): phone is string {
  return typeof phone === 'string' && /^1[3-9]\d{9}$/.test(phone);
}
