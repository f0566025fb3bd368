import { Page } from '@kit/ui/page';
export default function P() { return <Page title='会员码'>会员码</Page>; }
