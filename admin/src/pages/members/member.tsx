/** One member on one page: who it is on which platform, and what happened, newest first. */
import {
  adminGetMember,
  type AdminMemberView,
  type TimelineEntry,
} from '@tongdian/shared/contract/members.routes';
import type { ReactElement } from 'react';
import { useParams } from 'react-router-dom';
import { useRead } from '../../api/hooks';
import { Icon, type IconName } from '../../kit/icons';
import { Answer, Empty } from '../../kit/notice';
import { Facts, Figure, Page, Panel, Tag } from '../../kit/page';
import { count, day, moment, sourceName, yuan } from '../../kit/words';
import './member.css';

export default function Member(): ReactElement {
  const { id } = useParams<{ id: string }>();
  const member = useRead(adminGetMember, { params: { id: id! } });
  return (
    <Page title={member.data ? (member.data.name ?? member.data.memberNo) : '会员'} back="/members">
      <Answer of={member} rows={12}>
        {(data) => <Shown member={data} />}
      </Answer>
    </Page>
  );
}

function Shown({ member }: { member: AdminMemberView }): ReactElement {
  return (
    <div className="two">
      <div>
        <Panel>
          <div className="figures">
            <Figure name="等级" value={member.level} note={`成长值 ${count(member.growth)}`} />
            <Figure name="积分" value={count(member.points)} />
            <Figure name="订单" value={count(member.orders)} />
            <Figure name="消费" value={yuan(member.spentFen)} />
          </div>
        </Panel>
        <Panel title="时间线">
          {member.timeline.length === 0 ? (
            <Empty title="还没有发生什么" hint="下单、领券、到店都会记在这里" />
          ) : (
            <Timeline entries={member.timeline} />
          )}
        </Panel>
      </div>
      <div>
        <Panel title="资料">
          <Facts
            rows={[
              ['会员号', member.memberNo],
              ['名字', member.name ?? '没留'],
              ['手机', member.phoneMasked ?? '没验证'],
              ['加入', day(member.joinedAt)],
              ['来源', member.sources.map((source) => <Tag key={source}>{sourceName(source)}</Tag>)],
            ]}
          />
        </Panel>
        <Panel title="身份" extra={<span>{member.identities.length} 个</span>}>
          <ul className="identities">
            {member.identities.map((identity) => (
              <li key={`${identity.platform}${identity.kind}${identity.valueMasked}`}>
                <div>
                  <b>{sourceName(identity.platform)}</b>
                  {identity.kind !== identity.platform && (
                    <span className="quiet">{kindName(identity.kind)}</span>
                  )}
                </div>
                <code>{identity.valueMasked}</code>
                <div className="hint">
                  {day(identity.firstSeenAt)}起，{verifierName(identity.verifiedBy)}
                </div>
              </li>
            ))}
          </ul>
        </Panel>
      </div>
    </div>
  );
}

const KINDS: Record<string, string> = {
  openid: 'openid',
  unionid: 'unionid',
  user_id: '用户号',
  phone: '手机号',
  card: '卡号',
  pin: '账号',
  open_id: 'openid',
};

function kindName(kind: string): string {
  return KINDS[kind] ?? kind;
}

function verifierName(by: string): string {
  if (by === 'import') return '导入时写明';
  if (by === 'sms') return '短信验证过';
  return `${sourceName(by)}验证过`;
}

const TIMELINE_ICONS: Record<TimelineEntry['kind'], IconName> = {
  joined: 'person',
  identity: 'person',
  order: 'bag',
  sale: 'inbox',
  coupon: 'ticket',
  points: 'gift',
  level: 'shield',
  visit: 'pin',
};

function Timeline({ entries }: { entries: TimelineEntry[] }): ReactElement {
  return (
    <ol className="timeline" aria-label="时间线，最近的在前">
      {entries.map((entry, index) => (
        <li key={`${entry.at}${entry.kind}${index}`}>
          <span className="timeline-icon">
            <Icon name={TIMELINE_ICONS[entry.kind] ?? 'clock'} size={16} />
          </span>
          <div className="timeline-words">
            <div className="strong">{entry.title}</div>
            {entry.detail && <div className="quiet">{entry.detail}</div>}
          </div>
          {entry.amountFen !== null && <b className="timeline-money">{yuan(entry.amountFen)}</b>}
          <time className="hint" dateTime={entry.at}>
            {moment(entry.at)}
          </time>
        </li>
      ))}
    </ol>
  );
}
