import { Page } from '@kit/ui/page';
export default function P() { return <Page title='购物车'>购物车</Page>; }
