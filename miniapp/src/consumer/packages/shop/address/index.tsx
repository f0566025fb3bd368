import { Page } from '@kit/ui/page';
export default function P() { return <Page title='收货地址'>收货地址</Page>; }
