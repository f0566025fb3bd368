import { Page } from '@kit/ui/page';
export default function P() { return <Page title='选购'>选购</Page>; }
