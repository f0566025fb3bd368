/** Where the clerk's app can go, by name. */
import Taro from '@tarojs/taro';

const TABS = { today: '/pages/today/index', orders: '/pages/orders/index', me: '/pages/me/index' };

const query = (values: Record<string, string | null | undefined>): string =>
  Object.entries(values)
    .filter(([, value]) => value)
    .map(([name, value]) => `${name}=${encodeURIComponent(value!)}`)
    .join('&');

export const go = {
  tab: (name: keyof typeof TABS): void => void Taro.switchTab({ url: TABS[name] }),
  /** `order`: the pick-up order that is waited for. */
  code: (order?: string | null): void =>
    void Taro.navigateTo({ url: `/packages/counter/code/index?${query({ order })}` }),
  /** From the code page it takes that page's place: back must not lead to a code that is spent. */
  confirm: (scan: string, order: string | null, instead: boolean): void => {
    const url = `/packages/counter/confirm/index?${query({ scan, order })}`;
    void (instead ? Taro.redirectTo({ url }) : Taro.navigateTo({ url }));
  },
  redemption: (id: string): void =>
    void Taro.navigateTo({ url: `/packages/counter/result/index?${query({ id })}` }),
  /** Takes the place of the confirmation. */
  result: (id: string): void =>
    void Taro.redirectTo({ url: `/packages/counter/result/index?${query({ id, fresh: '1' })}` }),
  back: (): void => {
    if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
    else go.tab('today');
  },
};
