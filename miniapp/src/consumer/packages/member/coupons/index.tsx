import { Page } from '@kit/ui/page';
export default function P() { return <Page title='我的券'>我的券</Page>; }
