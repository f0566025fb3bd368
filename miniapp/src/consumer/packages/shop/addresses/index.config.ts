import { pageConfig } from '../../../../kit/platform/page-config';

export default pageConfig({ title: '收货地址' });
