/** Who did what, newest first; each entry opens to what it changed, and the chain can be recomputed. */
import { adminListAudit, type AuditEntryView } from '@tongdian/shared/contract/audit.routes';
import { Button, Select, type TableProps } from 'antd';
import type { ReactElement } from 'react';
import { Link } from 'react-router-dom';
import { useRead } from '../../api/hooks';
import { List, useListState, type ListState } from '../../kit/list';
import { Empty } from '../../kit/notice';
import { Page, Panel, Tag } from '../../kit/page';
import { platformName, stamp } from '../../kit/words';
import { ACTION_CHOICES, ACTORS, orderInReason, SUBJECTS, subjectName, subjectPage } from './audit-words';
import { ChainCheck } from './chain-check';
import { changesBetween } from './difference';
import './audit.css';

const COLUMNS: TableProps<AuditEntryView>['columns'] = [
  { title: '时间', width: 148, render: (_, entry) => stamp(entry.at) },
  {
    title: '谁',
    width: 180,
    render: (_, { actor }) => (
      <>
        {platformName(actor.name)}{' '}
        {actor.name !== ACTORS[actor.kind] && <span className="quiet">{ACTORS[actor.kind]}</span>}
      </>
    ),
  },
  { title: '做了什么', render: (_, entry) => <span className="strong">{entry.actionName}</span> },
  {
    title: '对什么',
    render: (_, entry) => {
      const page = subjectPage(entry.subject, entry.subjectId);
      const name = entry.subjectName ?? entry.subjectId?.slice(0, 8) ?? '';
      return (
        <>
          <span className="quiet">{subjectName(entry.subject)}</span>{' '}
          {page ? <Link to={page}>{name}</Link> : name}
        </>
      );
    },
  },
  { title: '为什么', className: 'wrap', render: (_, entry) => <Reason reason={entry.reason} /> },
  {
    title: '',
    className: 'num',
    render: (_, entry) => (entry.hash ? <Tag tone="ok">已封</Tag> : <Tag>等着封</Tag>),
  },
];

function Reason({ reason }: { reason: string | null }): ReactElement {
  const orderId = orderInReason(reason);
  return orderId ? <Link to={`/orders/${orderId}`}>一笔订单</Link> : <>{reason}</>;
}

function Change({
  name,
  before,
  after,
}: {
  name: string;
  before: string | null;
  after: string | null;
}): ReactElement {
  return (
    <tr>
      <td>{name}</td>
      <td>{before ?? <span className="quiet">空</span>}</td>
      <td className="strong">{after ?? <span className="quiet">空</span>}</td>
    </tr>
  );
}

function Entry({ entry }: { entry: AuditEntryView }): ReactElement {
  const changes = changesBetween(entry.before, entry.after);
  return (
    <div className="audit-entry">
      {changes.length === 0 ? (
        <p className="quiet">没有改动内容</p>
      ) : (
        <table className="plain-table audit-changes">
          <thead>
            <tr>
              <th>内容</th>
              <th>之前</th>
              <th>之后</th>
            </tr>
          </thead>
          <tbody>
            {changes.map((change) => (
              <Change key={change.path} {...change} />
            ))}
          </tbody>
        </table>
      )}
      <p className="hint">
        请求 {entry.requestId ?? '没有编号'}
        {entry.hash && `，封条 ${entry.hash.slice(0, 16)}`}
      </p>
    </div>
  );
}

function NoEntries({ state }: { state: ListState }): ReactElement {
  const filtered = state.get('subject') || state.get('action') || state.get('subjectId');
  if (!filtered) return <Empty title="还没有记录" hint="有人做了什么，马上就在这里" />;
  return (
    <Empty
      title="没有这样的记录"
      act={
        <Button onClick={() => state.set({ subject: undefined, action: undefined, subjectId: undefined })}>
          看全部记录
        </Button>
      }
    />
  );
}

function Filters({ state }: { state: ListState }): ReactElement {
  return (
    <div className="tools">
      <Select
        aria-label="对什么"
        style={{ width: 140 }}
        allowClear
        placeholder="全部对象"
        value={state.get('subject') || undefined}
        options={SUBJECTS}
        onChange={(value?: string) => state.set({ subject: value, subjectId: undefined, action: undefined })}
      />
      <Select
        aria-label="做了什么"
        style={{ width: 180 }}
        allowClear
        showSearch
        optionFilterProp="label"
        placeholder="全部动作"
        value={state.get('action') || undefined}
        options={ACTION_CHOICES.filter(
          ({ value }) => !state.get('subject') || value.startsWith(`${state.get('subject')}.`),
        )}
        onChange={(value?: string) => state.set({ action: value })}
      />
      {state.get('subjectId') && (
        <Button onClick={() => state.set({ subjectId: undefined })}>只看这一个，点这里看全部</Button>
      )}
    </div>
  );
}

export default function Audit(): ReactElement {
  const state = useListState();
  const entries = useRead(adminListAudit, {
    query: {
      page: state.page,
      pageSize: 50,
      subject: state.get('subject') || undefined,
      subjectId: state.get('subjectId') || undefined,
      action: state.get('action') || undefined,
    },
  });
  return (
    <Page title="审计" acts={<ChainCheck />}>
      <Panel>
        <Filters state={state} />
        <List
          of={entries}
          state={state}
          label="审计记录"
          rowKey="id"
          columns={COLUMNS}
          expandable={{ expandedRowRender: (entry) => <Entry entry={entry} />, expandRowByClick: true }}
          empty={<NoEntries state={state} />}
        />
      </Panel>
    </Page>
  );
}
