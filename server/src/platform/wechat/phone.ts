/** The number behind WeChat's phone button. */
import { Inject, Injectable, Logger } from '@nestjs/common';
import { CONFIG, type Config } from '../config.js';
import { isMobile, type VerifiedPhone } from '../platform-login.js';
import { Problem } from '../problem.js';
import { WechatClient } from './client.js';

interface PhoneInfo {
  purePhoneNumber?: unknown;
  /** Text or number: the official pages show both. */
  countryCode?: unknown;
  watermark?: { appid?: unknown };
}

@Injectable()
export class WechatPhone {
  private readonly log = new Logger('wechat');

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(WechatClient) private readonly wechat: WechatClient,
  ) {}

  /** The code must be the one of `openid`: a code that somebody else was given is refused by WeChat. */
  async verify(code: string, openid: string): Promise<VerifiedPhone> {
    const { errcode, content } = await this.wechat.askWithToken('/wxa/business/getuserphonenumber', {
      code,
      openid,
    });
    if (errcode !== 0) {
      this.log.warn(`getuserphonenumber refused: ${errcode}`);
      // 40029: used, expired or of another app; 40003: of another person.
      if (errcode === 40029 || errcode === 40163 || errcode === 40003)
        throw new Problem('phone_payload_invalid');
      throw new Problem('platform_refused', { reason: `wechat ${errcode}` });
    }
    const info = (content['phone_info'] ?? {}) as PhoneInfo;
    if (info.watermark?.appid !== this.config.wechat.appId) throw new Problem('phone_payload_invalid');
    if (String(info.countryCode) !== '86' || !isMobile(info.purePhoneNumber))
      throw new Problem('platform_refused', { reason: 'not a mainland mobile number' });
    return { phone: info.purePhoneNumber, proof: code };
  }
}
