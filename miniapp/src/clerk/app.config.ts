import { appWindow } from '../kit/platform/page-config';

export default {
  pages: ['pages/today/index', 'pages/orders/index', 'pages/me/index', 'pages/sign-in/index'],
  subPackages: [{ root: 'packages/counter', pages: ['code/index', 'confirm/index', 'result/index'] }],
  // The next press leads there: it must not wait for a download while a customer stands at the till.
  preloadRule: { 'pages/today/index': { network: 'all', packages: ['packages/counter'] } },
  ...appWindow([
    { page: 'pages/today/index', text: '核销', icon: 'scan' },
    { page: 'pages/orders/index', text: '订单', icon: 'list' },
    { page: 'pages/me/index', text: '我', icon: 'me' },
  ]),
};
