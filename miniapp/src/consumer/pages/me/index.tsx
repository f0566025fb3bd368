import { Page } from '@kit/ui/page';
export default function P() { return <Page title='我的'>我的</Page>; }
