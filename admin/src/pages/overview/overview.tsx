/** How it goes: today in one sentence, thirty days behind it, who the members are, what coupons and stores do. */
import { adminOverview, type OverviewView } from '@tongdian/shared/contract/insights.routes';
import { PLATFORMS } from '@tongdian/shared/kernel/platforms';
import { Button, Segmented } from 'antd';
import { useMemo, useState, type ReactElement } from 'react';
import { Link } from 'react-router-dom';
import { useRead } from '../../api/hooks';
import { Chart } from '../../kit/chart';
import { Answer, Empty } from '../../kit/notice';
import { Figure, Page, Panel } from '../../kit/page';
import { count, moment, percent, platformName, shortDay, yuan } from '../../kit/words';
import { dailyInWords, dailyOption, PLATFORM_COLORS } from './daily-chart';
import { headlineOf } from './headline';
import { CouponsPanel, StoresPanel } from './tables';
import './overview.css';

export default function Overview(): ReactElement {
  const view = useRead(adminOverview, {}, { freshMs: 15_000 });
  const at = view.dataUpdatedAt ? new Date(view.dataUpdatedAt) : null;
  return (
    <Page
      title="概览"
      acts={
        <>
          {at && <span className="hint">{moment(at.toISOString())} 更新</span>}
          <Button loading={view.isFetching} onClick={() => void view.refetch()}>
            刷新
          </Button>
        </>
      }
    >
      <Answer of={view} rows={14}>
        {(data) => <Shown view={data} />}
      </Answer>
    </Page>
  );
}

function Shown({ view }: { view: OverviewView }): ReactElement {
  const { says, beside } = headlineOf(view);
  return (
    <>
      <div className="today">
        <div>
          <h2>{says}</h2>
          <p>{beside}</p>
        </div>
        <div className="figures">
          <Figure
            name="会员"
            value={count(view.members)}
            note={`今天新来 ${count(view.newMembersToday)} 位`}
          />
          <Figure name="今天订单" value={count(view.paidOrdersToday)} />
          <Figure name="近 30 天成交" value={yuan(view.daily.reduce((sum, day) => sum + day.paidFen, 0))} />
          <Figure name="今天核销" value={count(view.redemptionsToday)} />
        </div>
      </div>
      <div className="two">
        <div>
          <DailyPanel view={view} />
          <StoresPanel stores={view.stores} />
        </div>
        <div>
          <MembersPanel view={view} />
          <CouponsPanel coupons={view.coupons} />
        </div>
      </div>
    </>
  );
}

function DailyPanel({ view: { daily, byLevel, members } }: { view: OverviewView }): ReactElement {
  const [shape, setShape] = useState<'chart' | 'table'>('chart');
  const option = useMemo(() => dailyOption(daily), [daily]);
  const sold = daily.some(({ paidFen }) => paidFen > 0);
  return (
    <Panel
      title="近 30 天成交"
      extra={
        <>
          {PLATFORMS.map((platform) => (
            <span key={platform} className="legend">
              <i style={{ background: `var(--${PLATFORM_COLORS[platform]})` }} />
              {platformName(platform)}
            </span>
          ))}
          <Segmented
            size="small"
            aria-label="看图还是看表"
            value={shape}
            onChange={setShape}
            options={[
              { value: 'chart', label: '图' },
              { value: 'table', label: '表' },
            ]}
          />
        </>
      }
    >
      {!sold && <Empty title="近 30 天还没有成交" hint="第一笔付款后，这里就有图" />}
      {sold && shape === 'chart' && <Chart option={option} height={262} says={dailyInWords(daily)} />}
      {sold && shape === 'table' && <DailyTable daily={daily} />}
      <div className="by-level">
        <h3>按等级</h3>
        <ul>
          {byLevel.map((level) => (
            <li key={level.level}>
              <span>{level.level}</span>
              <Share part={level.members} whole={members} color="lamp" />
              <b>{count(level.members)} 位</b>
              <span className="quiet">{percent(level.members, members)}</span>
            </li>
          ))}
        </ul>
      </div>
    </Panel>
  );
}

function DailyTable({ daily }: { daily: OverviewView['daily'] }): ReactElement {
  return (
    <div className="daily-table">
      <table className="plain-table">
        <thead>
          <tr>
            <th>日子</th>
            <th>订单</th>
            {PLATFORMS.map((platform) => (
              <th key={platform}>{platformName(platform)}</th>
            ))}
            <th>成交</th>
          </tr>
        </thead>
        <tbody>
          {[...daily].reverse().map((day) => (
            <tr key={day.day}>
              <td>{shortDay(day.day)}</td>
              <td>{count(day.orders)}</td>
              {PLATFORMS.map((platform) => (
                <td key={platform}>{yuan(day.byPlatform[platform])}</td>
              ))}
              <td className="strong">{yuan(day.paidFen)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Share(props: { part: number; whole: number; color: string }): ReactElement {
  const width = props.whole === 0 ? 0 : Math.min(100, (props.part * 100) / props.whole);
  return (
    <span className="share" aria-hidden="true">
      <i style={{ width: `${width}%`, background: `var(--${props.color})` }} />
    </span>
  );
}

function MembersPanel({ view }: { view: OverviewView }): ReactElement {
  return (
    <Panel title="会员从哪来" extra={<Link to="/members">看会员</Link>}>
      <div className="big">
        <b>{count(view.members)}</b>
        <span>位会员，今天新来 {count(view.newMembersToday)} 位</span>
      </div>
      <ul className="sources">
        {view.byPlatform.map(({ platform, members }) => (
          <li key={platform}>
            <span>{platformName(platform)}</span>
            <Share part={members} whole={view.members} color={PLATFORM_COLORS[platform]} />
            <b>{count(members)}</b>
          </li>
        ))}
      </ul>
      <p className="hint">同一个手机号在几个平台，每个平台都算一次</p>
    </Panel>
  );
}
