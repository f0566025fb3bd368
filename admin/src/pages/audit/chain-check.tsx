/** Recomputes the chain of hashes and says whether every entry still fits. */
import { adminVerifyAudit } from '@tongdian/shared/contract/audit.routes';
import { App, Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { call } from '../../api/call';
import { useTellTrouble } from '../../kit/trouble';
import { count } from '../../kit/words';

export function ChainCheck(): ReactElement {
  const [busy, setBusy] = useState(false);
  const { modal } = App.useApp();
  const tell = useTellTrouble();
  const check = async (): Promise<void> => {
    setBusy(true);
    try {
      const { entries, sealed, broken } = await call(adminVerifyAudit);
      const waiting = entries - sealed;
      const rest = waiting > 0 ? `，还有 ${count(waiting)} 条等着封` : '';
      if (broken)
        modal.error({
          title: '有一条对不上',
          content: `从编号 ${broken} 起和封条对不上，之前的都对。请管理员查这一条。`,
          okText: '知道了',
        });
      else
        modal.success({
          title: '都对得上',
          content: `封好的 ${count(sealed)} 条没有被改过${rest}。`,
          okText: '好',
        });
    } catch (error) {
      tell(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button loading={busy} onClick={() => void check()}>
      查有没有被改过
    </Button>
  );
}
