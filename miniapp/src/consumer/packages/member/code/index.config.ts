import { pageConfig } from '../../../../kit/platform/page-config';

export default pageConfig({ title: '券码', ownBar: true });
