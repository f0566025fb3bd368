/** One order: what was bought, how the price came about line by line, and what happened, newest first. */
import { adminGetOrder, type OrderView } from '@tongdian/shared/contract/orders.routes';
import { ORDER_STATE_NAMES } from '@tongdian/shared/rules/order-states';
import type { ReactElement } from 'react';
import { Link, useParams } from 'react-router-dom';
import { useRead } from '../../api/hooks';
import { Icon } from '../../kit/icons';
import { Answer } from '../../kit/notice';
import { Facts, Page, Panel, Tag } from '../../kit/page';
import { Goods } from '../../kit/plate';
import { count, moment, platformName, stamp, yuan } from '../../kit/words';
import { actorName, eventName, STATE_TONES } from './order-words';
import './order.css';

export default function Order(): ReactElement {
  const { id } = useParams<{ id: string }>();
  const order = useRead(adminGetOrder, { params: { id: id! } });
  return (
    <Page
      title={order.data ? `订单 ${order.data.orderNo}` : '订单'}
      back="/orders"
      beside={order.data && <Tag tone={STATE_TONES[order.data.state]}>{order.data.stateName}</Tag>}
    >
      <Answer of={order} rows={12}>
        {(data) => <Shown order={data} />}
      </Answer>
    </Page>
  );
}

function Shown({ order }: { order: OrderView }): ReactElement {
  return (
    <div className="two">
      <div>
        <Lines order={order} />
        <History order={order} />
      </div>
      <div>
        <PriceSteps order={order} />
        <About order={order} />
      </div>
    </div>
  );
}

function Lines({ order }: { order: OrderView }): ReactElement {
  return (
    <Panel title="买了什么">
      <table className="plain-table order-lines">
        <thead>
          <tr>
            <th>商品</th>
            <th>标价</th>
            <th>数量</th>
            <th>应付</th>
          </tr>
        </thead>
        <tbody>
          {order.lines.map((line) => (
            <tr key={line.id}>
              <td>
                <Goods
                  picture={line.picture}
                  plate={line.plate}
                  name={<Link to={`/products/${line.productId}`}>{line.name}</Link>}
                  under={Object.values(line.options).join(' · ')}
                />
              </td>
              <td>{yuan(line.unitListFen)}</td>
              <td>{count(line.quantity)}</td>
              <td className="strong">{yuan(line.payableFen)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

/** From the list price to the payable: each step names its rule, and the last line is their sum. */
function PriceSteps({ order }: { order: OrderView }): ReactElement {
  return (
    <Panel title="价格怎么来的">
      <dl className="price-steps">
        <div>
          <dt>标价</dt>
          <dd>{yuan(order.listFen)}</dd>
        </div>
        {order.steps.map((step) => (
          <div key={step.ruleId}>
            <dt>
              {step.label}
              {step.detail && <span className="hint"> {step.detail}</span>}
            </dt>
            <dd className={step.amountFen < 0 ? 'price-off' : ''}>{yuan(step.amountFen)}</dd>
          </div>
        ))}
        <div className="price-sum">
          <dt>应付</dt>
          <dd>{yuan(order.payableFen)}</dd>
        </div>
      </dl>
      <p className="hint">
        省了 {yuan(order.savedFen)}，能得 {count(order.earnsPoints)} 积分
      </p>
    </Panel>
  );
}

function About({ order }: { order: OrderView }): ReactElement {
  const { delivery } = order;
  const rows: [string, string][] = [
    ['平台', platformName(order.platform)],
    ['下单', stamp(order.createdAt)],
    ['付款', order.paidAt ? stamp(order.paidAt) : '还没付'],
  ];
  if (delivery.kind === 'pickup') rows.push(['自取', delivery.storeName ?? '门店']);
  else {
    rows.push(['寄给', [delivery.recipient, delivery.phoneMasked].filter(Boolean).join(' ') || '没留']);
    rows.push(['地址', delivery.address ?? '没留']);
  }
  if (order.couponTitle) rows.push(['券', order.couponTitle]);
  if (order.note) rows.push(['留言', order.note]);
  return (
    <Panel title="订单信息">
      <Facts rows={rows} />
    </Panel>
  );
}

function History({ order }: { order: OrderView }): ReactElement {
  const newestFirst = [...order.history].sort((a, b) => b.at.localeCompare(a.at));
  return (
    <Panel title="经过">
      <ol className="order-history" aria-label="经过，最近的在前">
        {newestFirst.map((step, index) => (
          <li key={`${step.at}${step.event}`} className={index === 0 ? 'order-now' : ''}>
            <span className="order-mark">{index > 0 && <Icon name="tick" size={16} />}</span>
            <div>
              <div className="strong">{eventName(step.event)}</div>
              <div className="hint">
                {step.from ? `${ORDER_STATE_NAMES[step.from]} → ` : ''}
                {ORDER_STATE_NAMES[step.to]}，{actorName(step.by)}
              </div>
            </div>
            <time className="hint" dateTime={step.at}>
              {moment(step.at)}
            </time>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
