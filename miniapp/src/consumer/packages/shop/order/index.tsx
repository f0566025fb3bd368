import { Page } from '@kit/ui/page';
export default function P() { return <Page title='订单'>订单</Page>; }
