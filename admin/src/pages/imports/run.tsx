/** One import run: its counts and sums to the penny, and every row it refused with the reason. */
import {
  adminListImports,
  adminListRefusals,
  type ImportRefusalRow,
  type ImportRunView,
} from '@tongdian/shared/contract/sales.routes';
import type { TableProps } from 'antd';
import type { ReactElement } from 'react';
import { useParams } from 'react-router-dom';
import { useRead } from '../../api/hooks';
import { List, PAGE_SIZE, useListState } from '../../kit/list';
import { Answer, Empty } from '../../kit/notice';
import { Figure, Page, Panel, Tag } from '../../kit/page';
import { count, minorText, stamp } from '../../kit/words';
import { RUN_STATES } from './runs';

export default function Run(): ReactElement {
  const { id } = useParams<{ id: string }>();
  const runs = useRead(adminListImports);
  const run = runs.data?.find((one) => one.id === id);
  return (
    <Page
      title={run?.fileName ?? '导入'}
      back="/imports"
      beside={run && <Tag tone={RUN_STATES[run.state][0]}>{RUN_STATES[run.state][1]}</Tag>}
    >
      <Answer of={runs}>
        {() =>
          run ? (
            <Shown run={run} />
          ) : (
            <Panel>
              <Empty title="没有这次导入" hint="回到导入记录再找一下" />
            </Panel>
          )
        }
      </Answer>
    </Page>
  );
}

function Shown({ run }: { run: ImportRunView }): ReactElement {
  const money = (minor: number): string => minorText(minor, run.currency);
  const finished = run.finishedAt ? `${stamp(run.finishedAt)} 结束` : '还没结束';
  return (
    <>
      <Panel title={run.channel} extra={<span>{`${stamp(run.startedAt)} 开始，${finished}`}</span>}>
        <div className="figures">
          <Figure
            name="读了"
            value={`${count(run.lines)} 行`}
            note={`收下 ${count(run.accepted)}，没收 ${count(run.refused)}`}
          />
          <Figure name="销售" value={`${count(run.sales)} 单`} note={money(run.soldMinor)} />
          <Figure name="取消" value={`${count(run.cancellations)} 单`} note={money(run.cancelledMinor)} />
          <Figure name="净额" value={money(run.soldMinor - Math.abs(run.cancelledMinor))} />
          <Figure name="会员" value={count(run.members)} />
          <Figure name="商品" value={count(run.products)} />
        </div>
      </Panel>
      <Refusals run={run} />
    </>
  );
}

const COLUMNS: TableProps<ImportRefusalRow>['columns'] = [
  { title: '第几行', width: 88, render: (_, row) => count(row.line) },
  { title: '为什么没收', width: 240, className: 'wrap', render: (_, row) => row.reasonText },
  { title: '原文', className: 'wrap', render: (_, row) => <code className="raw">{row.raw}</code> },
];

function Refusals({ run }: { run: ImportRunView }): ReactElement {
  const state = useListState();
  const refusals = useRead(adminListRefusals, {
    params: { id: run.id },
    query: { page: state.page, pageSize: PAGE_SIZE },
  });
  return (
    <Panel title="没收的行">
      <List
        of={refusals}
        state={state}
        label="没收的行"
        unit="行"
        rowKey={(row) => `${row.line}:${row.reason}`}
        columns={COLUMNS}
        empty={<Empty title="每一行都收下了" />}
      />
    </Panel>
  );
}
