import { Page } from '@kit/ui/page';
export default function P() { return <Page title='首页'>首页</Page>; }
