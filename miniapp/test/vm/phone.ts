/**
 * A phone for a compiled mini-program: the platform's globals as PLAIN objects (Taro copies own properties), with
 * the network going to a real server and login and payment to the sandbox's device API. Only what the vendors
 * document is there; an API that is not listed is absent, as on an old phone.
 */
export type MiniPlatform = 'weapp' | 'alipay' | 'jd';

interface Callbacks {
  success?: (result: unknown) => void;
  fail?: (fault: unknown) => void;
  complete?: (result: unknown) => void;
}
export type Api = (options?: Callbacks & Record<string, unknown>) => unknown;

export interface PhoneWish {
  platform: MiniPlatform;
  /** The person of the sandbox who holds it. */
  user: string;
  server: string;
  sandbox: string;
  /** What the person does on the platform's payment page. */
  payAct?: 'pay' | 'refuse';
  /** What the app kept at an earlier visit. */
  storage?: Map<string, unknown>;
  /** Begins without network. */
  offline?: boolean;
  /** Names of APIs that this phone does not have. */
  without?: string[];
}

export interface Phone {
  globalName: 'wx' | 'my' | 'jd';
  global: Record<string, unknown>;
  /** Every request that went out: "POST /api/orders". */
  requests: string[];
  online: boolean;
  payAct: 'pay' | 'refuse';
  storage: Map<string, unknown>;
}

const SYSTEM = {
  brand: 'test',
  model: 'test',
  pixelRatio: 2,
  screenWidth: 375,
  screenHeight: 812,
  windowWidth: 375,
  windowHeight: 812,
  statusBarHeight: 44,
  language: 'zh_CN',
  version: '8.0.50',
  system: 'iOS 17.0',
  platform: 'ios',
  SDKVersion: '3.4.0',
  fontSizeSetting: 16,
  theme: 'light',
};

