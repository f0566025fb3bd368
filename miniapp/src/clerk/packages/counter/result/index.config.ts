import { pageConfig } from '../../../../kit/platform/page-config';

export default pageConfig({ title: '核销结果' });
