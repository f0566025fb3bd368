import type { ImportRunView } from '@tongdian/shared/contract/sales.routes';
import { Table, type TableProps } from 'antd';
import type { ReactElement } from 'react';
import { Link } from 'react-router-dom';
import { Answer, Empty } from '../../kit/notice';
import { Tag, type Tone } from '../../kit/page';
import { count, minorText, stamp } from '../../kit/words';

export const RUN_STATES: Record<ImportRunView['state'], [Tone, string]> = {
  running: ['lamp', '在导'],
  done: ['ok', '导完了'],
  interrupted: ['bad', '断了，再跑一次会接着导'],
};

const COLUMNS: TableProps<ImportRunView>['columns'] = [
  {
    title: '文件',
    render: (_, run) => (
      <>
        <Link to={`/imports/${run.id}`} className="strong">
          {run.fileName}
        </Link>
        <div className="goods-sub">
          {run.channel} · {stamp(run.startedAt)}
        </div>
      </>
    ),
  },
  {
    title: '状态',
    render: (_, run) => <Tag tone={RUN_STATES[run.state][0]}>{RUN_STATES[run.state][1]}</Tag>,
  },
  { title: '行', className: 'num', render: (_, run) => count(run.lines) },
  { title: '收下', className: 'num', render: (_, run) => count(run.accepted) },
  {
    title: '没收',
    className: 'num',
    render: (_, run) =>
      run.refused > 0 ? <Link to={`/imports/${run.id}`}>{count(run.refused)}</Link> : count(run.refused),
  },
  { title: '销售', className: 'num', render: (_, run) => count(run.sales) },
  { title: '取消', className: 'num', render: (_, run) => count(run.cancellations) },
  { title: '会员', className: 'num', render: (_, run) => count(run.members) },
  { title: '卖出', className: 'num', render: (_, run) => minorText(run.soldMinor, run.currency) },
];

export function Runs(props: {
  runs: { data: ImportRunView[] | undefined; error: unknown; isPending: boolean; refetch: () => unknown };
}): ReactElement {
  return (
    <Answer of={props.runs}>
      {(runs) =>
        runs.length === 0 ? (
          <Empty
            title="还没有导入过"
            hint="在服务器上运行 pnpm import:sales 文件 --map 对照表，收下和没收的都会列在这里"
          />
        ) : (
          <Table<ImportRunView>
            className="list"
            aria-label="导入记录"
            size="small"
            rowKey="id"
            pagination={false}
            columns={COLUMNS}
            dataSource={runs}
          />
        )
      }
    </Answer>
  );
}
