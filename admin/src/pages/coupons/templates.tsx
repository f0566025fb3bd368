/** All coupon templates with what became of them: issued, used, given away. */
import { adminListTemplates, type TemplateView } from '@tongdian/shared/contract/coupons.routes';
import { Button, type TableProps } from 'antd';
import type { ReactElement } from 'react';
import { Link } from 'react-router-dom';
import { useRead } from '../../api/hooks';
import { useMay } from '../../api/session';
import { Icon } from '../../kit/icons';
import { List, PAGE_SIZE, useListState } from '../../kit/list';
import { Empty } from '../../kit/notice';
import { Page, Panel } from '../../kit/page';
import { count, day, percent, yuan } from '../../kit/words';
import { TemplateTag } from './state-tag';

const COLUMNS: TableProps<TemplateView>['columns'] = [
  {
    title: '券',
    render: (_, row) => (
      <>
        <Link to={`/coupons/${row.id}`} className="strong">
          {row.title}
        </Link>
        <div className="goods-sub">{row.says}</div>
      </>
    ),
  },
  { title: '状态', render: (_, row) => <TemplateTag template={row} now={new Date()} /> },
  { title: '用在哪', className: 'wrap', render: (_, row) => <span className="quiet">{row.where}</span> },
  {
    title: '领取',
    render: (_, row) => (
      <span className="quiet">
        {day(row.claimFrom)}到 {day(new Date(Date.parse(row.claimUntil) - 1).toISOString())}
      </span>
    ),
  },
  {
    title: '已领 / 一共',
    className: 'num',
    render: (_, row) => (
      <>
        {count(row.issued)} <span className="quiet">/ {count(row.totalCount)}</span>
      </>
    ),
  },
  {
    title: '用了',
    className: 'num',
    render: (_, row) => (
      <>
        {count(row.used)} <span className="quiet">{percent(row.used, row.issued)}</span>
      </>
    ),
  },
  { title: '让利', className: 'num', render: (_, row) => yuan(row.costFen) },
];

function MakeOne({ main = false }: { main?: boolean }): ReactElement | null {
  if (!useMay('coupons.write')) return null;
  return (
    <Link to="/coupons/new">
      <Button type={main ? 'primary' : 'default'} icon={<Icon name="plus" size={16} />}>
        做一张券
      </Button>
    </Link>
  );
}

export default function Templates(): ReactElement {
  const state = useListState();
  const templates = useRead(adminListTemplates, { query: { page: state.page, pageSize: PAGE_SIZE } });
  return (
    <Page title="券与活动" acts={<MakeOne main />}>
      <Panel>
        <List
          of={templates}
          state={state}
          label="券"
          unit="种"
          rowKey="id"
          columns={COLUMNS}
          empty={<Empty title="还没有券" hint="做一张，先看手机上的样子，再发布" act={<MakeOne />} />}
        />
      </Panel>
    </Page>
  );
}
