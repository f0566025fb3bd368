import { Page } from '@kit/ui/page';
export default function P() { return <Page title='付款结果'>付款结果</Page>; }
