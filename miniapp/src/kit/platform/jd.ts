/**
 * JD: sign-in is `jd.login` and then an ISV token, payment is the raw `jd.requestPayment` (Taro does not turn it
 * into a Promise). No public document describes a phone button our server could verify, so JD members bind a
 * phone by SMS. What is not documented in public is not relied on: a missing API ends in the manual way.
 */
import { ask, common, readInsets } from './common';
import type { Host, PayOutcome } from './types';

const ISV_URL = 'https://tongdian-isv.isvjcloud.com';

export const host: Host = {
  ...common,
  platform: () => 'jd',
  can: {
    ownBar: false,
    systemBar: true,
    platformBack: false,
    phoneButton: false,
    scan: true,
    brightness: true,
    subscribe: false,
    openMap: true,
    screenshotNotice: false,
  },
  insets: readInsets,

  async login() {
    await ask(jd, 'login', {});
    const { token } = await ask<{ token?: string }>(jd, 'requestIsvToken', {
      url: ISV_URL,
      id: '',
      method: 'POST',
    });
    if (!token) throw new Error('no ISV token');
    return token;
  },

  phoneButton() {
    return {};
  },

  async pay(params): Promise<PayOutcome> {
    if (params.platform !== 'jd') throw new Error(`payment for ${params.platform} inside JD`);
    try {
      const result = await ask<{ status?: string }>(jd, 'requestPayment', params.bankRequest);
      return result?.status === 'cancel' ? 'cancelled' : 'done';
    } catch (fault) {
      const said = JSON.stringify(fault ?? '');
      return said.includes('cancel') ? 'cancelled' : 'unknown';
    }
  },

  subscribe: () => Promise.resolve(false),
};
