import { Page } from '@kit/ui/page';
export default function P() { return <Page title='服务'>服务</Page>; }
