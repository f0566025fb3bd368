/** A page's configuration in each platform's words. Runs at build time only. */
interface Wish {
  title: string;
  /** The page draws its own bar, where the platform lets it. */
  ownBar?: boolean;
  /** The bar lies on a dark picture. */
  lightText?: boolean;
  pullDown?: boolean;
}

export function pageConfig({ title, ownBar, lightText, pullDown }: Wish): Record<string, unknown> {
  const platform = process.env.TARO_ENV;
  const base = {
    navigationBarTitleText: title,
    ...(pullDown ? { enablePullDownRefresh: true } : {}),
    ...(platform === 'weapp' ? { enableShareAppMessage: false } : {}),
  };
  if (platform === 'h5') return { ...base, navigationStyle: 'custom' };
  if (!ownBar || platform === 'jd') return base;
  if (platform === 'alipay')
    return { ...base, transparentTitle: 'always', titlePenetrate: 'YES', defaultTitle: '' };
  return { ...base, navigationStyle: 'custom', ...(lightText ? { navigationBarTextStyle: 'white' } : {}) };
}

interface TabWish {
  page: string;
  text: string;
  icon: string;
}

/** What app.config of both apps shares: bar colours in light and dark, the tab bar, lazy loading. */
export function appWindow(tabs: TabWish[]): Record<string, unknown> {
  const weapp = process.env.TARO_ENV === 'weapp';
  return {
    window: {
      backgroundTextStyle: weapp ? '@pullText' : 'dark',
      navigationBarBackgroundColor: weapp ? '@bg' : '#F5F4F0',
      navigationBarTextStyle: weapp ? '@barText' : 'black',
      backgroundColor: weapp ? '@bg' : '#F5F4F0',
      navigationBarTitleText: '',
    },
    ...(weapp ? { darkmode: true, themeLocation: 'theme.json', lazyCodeLoading: 'requiredComponents' } : {}),
    animation: false,
    ...(tabs.length > 1
      ? {
          tabBar: {
            color: weapp ? '@tabText' : '#616B68',
            selectedColor: weapp ? '@tabOn' : '#1C3B3A',
            backgroundColor: weapp ? '@surface' : '#FFFFFF',
            borderStyle: weapp ? '@tabLine' : 'white',
            list: tabs.map(({ page, text, icon }) => ({
              pagePath: page,
              text,
              iconPath: weapp ? `@tab_${icon}` : `assets/tabs/${icon}.png`,
              selectedIconPath: weapp ? `@tab_${icon}_on` : `assets/tabs/${icon}-on.png`,
            })),
          },
        }
      : {}),
  };
}
