import { Page } from '@kit/ui/page';
export default function P() { return <Page title='会员等级'>会员等级</Page>; }
