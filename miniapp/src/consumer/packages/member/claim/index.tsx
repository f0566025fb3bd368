import { Page } from '@kit/ui/page';
export default function P() { return <Page title='领券'>领券</Page>; }
