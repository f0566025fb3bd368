import { Page } from '@kit/ui/page';
export default function P() { return <Page title='门店'>门店</Page>; }
