/** What a merchant would copy from the platforms' consoles into the server's environment. */
import type { Sandbox } from '../sandbox.js';

export type Credentials = Record<string, string>;

/** Flat, named as the server's environment variables. The …_NEXT_… entries are what a key rotation would bring. */
export function credentials(sandbox: Sandbox): Credentials {
  const { keys, url } = sandbox;
  const { wechat, wechatPay, alipay, jd, jdPay, sms } = keys;
  return {
    WECHAT_API_BASE: `${url}/wechat`,
    WECHAT_APP_ID: wechat.appId,
    WECHAT_APP_SECRET: wechat.appSecret,
    WECHAT_PAY_BASE: `${url}/wechat-pay`,
    WECHAT_PAY_MCH_ID: wechatPay.mchId,
    WECHAT_PAY_MCH_SERIAL: wechatPay.merchantSerial,
    WECHAT_PAY_MCH_PRIVATE_KEY: wechatPay.merchant.privateKey,
    // A public key, not an X.509 certificate: the SDK takes it as long as the serial is given beside it.
    WECHAT_PAY_MCH_CERT: wechatPay.merchant.publicKey,
    WECHAT_PAY_API_V3_KEY: wechatPay.apiV3Key,
    WECHAT_PAY_PUBLIC_KEYS: JSON.stringify({
      [wechatPay.publicKeyId]: wechatPay.publicKeyPair.publicKey,
      [wechatPay.platformSerial]: wechatPay.platformPair.publicKey,
    }),
    ALIPAY_GATEWAY: `${url}/alipay/gateway.do`,
    ALIPAY_ENDPOINT: url,
    ALIPAY_APP_ID: alipay.appId,
    ALIPAY_PRIVATE_KEY: alipay.app.privateKey,
    ALIPAY_PUBLIC_KEY: alipay.platform.publicKey,
    ALIPAY_NEXT_PUBLIC_KEY: alipay.nextPlatform.publicKey,
    ALIPAY_AES_KEY: alipay.aesKey,
    ALIPAY_SELLER_ID: alipay.sellerId,
    JD_API_BASE: `${url}/jd`,
    JD_APP_KEY: jd.appKey,
    JD_APP_SECRET: jd.appSecret,
    JD_ACCESS_TOKEN: jd.accessToken,
    JD_PAY_BASE: `${url}/jd-pay`,
    JD_PAY_ACCESS_KEY: jdPay.accessKey,
    JD_PAY_SECRET_KEY: jdPay.secretKey,
    JD_PAY_NEXT_SECRET_KEY: jdPay.nextSecretKey,
    JD_PAY_CUSTOMER_NUM: jdPay.customerNum,
    JD_PAY_SHOP_NUM: jdPay.shopNum,
    SMS_BASE: `${url}/sms`,
    SMS_TOKEN: sms.token,
  };
}
