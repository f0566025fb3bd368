import { pageConfig } from '../../../../kit/platform/page-config';

export default pageConfig({ title: '付款结果' });
