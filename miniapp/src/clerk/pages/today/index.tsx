import { Empty } from '@kit/ui/empty';
import { Page } from '@kit/ui/page';

export default function Today() {
  return (
    <Page title="今天" tab>
      <Empty title="先登录" note="用店员账号登录后开始扫码" />
    </Page>
  );
}
