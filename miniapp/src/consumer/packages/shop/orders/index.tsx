import { Page } from '@kit/ui/page';
export default function P() { return <Page title='我的订单'>我的订单</Page>; }
