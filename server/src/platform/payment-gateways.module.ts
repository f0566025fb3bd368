/** The three payment platforms, behind one port. */
import { Module } from '@nestjs/common';
import { AlipayPay } from './alipay/alipay-pay.js';
import { JdPay } from './jd/jd-pay.js';
import { JdPayClient } from './jd/pay-client.js';
import { PAYMENT_GATEWAYS, type PaymentGateways } from './payment-gateway.js';
import { PlatformLoginModule } from './platform-login.module.js';
import { WechatPay } from './wechat/wechat-pay.js';

@Module({
  imports: [PlatformLoginModule],
  providers: [
    AlipayPay,
    JdPay,
    JdPayClient,
    WechatPay,
    {
      provide: PAYMENT_GATEWAYS,
      inject: [WechatPay, AlipayPay, JdPay],
      useFactory: (wechat: WechatPay, alipay: AlipayPay, jd: JdPay): PaymentGateways => ({
        wechat,
        alipay,
        jd,
      }),
    },
  ],
  exports: [PAYMENT_GATEWAYS],
})
export class PaymentGatewaysModule {}
