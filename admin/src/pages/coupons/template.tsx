/** One coupon template: what it is, what became of it, who claimed it, and stopping it. */
import {
  adminGetTemplate,
  adminListIssued,
  adminPublishTemplate,
  adminStopTemplate,
  type IssuedCouponRow,
  type TemplateView,
} from '@tongdian/shared/contract/coupons.routes';
import { useQueryClient } from '@tanstack/react-query';
import { App, Button, type TableProps } from 'antd';
import { useState, type ReactElement } from 'react';
import { Link, useParams } from 'react-router-dom';
import { useRead, useWrite } from '../../api/hooks';
import { useMay } from '../../api/session';
import { List, PAGE_SIZE, useListState } from '../../kit/list';
import { Answer, Empty } from '../../kit/notice';
import { Facts, Figure, Page, Panel } from '../../kit/page';
import { useTellTrouble } from '../../kit/trouble';
import { count, day, percent, stamp, yuan } from '../../kit/words';
import { CouponTag, TemplateTag } from './state-tag';
import { StopDialog } from './stop-dialog';

export default function Template(): ReactElement {
  const { id } = useParams<{ id: string }>();
  const template = useRead(adminGetTemplate, { params: { id: id! } });
  return (
    <Page
      title={template.data?.title ?? '券'}
      back="/coupons"
      beside={template.data && <TemplateTag template={template.data} now={new Date()} />}
      acts={template.data && <Acts template={template.data} />}
    >
      <Answer of={template} rows={12}>
        {(data) => <Shown template={data} />}
      </Answer>
    </Page>
  );
}

function Acts({ template }: { template: TemplateView }): ReactElement | null {
  const mayWrite = useMay('coupons.write');
  const [stopping, setStopping] = useState(false);
  const publish = useWrite(adminPublishTemplate);
  const stop = useWrite(adminStopTemplate);
  const { modal, message } = App.useApp();
  const tell = useTellTrouble();
  const queries = useQueryClient();
  const params = { id: template.id };
  if (!mayWrite) return null;

  const askToPublish = (): void => {
    modal.confirm({
      title: '现在发布？',
      content: `${template.says}，一共 ${count(template.totalCount)} 张。发布后内容不能再改，只能停发。`,
      okText: '发布',
      cancelText: '再看看',
      icon: null,
      onOk: () =>
        publish.mutateAsync({ params }).then(
          () => {
            void message.success('发布了');
            return queries.invalidateQueries();
          },
          (error: unknown) => tell(error),
        ),
    });
  };
  const stopNow = (reason: string): void =>
    stop.mutate(
      { params, body: { reason } },
      {
        onSuccess: () => {
          setStopping(false);
          void message.success('停发了，已经领走的照常能用');
          void queries.invalidateQueries();
        },
        onError: tell,
      },
    );

  if (template.state === 'draft')
    return (
      <>
        <Link to={`/coupons/${template.id}/edit`}>
          <Button>改草稿</Button>
        </Link>
        <Button type="primary" loading={publish.isPending} onClick={askToPublish}>
          发布
        </Button>
      </>
    );
  if (template.state !== 'published') return null;
  return (
    <>
      <Button danger onClick={() => setStopping(true)}>
        停发
      </Button>
      <StopDialog open={stopping} busy={stop.isPending} onStop={stopNow} onClose={() => setStopping(false)} />
    </>
  );
}

function Shown({ template }: { template: TemplateView }): ReactElement {
  return (
    <div className="two">
      <div>
        <Panel>
          <div className="figures">
            <Figure
              name="已领"
              value={count(template.issued)}
              note={`一共 ${count(template.totalCount)} 张`}
            />
            <Figure name="用了" value={count(template.used)} note={percent(template.used, template.issued)} />
            <Figure name="在订单里" value={count(template.locked)} />
            <Figure name="让利" value={yuan(template.costFen)} />
          </div>
        </Panel>
        <Issued template={template} />
      </div>
      <div>
        <Panel title="内容">
          <Facts
            rows={[
              ['优惠', template.says],
              ['用在哪', template.where],
              ['有效期', `领到后 ${template.validDays} 天`],
              [
                '领取',
                `${day(template.claimFrom)}到 ${day(new Date(Date.parse(template.claimUntil) - 1).toISOString())}`,
              ],
              ['每人', `最多 ${count(template.perMember)} 张`],
              ['领券中心', template.claimable ? '能领' : '不放'],
              ['说明', template.note ?? '没写'],
            ]}
          />
        </Panel>
        <Panel title="来历">
          <Facts
            rows={[
              ['谁做的', template.createdBy],
              ['什么时候', stamp(template.createdAt)],
              ['第几版', String(template.version)],
              [
                '记录',
                <Link key="audit" to={`/audit?subject=coupon_template&subjectId=${template.id}`}>
                  看审计
                </Link>,
              ],
            ]}
          />
        </Panel>
      </div>
    </div>
  );
}

const COLUMNS: TableProps<IssuedCouponRow>['columns'] = [
  {
    title: '会员',
    render: (_, row) => (
      <Link to={`/members/${row.memberId}`} className="strong">
        {row.memberName}
      </Link>
    ),
  },
  { title: '状态', render: (_, row) => <CouponTag state={row.state} /> },
  { title: '领到', render: (_, row) => stamp(row.claimedAt) },
  { title: '用在', render: (_, row) => row.usedWhere ?? <span className="quiet">还没用</span> },
  { title: '什么时候', render: (_, row) => (row.usedAt ? stamp(row.usedAt) : '') },
  { title: '减了', className: 'num', render: (_, row) => (row.offFen === null ? '' : yuan(row.offFen)) },
];

function Issued({ template }: { template: TemplateView }): ReactElement {
  const state = useListState();
  const issued = useRead(adminListIssued, {
    params: { id: template.id },
    query: { page: state.page, pageSize: PAGE_SIZE },
  });
  const hint = template.state === 'draft' ? '发布以后，会员就能领' : '有人领了，马上就在这里';
  return (
    <Panel title="谁领了">
      <List
        of={issued}
        state={state}
        label="谁领了"
        unit="张"
        rowKey="id"
        columns={COLUMNS}
        empty={<Empty title="还没人领" hint={hint} />}
      />
    </Panel>
  );
}