async function device<T>(wish: PhoneWish, path: string, body: object): Promise<T> {
  const answer = await fetch(`${wish.sandbox}/device${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ user: wish.user, ...body }),
  });
  if (!answer.ok) throw new Error(`device ${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as T;
}

/** success / fail / complete around a promise, as every platform calls them. */
function answered(act: (options: Record<string, unknown>) => Promise<unknown>): Api {
  return (options = {}) => {
    act(options).then(
      (result) => {
        options.success?.(result);
        options.complete?.(result);
      },
      (fault: unknown) => {
        options.fail?.(fault);
        options.complete?.(fault);
      },
    );
    return { abort: () => undefined, onProgressUpdate: () => undefined };
  };
}

function requestApi(wish: PhoneWish, phone: Phone): Api {
  return answered(async (options) => {
    const url = String(options.url).replace(/^https?:\/\/[^/]+/, wish.server);
    const method = String(options.method ?? 'GET').toUpperCase();
    phone.requests.push(`${method} ${url.slice(wish.server.length).replace(/\?.*/, '')}`);
    if (!phone.online) throw { errMsg: 'request:fail', error: 12, errorMessage: 'network' };
    const headers = (options.header ?? options.headers ?? {}) as Record<string, string>;
    const data = options.data;
    const answer = await fetch(url, {
      method,
      headers,
      ...(data === undefined || method === 'GET'
        ? {}
        : { body: typeof data === 'string' ? data : JSON.stringify(data) }),
    });
    const text = await answer.text();
    const body = parse(text);
    // Alipay reports a refusal of the server through `fail`, with the answer inside.
    if (wish.platform === 'alipay' && answer.status >= 400)
      throw { error: 19, status: answer.status, data: body, errorMessage: 'http' };
    return {
      data: body,
      statusCode: answer.status,
      status: answer.status,
      header: {},
      headers: {},
      errMsg: 'request:ok',
    };
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

function storageApis(wish: PhoneWish, phone: Phone): Record<string, unknown> {
  if (wish.platform === 'alipay')
    return {
      setStorageSync: ({ key, data }: { key: string; data: unknown }) => void phone.storage.set(key, data),
      getStorageSync: ({ key }: { key: string }) => ({ data: phone.storage.get(key) ?? null, success: true }),
      removeStorageSync: ({ key }: { key: string }) => void phone.storage.delete(key),
    };
  return {
    setStorageSync: (key: string, data: unknown) => void phone.storage.set(key, data),
    getStorageSync: (key: string) => phone.storage.get(key) ?? '',
    removeStorageSync: (key: string) => void phone.storage.delete(key),
  };
}

function loginAndPay(wish: PhoneWish, phone: Phone): Record<string, unknown> {
  if (wish.platform === 'weapp')
    return {
      login: answered(async () => ({
        ...(await device<{ code: string }>(wish, '/wechat/login', {})),
        errMsg: 'login:ok',
      })),
      requestPayment: answered(async (options) => {
        const { timeStamp, nonceStr, package: prepay, signType, paySign } = options;
        const body = { timeStamp, nonceStr, package: prepay, signType, paySign, act: phone.payAct };
        const result = await device<{ errMsg: string }>(wish, '/wechat/pay', body);
        if (result.errMsg !== 'requestPayment:ok') throw result;
        return result;
      }),
    };
  if (wish.platform === 'alipay')
    return {
      getAuthCode: answered(async () => device(wish, '/alipay/auth-code', {})),
      getPhoneNumber: answered(async () => device(wish, '/alipay/phone', {})),
      tradePay: answered(async ({ tradeNO }) => device(wish, '/alipay/pay', { tradeNO, act: phone.payAct })),
    };
  return {
    login: answered(async () => device(wish, '/jd/login', {})),
    requestIsvToken: answered(async () => device(wish, '/jd/isv-token', {})),
    requestPayment: answered(async ({ success: _s, fail: _f, complete: _c, ...bankRequest }) =>
      device(wish, '/jd/pay', { bankRequest, act: phone.payAct }),
    ),
  };
}

const quiet = (): Api => answered(async () => ({ errMsg: 'ok' }));

/** `navigation` brings navigateTo and its like, which need the pages. */
export function makePhone(wish: PhoneWish, navigation: Record<string, Api>): Phone {
  const phone: Phone = {
    globalName: wish.platform === 'weapp' ? 'wx' : wish.platform === 'alipay' ? 'my' : 'jd',
    global: {},
    requests: [],
    online: !wish.offline,
    payAct: wish.payAct ?? 'pay',
    storage: wish.storage ?? new Map(),
  };
  const query = {
    select: () => query,
    selectAll: () => query,
    in: () => query,
    boundingClientRect: () => query,
    scrollOffset: () => query,
    fields: () => query,
    exec: (done?: (rects: unknown[]) => void) => {
      done?.([{ width: 100, height: 100, left: 0, top: 0 }]);
      return query;
    },
  };
  Object.assign(phone.global, {
    request: requestApi(wish, phone),
    ...storageApis(wish, phone),
    ...loginAndPay(wish, phone),
    ...navigation,
    getSystemInfoSync: () => SYSTEM,
    getWindowInfo: () => SYSTEM,
    getDeviceInfo: () => SYSTEM,
    getAppBaseInfo: () => SYSTEM,
    getSystemInfo: answered(async () => SYSTEM),
    getMenuButtonBoundingClientRect: () => ({
      width: 87,
      height: 32,
      left: 281,
      right: 368,
      top: 48,
      bottom: 80,
    }),
    getNetworkType: answered(async () => ({
      networkType: phone.online ? 'wifi' : 'none',
      networkAvailable: phone.online,
    })),
    onNetworkStatusChange: () => undefined,
    offNetworkStatusChange: () => undefined,
    createSelectorQuery: () => query,
    canIUse: () => true,
    nextTick: (done: () => void) => setTimeout(done, 0),
    setScreenBrightness: quiet(),
    setKeepScreenOn: quiet(),
    vibrateShort: quiet(),
    makePhoneCall: quiet(),
    setClipboardData: quiet(),
    openLocation: quiet(),
    setNavigationBarTitle: quiet(),
    getLocation: answered(async () => {
      throw { errMsg: 'getLocation:fail auth deny' };
    }),
    getLaunchOptionsSync: () => ({ path: 'pages/home/index', query: {}, scene: 1001 }),
    onUserCaptureScreen: () => undefined,
    offUserCaptureScreen: () => undefined,
    env: { USER_DATA_PATH: '/tmp' },
  });
  for (const name of wish.without ?? []) delete phone.global[name];
  return phone;
}
