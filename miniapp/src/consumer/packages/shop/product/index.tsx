import { Page } from '@kit/ui/page';
export default function P() { return <Page title='商品'>商品</Page>; }
