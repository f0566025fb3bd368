/** The places where a brand's customers meet it. `h5` is the preview in a browser: it acts as one of the three. */
export const PLATFORMS = ['wechat', 'alipay', 'jd'] as const;
export type Platform = (typeof PLATFORMS)[number];

export const PLATFORM_NAMES: Record<Platform, string> = { wechat: '微信', alipay: '支付宝', jd: '京东' };
