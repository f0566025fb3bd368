/** Past sales of other systems: the runs that brought them, and the sales themselves. */
import { Tabs } from 'antd';
import type { ReactElement } from 'react';
import { useRead } from '../../api/hooks';
import { adminListImports } from '@tongdian/shared/contract/sales.routes';
import { useListState } from '../../kit/list';
import { Page, Panel } from '../../kit/page';
import { Runs } from './runs';
import { Sales } from './sales';

export default function Imports(): ReactElement {
  const state = useListState();
  const runs = useRead(adminListImports);
  const tab = state.get('tab') || 'runs';
  return (
    <Page title="导入">
      <Panel>
        <Tabs
          activeKey={tab}
          onChange={(key) =>
            state.set({ tab: key === 'runs' ? undefined : key, search: undefined, channel: undefined })
          }
          items={[
            { key: 'runs', label: '导入记录', children: <Runs runs={runs} /> },
            { key: 'sales', label: '导入的销售', children: <Sales runs={runs.data ?? []} state={state} /> },
          ]}
          destroyOnHidden
        />
      </Panel>
    </Page>
  );
}
