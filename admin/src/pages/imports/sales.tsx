import { adminListSales, type ImportRunView, type SaleRow } from '@tongdian/shared/contract/sales.routes';
import { Button, Select, type TableProps } from 'antd';
import type { ReactElement } from 'react';
import { Link } from 'react-router-dom';
import { useRead } from '../../api/hooks';
import { List, PAGE_SIZE, type ListState } from '../../kit/list';
import { Empty } from '../../kit/notice';
import { Tag } from '../../kit/page';
import { SearchBox } from '../../kit/search-box';
import { count, minorText, stamp } from '../../kit/words';

const COLUMNS: TableProps<SaleRow>['columns'] = [
  {
    title: '单据',
    render: (_, sale) => (
      <>
        <span className="strong">{sale.documentNo}</span>
        <div className="goods-sub">{sale.channel}</div>
      </>
    ),
  },
  {
    title: '',
    render: (_, sale) => (sale.kind === 'cancellation' ? <Tag tone="bad">取消</Tag> : <Tag>销售</Tag>),
  },
  { title: '时间', render: (_, sale) => stamp(sale.soldAt) },
  {
    title: '会员',
    render: (_, sale) =>
      sale.memberId ? (
        <Link to={`/members/${sale.memberId}`}>{sale.cardNo ?? '看会员'}</Link>
      ) : (
        <span className="quiet">散客</span>
      ),
  },
  {
    title: '商品',
    render: (_, { lines }) => (
      <span className="clip">{lines.map(({ name, code }) => name || code).join('、')}</span>
    ),
  },
  { title: '行', className: 'num', render: (_, sale) => count(sale.lines.length) },
  { title: '合计', className: 'num', render: (_, sale) => minorText(sale.totalMinor, sale.currency) },
];

function SaleLines({ sale }: { sale: SaleRow }): ReactElement {
  return (
    <table className="plain-table">
      <thead>
        <tr>
          <th>商品</th>
          <th>数量</th>
          <th>单价</th>
          <th>金额</th>
        </tr>
      </thead>
      <tbody>
        {sale.lines.map((line, index) => (
          <tr key={`${line.code}${index}`}>
            <td>
              {line.name || '没有名字'} <span className="quiet">{line.code}</span>
            </td>
            <td>{count(line.quantity)}</td>
            <td>{minorText(line.unitMinor, sale.currency)}</td>
            <td>{minorText(line.amountMinor, sale.currency)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function NoSales({ state }: { state: ListState }): ReactElement {
  if (!state.get('search') && !state.get('channel'))
    return <Empty title="还没有导入的销售" hint="导入一个文件，里面的每一单都在这里" />;
  return (
    <Empty
      title="没找到这样的销售"
      hint="单据号、卡号、商品都能搜"
      act={<Button onClick={() => state.set({ search: undefined, channel: undefined })}>看全部</Button>}
    />
  );
}

export function Sales({ runs, state }: { runs: ImportRunView[]; state: ListState }): ReactElement {
  const sales = useRead(adminListSales, {
    query: {
      page: state.page,
      pageSize: PAGE_SIZE,
      search: state.get('search') || undefined,
      channel: state.get('channel') || undefined,
    },
  });
  const channels = [...new Set(runs.map(({ channel }) => channel))];
  return (
    <>
      <div className="tools">
        <SearchBox
          value={state.get('search')}
          hint="单据号、卡号、商品"
          onSearch={(value) => state.set({ search: value })}
        />
        <Select
          aria-label="渠道"
          style={{ width: 200 }}
          allowClear
          placeholder="全部渠道"
          value={state.get('channel') || undefined}
          options={channels.map((value) => ({ value, label: value }))}
          onChange={(value?: string) => state.set({ channel: value })}
        />
      </div>
      <List
        of={sales}
        state={state}
        label="导入的销售"
        unit="单"
        rowKey="id"
        columns={COLUMNS}
        expandable={{ expandedRowRender: (sale) => <SaleLines sale={sale} /> }}
        empty={<NoSales state={state} />}
      />
    </>
  );
}
