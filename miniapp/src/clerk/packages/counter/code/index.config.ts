import { pageConfig } from '../../../../kit/platform/page-config';

export default pageConfig({ title: '输 12 位码' });
