import { pageConfig } from '../../../../kit/platform/page-config';

export default pageConfig({ title: '核对一下' });
