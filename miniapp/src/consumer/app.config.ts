import { appWindow } from '../kit/platform/page-config';

export default {
  pages: [
    'pages/home/index',
    'pages/shop/index',
    'pages/code/index',
    'pages/service/index',
    'pages/me/index',
  ],
  subPackages: [
    {
      root: 'packages/shop',
      pages: [
        'product/index',
        'list/index',
        'cart/index',
        'addresses/index',
        'address/index',
        'result/index',
        'orders/index',
        'order/index',
      ],
    },
    {
      root: 'packages/member',
      pages: ['coupons/index', 'claim/index', 'code/index', 'levels/index', 'join/index', 'stores/index'],
    },
  ],
  preloadRule: {
    'pages/home/index': { network: 'all', packages: ['packages/shop', 'packages/member'] },
  },
  ...appWindow([
    { page: 'pages/home/index', text: '首页', icon: 'home' },
    { page: 'pages/shop/index', text: '选购', icon: 'bag' },
    { page: 'pages/code/index', text: '会员码', icon: 'qr' },
    { page: 'pages/service/index', text: '服务', icon: 'wrench' },
    { page: 'pages/me/index', text: '我的', icon: 'me' },
  ]),
};
