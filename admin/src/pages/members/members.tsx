/** All members: search by number, phone, name or card; filter by where they came from. */
import { adminListMembers, type AdminMemberRow } from '@tongdian/shared/contract/members.routes';
import type { AdminMembersQuery } from '@tongdian/shared/contract/members.dto';
import { PLATFORMS } from '@tongdian/shared/kernel/platforms';
import { Button, Segmented, type TableProps } from 'antd';
import type { ReactElement } from 'react';
import { Link } from 'react-router-dom';
import { useRead } from '../../api/hooks';
import { List, PAGE_SIZE, useListState, type ListState } from '../../kit/list';
import { Empty } from '../../kit/notice';
import { Page, Panel, Tag } from '../../kit/page';
import { SearchBox } from '../../kit/search-box';
import { count, dayStamp, platformName, sourceName, yuan } from '../../kit/words';

const COLUMNS: TableProps<AdminMemberRow>['columns'] = [
  {
    title: '会员',
    render: (_, row) => (
      <>
        <Link to={`/members/${row.id}`} className="strong">
          {row.name ?? '没留名字'}
        </Link>{' '}
        <span className="hint">{row.memberNo}</span>
      </>
    ),
  },
  { title: '手机', render: (_, row) => row.phoneMasked ?? <span className="quiet">没验证</span> },
  { title: '等级', dataIndex: 'level' },
  {
    title: '来源',
    render: (_, row) =>
      row.sources.map((source) => (
        <Tag key={source} tone={source.startsWith('card:') ? 'lamp' : 'plain'}>
          {sourceName(source)}
        </Tag>
      )),
  },
  { title: '成长值', className: 'num', render: (_, row) => count(row.growth) },
  { title: '积分', className: 'num', render: (_, row) => count(row.points) },
  { title: '订单', className: 'num', render: (_, row) => count(row.orders) },
  { title: '消费', className: 'num', render: (_, row) => yuan(row.spentFen) },
  { title: '加入', className: 'num', render: (_, row) => dayStamp(row.joinedAt) },
];

const FROM = [
  { value: '', label: '全部' },
  ...PLATFORMS.map((platform) => ({ value: platform as string, label: platformName(platform) })),
  { value: 'import', label: '导入' },
];

function NoMembers({ state }: { state: ListState }): ReactElement {
  const searched = state.get('search') || state.get('from');
  return searched ? (
    <Empty
      title="没找到这样的会员"
      hint="会员号、手机号或后四位、名字、卡号都能搜"
      act={<Button onClick={() => state.set({ search: undefined, from: undefined })}>看全部会员</Button>}
    />
  ) : (
    <Empty title="还没有会员" hint="有人在小程序里登录，就会在这里" />
  );
}

export default function Members(): ReactElement {
  const state = useListState();
  const search = state.get('search');
  const from = state.get('from') as NonNullable<AdminMembersQuery['from']> | '';
  const members = useRead(adminListMembers, {
    query: { page: state.page, pageSize: PAGE_SIZE, search: search || undefined, from: from || undefined },
  });
  return (
    <Page title="会员">
      <Panel>
        <div className="tools">
          <SearchBox
            value={search}
            hint="会员号、手机号、名字、卡号"
            onSearch={(value) => state.set({ search: value })}
          />
          <Segmented
            aria-label="来源"
            value={from}
            options={FROM}
            onChange={(value) => state.set({ from: value })}
          />
        </div>
        <List
          of={members}
          state={state}
          label="会员"
          unit="位"
          rowKey="id"
          columns={COLUMNS}
          empty={<NoMembers state={state} />}
        />
      </Panel>
    </Page>
  );
}
