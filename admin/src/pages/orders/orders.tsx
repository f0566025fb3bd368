/** Orders of all platforms, newest first. */
import { adminListOrders, type AdminOrderRow } from '@tongdian/shared/contract/orders.routes';
import type { OrderState } from '@tongdian/shared/rules/order-states';
import { Button, Select, type TableProps } from 'antd';
import type { ReactElement } from 'react';
import { Link } from 'react-router-dom';
import { useRead } from '../../api/hooks';
import { List, PAGE_SIZE, useListState, type ListState } from '../../kit/list';
import { Empty } from '../../kit/notice';
import { Page, Panel, Tag } from '../../kit/page';
import { SearchBox } from '../../kit/search-box';
import { platformName, stamp, yuan } from '../../kit/words';
import { STATE_CHOICES, STATE_TONES } from './order-words';

const COLUMNS: TableProps<AdminOrderRow>['columns'] = [
  {
    title: '订单',
    render: (_, row) => (
      <Link to={`/orders/${row.id}`} className="strong">
        {row.orderNo}
      </Link>
    ),
  },
  { title: '下单', render: (_, row) => stamp(row.createdAt) },
  { title: '状态', render: (_, row) => <Tag tone={STATE_TONES[row.state]}>{row.stateName}</Tag> },
  { title: '会员', render: (_, row) => <Link to={`/members/${row.memberId}`}>{row.memberName}</Link> },
  { title: '商品', render: (_, row) => <span className="clip">{row.goods}</span> },
  { title: '平台', render: (_, row) => platformName(row.platform) },
  { title: '怎么拿', render: (_, row) => row.storeName ?? '寄送' },
  { title: '券', render: (_, row) => row.couponTitle ?? '' },
  { title: '应付', className: 'num', render: (_, row) => yuan(row.payableFen) },
];

function NoOrders({ state }: { state: ListState }): ReactElement {
  if (!state.get('search') && !state.get('state'))
    return <Empty title="还没有订单" hint="有人下单，马上就在这里" />;
  return (
    <Empty
      title="没找到这样的订单"
      hint="订单号、会员名字都能搜"
      act={<Button onClick={() => state.set({ search: undefined, state: undefined })}>看全部订单</Button>}
    />
  );
}

export default function Orders(): ReactElement {
  const state = useListState();
  const orders = useRead(adminListOrders, {
    query: {
      page: state.page,
      pageSize: PAGE_SIZE,
      search: state.get('search') || undefined,
      state: (state.get('state') || undefined) as OrderState | undefined,
    },
  });
  return (
    <Page title="订单">
      <Panel>
        <div className="tools">
          <SearchBox
            value={state.get('search')}
            hint="订单号、会员"
            onSearch={(value) => state.set({ search: value })}
          />
          <Select
            aria-label="状态"
            style={{ width: 140 }}
            allowClear
            placeholder="全部状态"
            value={(state.get('state') || undefined) as OrderState | undefined}
            options={STATE_CHOICES}
            onChange={(value?: OrderState) => state.set({ state: value })}
          />
        </div>
        <List
          of={orders}
          state={state}
          label="订单"
          unit="笔"
          rowKey="id"
          columns={COLUMNS}
          empty={<NoOrders state={state} />}
        />
      </Panel>
    </Page>
  );
}
