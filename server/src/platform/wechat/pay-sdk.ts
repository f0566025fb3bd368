/**
 * `wechatpay-node-v3` builds and signs our calls; what it does weakly is done here. Its nonces come from
 * Math.random (also the one in the buyer's paySign): both are replaced by random bytes.
 */
import { randomBytes } from 'node:crypto';
import WxPay from 'wechatpay-node-v3';
import type { PaymentParams } from '@tongdian/shared/contract/orders.routes';
import type { Clock } from '../clock.js';
import type { Config } from '../config.js';

const HOST = 'https://api.mch.weixin.qq.com';

const nonce = (): string => randomBytes(16).toString('hex');

export class WechatPaySdk extends WxPay {
  constructor(
    config: Config,
    private readonly clock: Clock,
  ) {
    const { mchId, mchSerial, mchPrivateKey, mchCert } = config.wechatPay;
    super({
      appid: config.wechat.appId,
      mchid: mchId,
      serial_no: mchSerial,
      publicKey: Buffer.from(mchCert),
      privateKey: Buffer.from(mchPrivateKey),
      userAgent: 'tongdian-server/1',
    });
  }

  private seconds(): string {
    return String(Math.floor(this.clock.wire().getTime() / 1_000));
  }

  protected override buildAuthorization(
    method: string,
    url: string,
    params?: Record<string, unknown>,
  ): string {
    const [nonceStr, at] = [nonce(), this.seconds()];
    const signature = this.getSignature(method, nonceStr, at, url.replace(HOST, ''), params);
    return this.getAuthorization(nonceStr, at, signature);
  }

  /** What wx.requestPayment takes, signed over appid, time, nonce and prepay_id. */
  payParams(prepayId: string): Extract<PaymentParams, { platform: 'wechat' }> {
    const [timeStamp, nonceStr, pack] = [this.seconds(), nonce(), `prepay_id=${prepayId}`];
    const paySign = this.sign(`${this.appid}\n${timeStamp}\n${nonceStr}\n${pack}\n`);
    return { platform: 'wechat', timeStamp, nonceStr, package: pack, signType: 'RSA', paySign };
  }
}
