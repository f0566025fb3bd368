import { Page } from '@kit/ui/page';
export default function P() { return <Page title='加入会员'>加入会员</Page>; }
