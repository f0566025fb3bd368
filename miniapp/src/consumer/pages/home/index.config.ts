import { pageConfig } from '../../../kit/platform/page-config';

export default pageConfig({ title: '首页', ownBar: true, lightText: true });
