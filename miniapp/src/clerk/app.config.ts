import { appWindow } from '../kit/platform/page-config';

export default { pages: ['pages/today/index'], ...appWindow([]) };
