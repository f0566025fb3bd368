import { Page } from '@kit/ui/page';
export default function P() { return <Page title='券码'>券码</Page>; }
