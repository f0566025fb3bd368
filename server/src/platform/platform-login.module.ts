/** Signing in and phones on the three platforms, behind one pair of ports. */
import { Module } from '@nestjs/common';
import { AlipayClient } from './alipay/client.js';
import { AlipayLogin } from './alipay/login.js';
import { AlipayPhone } from './alipay/phone.js';
import { JdClient } from './jd/client.js';
import { JdLogin } from './jd/login.js';
import {
  PLATFORM_LOGINS,
  PLATFORM_PHONES,
  type PlatformLogin,
  type PlatformPhones,
} from './platform-login.js';
import { Sms } from './sms/sms.js';
import { WechatClient } from './wechat/client.js';
import { WechatLogin } from './wechat/login.js';
import { WechatPhone } from './wechat/phone.js';

@Module({
  providers: [
    WechatClient,
    WechatLogin,
    WechatPhone,
    AlipayClient,
    AlipayLogin,
    AlipayPhone,
    JdClient,
    JdLogin,
    Sms,
    {
      provide: PLATFORM_LOGINS,
      inject: [WechatLogin, AlipayLogin, JdLogin],
      useFactory: (...logins: PlatformLogin[]) => new Map(logins.map((login) => [login.platform, login])),
    },
    {
      provide: PLATFORM_PHONES,
      inject: [WechatPhone, AlipayPhone, Sms],
      useFactory: (wechat: WechatPhone, alipay: AlipayPhone, sms: Sms): PlatformPhones => ({
        wechat: (code, openid) => wechat.verify(code, openid),
        alipay: (response) => alipay.verify(response),
        sendCode: (phone, code) => sms.sendCode(phone, code),
      }),
    },
  ],
  exports: [PLATFORM_LOGINS, PLATFORM_PHONES, WechatClient, AlipayClient],
})
export class PlatformLoginModule {}
