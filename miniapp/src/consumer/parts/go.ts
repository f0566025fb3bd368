/** Where the consumer app can go, by name. */
import Taro from '@tarojs/taro';

const TABS = {
  home: '/pages/home/index',
  shop: '/pages/shop/index',
  code: '/pages/code/index',
  service: '/pages/service/index',
  me: '/pages/me/index',
};

function open(url: string, query: Record<string, string | undefined> = {}): void {
  const asked = Object.entries(query)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${encodeURIComponent(value!)}`);
  void Taro.navigateTo({ url: asked.length > 0 ? `${url}?${asked.join('&')}` : url });
}

export const go = {
  tab: (name: keyof typeof TABS): void => void Taro.switchTab({ url: TABS[name] }),
  product: (id: string): void => open('/packages/shop/product/index', { id }),
  list: (query: { category?: string; search?: string; title?: string } = {}): void =>
    open('/packages/shop/list/index', query),
  cart: (): void => open('/packages/shop/cart/index'),
  addresses: (pick?: boolean): void => open('/packages/shop/addresses/index', pick ? { pick: '1' } : {}),
  address: (id?: string): void => open('/packages/shop/address/index', id ? { id } : {}),
  /** Takes the place of the page that paid: going back must not lead to it. */
  result: (order: string, outcome: string): void =>
    void Taro.redirectTo({ url: `/packages/shop/result/index?order=${order}&outcome=${outcome}` }),
  orders: (state?: string): void => open('/packages/shop/orders/index', state ? { state } : {}),
  order: (id: string): void => open('/packages/shop/order/index', { id }),
  coupons: (): void => open('/packages/member/coupons/index'),
  claim: (): void => open('/packages/member/claim/index'),
  couponCode: (id: string): void => open('/packages/member/code/index', { id }),
  levels: (): void => open('/packages/member/levels/index'),
  join: (): void => open('/packages/member/join/index'),
  stores: (pick?: boolean): void => open('/packages/member/stores/index', pick ? { pick: '1' } : {}),
  back: (): void => {
    if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
    else go.tab('home');
  },
};
